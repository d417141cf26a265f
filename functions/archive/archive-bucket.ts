// The archive's bucket as those read it who follow the chain, and the keys that lie in it.
import { verificationKeyOf } from '#functions/keys/entity.ts'
import type { VerificationKey } from '#functions/keys/schema.ts'
import { required } from '#functions/shared/config.ts'
import { objectKeys, readObject } from '#functions/shared/objects.ts'
import { BrokenChain, type Objects } from './follow-chain.ts'

export const archiveBucket = (): Objects => {
  const bucket = required('ARCHIVE_BUCKET')
  return { keys: (prefix) => objectKeys(bucket, prefix), read: (key) => readObject(bucket, key) }
}

/** Every key that was ever published there. @throws BrokenChain when one is not what its name says */
export const keysOf = async ({ keys: list, read }: Objects): Promise<VerificationKey[]> => {
  const found: VerificationKey[] = []
  for await (const name of list('keys/')) {
    const pem = await read(name)
    const key = pem && verificationKeyOf(pem.toString('utf8'))
    if (!key || name !== `keys/${key.kid}.pem`) throw new BrokenChain(name, 'it is not the key of its name')
    found.push(key)
  }
  return found
}
