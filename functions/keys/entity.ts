// Public keys in the table and their names in the archive's bucket: each is kept from before its first signature on.
import { createPublicKey, type KeyObject } from 'node:crypto'
import { sha256 } from '#functions/shared/canonical.ts'
import { all, type Item, loadMany } from '#functions/shared/table.ts'
import { VerificationKey } from './schema.ts'

/**
 * A public key as it is published: its id is derived from itself, so that no register is needed to tell two keys apart:
 * `key_` and the first 32 hexadecimal digits of its fingerprint, the SHA-256 of its SPKI DER.
 */
export const verificationKeyOf = (key: KeyObject | string): VerificationKey => {
  const publicKey = typeof key === 'string' ? createPublicKey(key) : key
  const fingerprint = sha256(publicKey.export({ format: 'der', type: 'spki' }))
  return {
    kid: `key_${fingerprint.slice(0, 32)}`,
    fingerprint,
    algorithm: 'ECDSA-P256-SHA256-DER',
    publicKey: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
  }
}

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
