// What the archive announces, in the log of the conference whose record it is.
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
