// The public keys, for anybody who wants to check a record.
import { loadVerificationKeys } from '#functions/minutes/entity.ts'
import type { VerificationKey } from '#functions/minutes/schema.ts'

export const publishedKeys = (): Promise<VerificationKey[]> => loadVerificationKeys()
