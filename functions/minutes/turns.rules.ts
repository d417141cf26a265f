// Calls to the floor as the log tells them: who spoke, from when to when, and what came of it. Pure.
import * as z from 'zod'
import { idsOf, type Told } from './facts.rules.ts'

const Spoken = z.object({
  unitId: z.string(),
  speaker: z.string(),
  personId: z.string().optional(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  seconds: z.number().optional(),
  kind: z.string().optional(),
  agendaItem: z.string().optional(),
  contributionId: z.string().optional(),
  reason: z.string().optional(),
  note: z.string().optional(),
})

/** One call, or a request that was passed over; `events` are its call, its end, and the delivery of its paper. */
export type Turn = z.infer<typeof Spoken> & {
  /** The request it was: a turn cut short and its continuation have one. */
  request: string
  outcome: 'done' | 'skipped' | 'suspended'
  /** When it is told of: its start, or when it was passed over. */
  at: string
  /** The delivery of the paper it was asked for. */
  delivery?: Told | undefined
  /** It goes on with a turn that was cut short. */
  continued?: true
  /** What is said of one passed over: they had the floor, had had it, have it later, or never had. */
  passed?: 'gave-up' | 'not-again' | 'not-yet' | 'not'
  events: string[]
}

/** What ends a call: the event says of which call by when that began. */
const outcomes: Record<string, Turn['outcome']> = {
  'floor.yielded': 'done',
  'floor.skipped': 'skipped',
  'floor.suspended': 'suspended',
}
const ends = new Set([...Object.keys(outcomes), 'floor.call-undone'])

type Requests = ReadonlyMap<string, readonly Told[]>

const isOfCall = (call: Told, event: Told): boolean => event.data.startedAt === call.data.startedAt

const passedHow = (event: Told, of: readonly Told[], { seconds }: { seconds?: number | undefined }) => {
  if (seconds !== undefined) return 'gave-up' as const
  const at = of.indexOf(event)
  if (of.slice(0, at).some(({ name }) => name === 'floor.suspended')) return 'not-again' as const
  return of.slice(at + 1).some(({ name }) => name === 'floor.restored')
    ? ('not-yet' as const)
    : ('not' as const)
}

type Around = { of: readonly Told[]; deliveries: ReadonlyMap<string, Told>; closedAt: string | undefined }

const endedTurn = (event: Told, outcome: Turn['outcome'], { of, deliveries }: Around): Turn => {
  const spoken = Spoken.parse(event.data)
  const called = of.filter((one) => one.name === 'floor.called' && isOfCall(one, event))
  const delivery = outcome === 'done' ? deliveries.get(spoken.contributionId ?? '') : undefined
  const cut = of.slice(0, of.indexOf(event)).some(({ name }) => name === 'floor.suspended')
  return {
    ...spoken,
    request: event.subject,
    outcome,
    at: outcome === 'skipped' ? event.effectiveAt : (spoken.startedAt ?? event.effectiveAt),
    delivery,
    ...(cut && outcome !== 'skipped' ? { continued: true as const } : {}),
    ...(outcome === 'skipped' ? { passed: passedHow(event, of, spoken) } : {}),
    events: [...new Set([...idsOf(called), event.id, ...(delivery ? [delivery.id] : [])])],
  }
}

/** A turn nobody ended before the horizon lasted until the close: the close ends every turn. */
const running = (call: Told, { of, closedAt }: Around): Turn => {
  // No end tells who really spoke.
  const named = of.slice(of.indexOf(call) + 1).findLast(({ name }) => name === 'floor.speaker-named')
  const startedAt = Spoken.parse(call.data).startedAt ?? call.effectiveAt
  const seconds = closedAt ? Math.round((Date.parse(closedAt) - Date.parse(startedAt)) / 1000) : undefined
  const { speaker } = { ...Spoken.parse(call.data), ...named?.data }
  const spoken = Spoken.parse({ ...call.data, speaker, startedAt, endedAt: closedAt, seconds })
  return { ...spoken, request: call.subject, outcome: 'done', at: startedAt, events: [call.id] }
}

const requestsIn = (events: readonly Told[]): Requests =>
  Map.groupBy(
    events.filter(({ name }) => name.startsWith('floor.')),
    ({ subject }) => subject,
  )

/** Every call in the order in which they began; a call taken back is none. */
export const turnsIn = (events: readonly Told[], closedAt: string | undefined): Turn[] => {
  const deliveries = new Map(
    events.filter(({ name }) => name === 'contribution.delivered').map((event) => [event.subject, event]),
  )
  const turns = [...requestsIn(events).values()].flatMap((of) => {
    const around = { of, deliveries, closedAt }
    const isEnded = (call: Told) => of.some((event) => ends.has(event.name) && isOfCall(call, event))
    return of.flatMap((event) => {
      const outcome = outcomes[event.name]
      if (outcome) return [endedTurn(event, outcome, around)]
      return event.name === 'floor.called' && !isEnded(event) ? [running(event, around)] : []
    })
  })
  return turns.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
