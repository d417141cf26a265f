// Public keys in the table and their names in the archive's bucket: each is kept from before its first signature on.
import { all, type Item, loadMany } from '#functions/shared/table.ts'
import { VerificationKey } from './schema.ts'

/** Where a verification key lies in the archive's bucket. */
export const keyObject = (kid: string): string => `keys/${kid}.pem`

const keys = 'VERIFICATIONKEYS'

export const verificationKeyItem = (verificationKey: VerificationKey): Item => ({
  ...verificationKey,
  pk: keys,
  sk: verificationKey.kid,
  type: 'verification-key',
})

/** Every key that ever attested, as published. */
export const loadVerificationKeys = (): Promise<VerificationKey[]> => all({ pk: keys }, VerificationKey)

/** The keys of these ids. */
export const loadVerificationKeysOf = (kids: readonly string[]): Promise<VerificationKey[]> =>
  loadMany(
    [...new Set(kids)].map((kid) => ({ pk: keys, sk: kid })),
    VerificationKey,
  )
