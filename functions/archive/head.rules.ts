// A record's head from the record itself and its place in the chain: whatever lists show can be made again. Pure.
import type { ChainEntry, MinutesText, RecordHead } from './schema.ts'

/**
 * @param text what people signed
 * @param bytes how many the record has as stored
 */
export const headOf = (text: MinutesText, bytes: number, entry: ChainEntry): RecordHead => {
  const { kind = 'conference', conference, number, heldOn, supersedes } = text
  return {
    id: entry.recordId,
    conferenceId: conference.id,
    kind,
    number: number?.text ?? '',
    title: conference.title,
    hostUnitId: conference.hostUnitId,
    classification: conference.classification,
    startsAt: conference.startsAt,
    datePrecision: heldOn?.precision ?? 'moment',
    ...(supersedes ? { supersedes: supersedes.recordId } : {}),
    units: text.units.length,
    digest: entry.digest,
    bytes,
    n: entry.n,
    sealedAt: entry.at,
  }
}
