// Where a recording opens: the agenda's items and the turns of the floor, measured from its beginning. Pure.
import type { AgendaItem } from '#functions/conferences/agenda.schema.ts'
import type { FloorRequest } from '#functions/floor/schema.ts'
import type { Mark, StoredRecording } from './recording.schema.ts'

type Moment = Omit<Mark, 'seconds'> & { until?: string | undefined }

const ofItem = ({ id, title, spans = [] }: AgendaItem): Moment[] =>
  spans.map(({ startedAt, endedAt }) => ({ kind: 'agenda', id, title, at: startedAt, until: endedAt }))

/** A turn that was cut short and taken up again is there twice. */
const ofRequest = ({ id, speaker, unitId, earlier = [], startedAt, endedAt }: FloorRequest): Moment[] => {
  const spans = [...earlier, ...(startedAt ? [{ startedAt, endedAt, speaker }] : [])]
  return spans.map((span) => ({
    kind: 'turn',
    id,
    title: (span.speaker ?? speaker).display,
    unitId,
    at: span.startedAt,
    until: span.endedAt,
  }))
}

const order = { agenda: 0, turn: 1 }

/** In the order of time; what was on when the recording began is at its beginning. None before it has begun. */
export const marksOf = (
  { startedAt, endedAt }: Pick<StoredRecording, 'startedAt' | 'endedAt'>,
  agenda: readonly AgendaItem[],
  requests: readonly FloorRequest[],
): Mark[] => {
  if (startedAt === undefined) return []
  const within = ({ at, until }: Moment) =>
    (until === undefined || until > startedAt) && (endedAt === undefined || at < endedAt)
  return [...agenda.flatMap(ofItem), ...requests.flatMap(ofRequest)]
    .filter(within)
    .map(({ until: _, ...moment }) => ({
      ...moment,
      seconds: Math.max(0, Math.round((Date.parse(moment.at) - Date.parse(startedAt)) / 1000)),
    }))
    .sort((a, b) => a.seconds - b.seconds || order[a.kind] - order[b.kind])
}
