// Builds the table's index of the archive anew from the bucket alone, after following the whole chain there.
import { verificationKeyItem } from '#functions/keys/entity.ts'
import type { VerificationKey } from '#functions/keys/schema.ts'
import { type Actor, systemActor } from '#functions/shared/actor.ts'
import { sha256 } from '#functions/shared/canonical.ts'
import { emit } from '#functions/shared/event-log.ts'
import { type Item, type Operation, put } from '#functions/shared/table.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { archiveBucket, keysOf } from './archive-bucket.ts'
import { checkpointItems } from './checkpoint-entity.ts'
import { concernedUnits } from './concerned.rules.ts'
import { attestedLinkItem, headAtLeast, recordItem, recordObject, unitItems } from './entity.ts'
import { chainRebuilt } from './events.ts'
import { BrokenChain, linksOf, type Objects } from './follow-chain.ts'
import { headOf } from './head.rules.ts'
import { readingOf } from './reading.ts'
import type { ChainLink } from './schema.ts'
import { expectSeen, storedCheckpoints } from './stored-checkpoints.ts'

type Link = Required<ChainLink>

export type Rebuilt = { entries: number; units: number; keys: number; checkpoints: number; head: string }

/** Actions of one transaction. */
const most = 90

const putAll = async (actor: Actor, items: readonly Item[]): Promise<void> => {
  for (let start = 0; start < items.length; start += most)
    await write(actor, 'chain', ...items.slice(start, start + most).map(put))
}

/** The index items of one record. @throws BrokenChain when its bytes are not what the chain says */
const indexed = async ({ read }: Objects, link: Link): Promise<{ items: Item[]; units: number }> => {
  const place = recordObject(link.entry.digest)
  const bytes = await read(place)
  if (!bytes || sha256(bytes) !== link.entry.digest)
    throw new BrokenChain(place, 'the record is lost or changed')
  const { record } = readingOf(bytes)
  if (record?.id !== link.entry.recordId) throw new BrokenChain(place, 'it is not the record of its entry')
  const head = headOf(record.minutes, bytes.length, link.entry)
  const units = unitItems(head, concernedUnits(record.minutes))
  return { items: [attestedLinkItem(link), recordItem(head), ...units], units: units.length }
}

/** Everything is looked at before anything is written. */
const followedWhole = async (objects: Objects, keys: readonly VerificationKey[]) => {
  const links: Link[] = []
  for await (const link of linksOf(objects, keys)) links.push(link)
  const checkpoints = await storedCheckpoints(objects)
  for (const checkpoint of checkpoints) expectSeen(checkpoint, links[checkpoint.statement.n - 1], keys)
  return { links, checkpoints }
}

/** The end of the chain; a seal may have moved it on meanwhile, and is not undone. */
const putHead = async (actor: Actor, operation: Operation): Promise<void> => {
  await write(actor, 'chain', operation).catch((error) => {
    if (!(error instanceof Stale)) throw error
  })
}

/**
 * Rebuilds keys, entries, records, their places under units, checkpoints and the end of the chain. It may be repeated.
 * @throws BrokenChain naming the place where the stored chain is cut, forked or changed; nothing is written then
 */
export const rebuildChain = async (requestId: string): Promise<Rebuilt> => {
  const actor = systemActor('rebuild-chain', requestId)
  const objects = archiveBucket()
  const keys = await keysOf(objects)
  const { links, checkpoints } = await followedWhole(objects, keys)
  await putAll(actor, [...keys.map(verificationKeyItem), ...checkpoints.flatMap(checkpointItems)])
  let units = 0
  for (const link of links) {
    const record = await indexed(objects, link)
    await putAll(actor, record.items)
    units += record.units
  }
  const last = links.at(-1)
  if (last) await putHead(actor, headAtLeast(last.entry))
  const done = { entries: links.length, units, keys: keys.length, checkpoints: checkpoints.length }
  const head = last?.hash ?? ''
  await write(actor, 'chain', emit(actor, chainRebuilt({ ...done, head })))
  return { ...done, head }
}
