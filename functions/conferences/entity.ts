// Conferences in the table: keys, load, save. The agenda is an item beside the conference's, found by host and date.
import * as z from 'zod'
import { later } from '#functions/shared/later.ts'
import { Problem } from '#functions/shared/problem.ts'
import {
  all,
  type Item,
  type Key,
  loadMany,
  type Operation,
  putNext,
  whileAbsent,
  whileVersion,
} from '#functions/shared/table.ts'
import { AgendaItem } from './agenda.schema.ts'
import { Conference } from './schema.ts'

export const conferencePartition = (id: string) => `CNF#${id}`

export const conferenceKey = (id: string): Key => ({ pk: conferencePartition(id), sk: 'CONFERENCE' })

const agendaKey = (id: string): Key => ({ pk: conferencePartition(id), sk: 'AGENDA' })

/** The agenda a conference began with stays in its item until it is first changed. */
export const conferenceItem = ({
  agenda,
  agendaVersion,
  ...conference
}: Conference): Item & { version: number } => ({
  ...conference,
  ...(agendaVersion === 0 ? { agenda } : {}),
  ...conferenceKey(conference.id),
  type: 'conference',
  gsi1pk: `HOST#${conference.hostUnitId}`,
  gsi1sk: `${conference.startsAt}#${conference.id}`,
})

/** An item of its own, so that whoever runs the agenda never waits for whoever edits the conference. */
export const agendaItem = ({
  id,
  agenda,
  agendaVersion,
}: Pick<Conference, 'id' | 'agenda' | 'agendaVersion'>): Item & { version: number } => ({
  ...agendaKey(id),
  type: 'agenda',
  conferenceId: id,
  agenda,
  version: agendaVersion,
})

/** What saves a conference over the one before, and its agenda where that has a new version. */
export const conferenceSaved = (next: Conference, before: Conference): Operation[] => [
  putNext(conferenceItem(next)),
  ...(next.agendaVersion > before.agendaVersion ? [putNext(agendaItem(next))] : []),
]

/** Writes only while nobody has run or edited the agenda since it was read, where the write does not put it anew. */
export const whileAgendaStays = (next: Conference, { id, agendaVersion }: Conference): Operation[] => {
  if (next.agendaVersion > agendaVersion) return []
  return [agendaVersion === 0 ? whileAbsent(agendaKey(id)) : whileVersion(agendaKey(id), agendaVersion)]
}

const Stored = later(() => Conference.extend({ type: z.literal('conference') }))
const StoredAgenda = later(() =>
  z.object({
    type: z.literal('agenda'),
    conferenceId: z.string(),
    agenda: z.array(AgendaItem),
    version: z.number(),
  }),
)
const Part = later(() => z.discriminatedUnion('type', [Stored, StoredAgenda]))

const joined = (parts: z.infer<typeof Part>[]): Conference[] => {
  const agendas = new Map(
    parts.flatMap((part) => (part.type === 'agenda' ? [[part.conferenceId, part] as const] : [])),
  )
  return parts.flatMap((part) => {
    if (part.type !== 'conference') return []
    const { type: _, ...conference } = part
    const own = agendas.get(conference.id)
    return [own ? { ...conference, agenda: own.agenda, agendaVersion: own.version } : conference]
  })
}

/** The conference with its agenda, in one read. @throws Problem `not-found` */
export const loadConference = async (id: string): Promise<Conference> => {
  const [conference] = joined(await loadMany([conferenceKey(id), agendaKey(id)], Part))
  if (!conference) throw new Problem('not-found')
  return conference
}

type Window = { from: string; to: string; limit: number }

/** Conferences hosted by a unit without their agendas, newest first (eventually consistent: from an index). */
export const hostedBy = (hostUnitId: string, { from, to, limit }: Window): Promise<Conference[]> =>
  all(
    { index: 'byOne', pk: `HOST#${hostUnitId}`, between: { from, to }, newestFirst: true, limit },
    Conference,
  )

/** Conferences by id without their agendas, in no order; unknown ones are left out. */
export const loadConferences = (ids: readonly string[]): Promise<Conference[]> =>
  loadMany([...new Set(ids)].map(conferenceKey), Conference)
