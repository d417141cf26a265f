// Fingerprints of a history: what horizons and evidence are made of. Final: records rest on it for ever.
import { canonicalBytes, sha256 } from './canonical.ts'
import type { RecordedEvent } from './event-log.ts'

/** SHA-256 of event ids in the order given, joined by line feeds, no line feed at the end. */
export const digestOfIds = (ids: readonly string[]): string => sha256(ids.join('\n'))

/** The fields that are fingerprinted, named one by one: what events gain later does not change old fingerprints. */
export const canonicalLine = (event: RecordedEvent): string =>
  canonicalBytes({
    id: event.id,
    name: event.name,
    scope: event.scope,
    subject: event.subject,
    point: event.point,
    data: event.data,
    by: { sub: event.by.sub, personId: event.by.personId, name: event.by.name },
    requestId: event.requestId,
    recordedAt: event.recordedAt,
    claimedAt: event.claimedAt,
    offsetMs: event.offsetMs,
    effectiveAt: event.effectiveAt,
  }).toString('utf8')

/** SHA-256 of the events' canonical forms in the order given, one a line, no line feed at the end. */
export const digestOfContents = (events: readonly RecordedEvent[]): string =>
  sha256(events.map(canonicalLine).join('\n'))
