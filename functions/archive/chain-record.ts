// The one way into the archive: store, chain, index, attest, publish. Every step may be repeated; a repeat completes.
import { setTimeout as pause } from 'node:timers/promises'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { putOnce } from '#functions/shared/objects.ts'
import { Problem } from '#functions/shared/problem.ts'
import { type Operation, putNew, putNext } from '#functions/shared/table.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { completeEntry, completeSeal, unitsInTransaction } from './complete-seal.ts'
import {
  findLink,
  findRecord,
  headItem,
  linkItem,
  loadHead,
  recordItem,
  recordObject,
  unitItems,
} from './entity.ts'
import type { ChainEntry, RecordHead } from './schema.ts'

/** A record as it will lie in the archive. Every try at sealing it must make the same bytes under the same id. */
export type FrozenRecord = {
  id: string
  /** In whose log the seal is told. */
  conferenceId: string
  /** The canonical form of a `SealedRecord`. */
  bytes: Buffer
  /** The SHA-256 of the bytes. */
  digest: string
  /** The units under which it will be found. */
  unitIds: string[]
  /** What lists show once the record hangs on the chain. */
  head: (entry: ChainEntry) => RecordHead
}

/** The steps in their order; `frozen` is passed by whoever makes the bytes. */
export const sealSteps = ['frozen', 'stored', 'appended', 'indexed', 'attested', 'published'] as const
export type SealStep = (typeof sealSteps)[number]

/**
 * What is written in the very transaction that appends the record: the state of what is sealed, its event. Asked anew
 * for every try, on the newest state; a refusal it throws ends the seal.
 */
export type Along = (entry: ChainEntry) => Promise<Operation[]>

const tries = 12

const tryAppend = async (actor: Actor, record: FrozenRecord, along: Along): Promise<ChainEntry> => {
  const head = await loadHead()
  const at = now().toISOString()
  const { id: recordId, digest } = record
  const entry: ChainEntry = { at, digest, n: head.version + 1, prev: head.hash, recordId }
  const shown = record.head(entry)
  await write(
    actor,
    recordId,
    putNext(headItem(entry)),
    putNew(linkItem(entry)),
    putNew(recordItem(shown)),
    ...unitItems(shown, record.unitIds.slice(0, unitsInTransaction)).map(putNew),
    ...(await along(entry)),
  )
  return entry
}

/** Somebody else was at the chain's head: nothing was written, and the next look may find it free. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof Stale || (error instanceof Problem && error.slug === 'busy')

/** The record's entry, if it hangs on the chain. @throws Error when other bytes hang there under its id */
const hanging = async ({ id, digest }: FrozenRecord): Promise<ChainEntry | undefined> => {
  const head = await findRecord(id)
  if (!head) return undefined
  const link = await findLink(head.n)
  if (link?.entry.recordId !== id) throw new Error(`the chain lacks entry ${head.n}`)
  if (link.entry.digest !== digest) throw new Error(`${id} is sealed with other bytes`)
  return link.entry
}

/** Appends the record to the chain, unless it hangs there; whoever finds the head moved looks again. */
const append = async (actor: Actor, record: FrozenRecord, along: Along): Promise<ChainEntry> => {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const entry = await hanging(record)
    if (entry) return entry
    try {
      return await tryAppend(actor, record, along)
    } catch (error) {
      const twins = isOvertaken(error) ? undefined : await hanging(record) // `along` refuses what a twin has just sealed
      if (twins) return twins
      if (!isOvertaken(error)) throw error
      await pause(Math.random() * 10 * 2 ** Math.min(attempt, 6))
    }
  }
  throw new Problem('busy', { retryAfter: 1 })
}

/**
 * Brings a record into the archive, or completes what broke off, also of the seals before it: its bytes lie under their own digest; the transaction
 * that chains them also marks what was sealed; the rest is made from the chain. It may be called by the one function
 * only that may use the key, after who may seal has been asked.
 * @param passed told after every step: tests break off there
 * @returns the entry by which it hangs on the chain
 * @throws Problem `busy`, and whatever `along` refuses
 */
export const chainRecord = async (
  actor: Actor,
  record: FrozenRecord,
  along: Along,
  passed: (step: SealStep) => void = () => {},
): Promise<ChainEntry> => {
  await putOnce(required('ARCHIVE_BUCKET'), recordObject(record.digest), record.bytes)
  passed('stored')
  const later = withoutClaim(actor)
  await completeEntry(later, (await loadHead()).version)
  const entry = await append(actor, record, along)
  passed('appended')
  await completeEntry(later, entry.n - 1) // a rival's, appended since the first look
  const rest = record.unitIds.slice(unitsInTransaction)
  await completeSeal(later, { entry, head: record.head(entry), unitIds: rest }, passed)
  return entry
}
