// What the archive announces, in the log of the conference whose record it is.
import type { DayCheckpoint } from './checkpoint.schema.ts'
import type { Reclassification, RecordLock } from './keeping.schema.ts'
import type { ChainEntry, EntryAttestation, RecordHead } from './schema.ts'

/** The entry of the chain got its signature. */
export const entryAttested = (
  conferenceId: string,
  entry: ChainEntry,
  { kid, signature }: EntryAttestation,
) => ({
  name: 'chain.attested' as const,
  scope: conferenceId,
  subject: entry.recordId,
  data: { n: entry.n, kid, signature },
})

/** A day's checkpoint was made: how far the chain reached, as the house states it. */
export const checkpointMade = ({ day, statement, kid, signature }: DayCheckpoint) => ({
  name: 'chain.checkpoint' as const,
  scope: 'chain',
  subject: day,
  data: { n: statement.n, digest: statement.digest, kid, signature },
})

/** The table's index of the archive was built anew from the bucket. */
export const chainRebuilt = (done: Record<string, unknown>) => ({
  name: 'chain.rebuilt' as const,
  scope: 'chain',
  subject: 'chain',
  data: done,
})

/** Somebody read an internal record. */
export const recordOpened = (
  { id, conferenceId, digest }: RecordHead,
  how: 'view' | 'bytes' | 'package' | 'extract',
) => ({
  name: 'record.opened' as const,
  scope: conferenceId,
  subject: id,
  data: { digest, how },
})

const ofRecord = <N extends `record.${string}`>(
  name: N,
  { id, conferenceId }: Pick<RecordHead, 'id' | 'conferenceId'>,
  data: Record<string, unknown>,
) => ({ name, scope: conferenceId, subject: id, data })

export const recordReclassified = (head: RecordHead, from: string, { class: to, reason }: Reclassification) =>
  ofRecord('record.reclassified', head, { from, to, reason })

export const recordHeld = (head: RecordHead, reason: string) => ofRecord('record.held', head, { reason })

/** @param since when the hold was placed */
export const recordReleased = (head: RecordHead, reason: string, since: string) =>
  ofRecord('record.released', head, { reason, since })

/** The store's lock follows what was decided, or the store has none. */
export const recordLocked = (head: RecordHead, { at: _, ...lock }: RecordLock) =>
  ofRecord('record.locked', head, lock)
