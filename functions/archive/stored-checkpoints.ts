// Checkpoints as they lie in the bucket, and whether the chain is still what they saw.
import { verify } from 'node:crypto'
import type { VerificationKey } from '#functions/keys/schema.ts'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { Checkpoint, type DayCheckpoint } from './checkpoint.schema.ts'
import { BrokenChain, type Objects } from './follow-chain.ts'
import type { ChainLink } from './schema.ts'

const prefix = 'checkpoints/'

/** @throws BrokenChain when it is none */
export const storedCheckpoint = (place: string, bytes: Buffer | undefined): DayCheckpoint => {
  try {
    const value: unknown = JSON.parse(bytes?.toString('utf8') ?? '')
    if (bytes && canonicalBytes(value).equals(bytes))
      return { ...Checkpoint.parse(value), day: place.slice(prefix.length) }
  } catch {
    // told below
  }
  throw new BrokenChain(place, 'it is no canonical checkpoint')
}

/** Every checkpoint there, oldest first. @throws BrokenChain */
export const storedCheckpoints = async ({ keys, read }: Objects): Promise<DayCheckpoint[]> => {
  const found: DayCheckpoint[] = []
  for await (const key of keys(prefix)) found.push(storedCheckpoint(key, await read(key)))
  return found
}

/** Whether the house's key signed it. */
export const isSigned = (
  { kid, signature, statement }: Checkpoint,
  keys: readonly VerificationKey[],
): boolean => {
  const key = keys.find((one) => one.kid === kid)
  return (
    kid === statement.kid &&
    key !== undefined &&
    verify('sha256', canonicalBytes(statement), key.publicKey, Buffer.from(signature, 'base64'))
  )
}

/** @param link the entry it names, as it stands now. @throws BrokenChain when it is gone or another */
export const expectSeen = (
  checkpoint: DayCheckpoint,
  link: ChainLink | undefined,
  keys: readonly VerificationKey[],
): void => {
  const { day, statement } = checkpoint
  const place = `${prefix}${day}`
  if (!isSigned(checkpoint, keys)) throw new BrokenChain(place, 'its signature does not verify')
  if (link?.hash !== statement.digest)
    throw new BrokenChain(place, `entry ${statement.n}, which it saw, is cut off or another`)
}
