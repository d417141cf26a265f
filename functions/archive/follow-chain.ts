// Follows the chain from one stored link to the next: each must be canonical, in its place, on the one before, signed.
import { verify } from 'node:crypto'
import type { VerificationKey } from '#functions/keys/schema.ts'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { chainObject, hashOfEntry } from './entity.ts'
import { type ChainLink, ChainObject } from './schema.ts'

/** The chain ends, forks or is changed at a place: `place` is the object's key. */
export class BrokenChain extends Error {
  readonly place: string

  constructor(place: string, why: string) {
    super(`the chain is broken at ${place}: ${why}`)
    this.place = place
  }
}

/** How far somebody has come: the last entry's number and hash. */
export type Reached = { n: number; hash: string }

export const beginning: Reached = { n: 0, hash: '0'.repeat(64) }

const parsed = (place: string, bytes: Buffer | undefined): ChainObject => {
  if (!bytes) throw new BrokenChain(place, 'there is no object')
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    if (canonicalBytes(value).equals(bytes)) return ChainObject.parse(value)
  } catch {
    // told below
  }
  throw new BrokenChain(place, 'it is no canonical link')
}

const expectSigned = (
  place: string,
  { attestation, entry }: ChainObject,
  keys: readonly VerificationKey[],
) => {
  const key = keys.find(({ kid }) => kid === attestation.kid)
  if (!key) throw new BrokenChain(place, `its key ${attestation.kid} is not published`)
  const signature = Buffer.from(attestation.signature, 'base64')
  // Base64 may end in bits that nobody reads: what is written otherwise was changed.
  const isAsWritten = signature.toString('base64') === attestation.signature
  if (!isAsWritten || !verify('sha256', canonicalBytes(entry), key.publicKey, signature))
    throw new BrokenChain(place, 'its signature does not verify')
}

/**
 * The link after what was reached.
 * @param key the object's, as listed
 * @throws BrokenChain naming the place
 */
export const followed = (
  { n, hash }: Reached,
  key: string,
  bytes: Buffer | undefined,
  keys: readonly VerificationKey[],
): Required<ChainLink> => {
  const place = chainObject(n + 1)
  if (key !== place) throw new BrokenChain(place, `after it stands ${key}`)
  const object = parsed(place, bytes)
  const { attestation, entry } = object
  if (entry.n !== n + 1) throw new BrokenChain(place, `it holds entry ${entry.n}`)
  if (entry.prev !== hash) throw new BrokenChain(place, 'it hangs on another entry than the one before it')
  expectSigned(place, object, keys)
  return { entry, hash: hashOfEntry(entry), attestation }
}

/** A bucket as somebody who follows the chain needs it: keys in ascending order, and bytes by key. */
export type Objects = {
  keys(prefix: string): AsyncIterable<string>
  read(key: string): Promise<Buffer | undefined>
}

/**
 * Every link of a stored chain, in order.
 * @throws BrokenChain at the first place that is missing, changed, moved or seals a record again
 */
export async function* linksOf(
  { keys: list, read }: Objects,
  keys: readonly VerificationKey[],
): AsyncGenerator<Required<ChainLink>> {
  const sealed = new Set<string>()
  let reached = beginning
  for await (const key of list('chain/')) {
    const link = followed(reached, key, await read(key), keys)
    const { recordId } = link.entry
    if (sealed.has(recordId)) throw new BrokenChain(key, `${recordId} is sealed already`)
    sealed.add(recordId)
    reached = { n: link.entry.n, hash: link.hash }
    yield link
  }
}
