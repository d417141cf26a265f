// What the archive announces, in the log of the conference whose record it is.
import type { DayCheckpoint } from './checkpoint.schema.ts'
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
