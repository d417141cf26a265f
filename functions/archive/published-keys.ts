// The public keys, for anybody who wants to check a record.
import { loadVerificationKeys } from '#functions/keys/entity.ts'
import type { VerificationKey } from '#functions/keys/schema.ts'

export const publishedKeys = (): Promise<VerificationKey[]> => loadVerificationKeys()
