// Who took part, point by point, as the events up to the horizon tell it; and what was settled about it. Pure.
import * as z from 'zod'
import { delegationEvents, delegationIn } from '#functions/attendance/delegation.rules.ts'
import { disagreementsIn } from '#functions/attendance/disagreements.rules.ts'
import type { ShownDisagreement } from '#functions/attendance/disagreements.schema.ts'
import { counts, headsOf } from '#functions/attendance/fold.rules.ts'
import { rollIn } from '#functions/attendance/log.rules.ts'
import type { Roll } from '#functions/attendance/roll.schema.ts'
import { type Lifecycle, lifecycleIn } from '#functions/attendance/standing.rules.ts'
import { linkAfter } from '#functions/bridge-points/link.events.ts'
import { newLink } from '#functions/bridge-points/link.rules.ts'
import { type GivenPoint, pointsIn } from '#functions/bridge-points/points-log.rules.ts'
import { type PointStays, staysWithin, timelineOf } from '#functions/bridge-points/stays.rules.ts'
import type { Told } from './facts.rules.ts'
import type { SettledDisagreement } from './settled.rules.ts'

/** A delegate as last marked; `late`: after the close. */
export type Attendee = {
  id: string
  name: string
  mark?: 'present' | 'online' | 'absent' | 'substituted'
  reason?: string | undefined
  substitute?: string | undefined
  late?: true
}

type FaultSpan = { kind: string; from: string; to?: string; note?: string }

/** One point: its delegation as last marked, the head count, its link and faults in the session, and their events. */
export type PointAttendance = {
  id: string
  unitId: string
  kind: string
  /** It was given after the start. */
  addedLate?: true
  expected?: number | undefined
  heads?: number | undefined
  delegates: Attendee[]
  /** Of its link within the session; without it the point was never connected. */
  link?: PointStays
  faults: FaultSpan[]
  events: string[]
}

const attendeeOf = (id: string, display: string, roll: Roll): Attendee => {
  const mark = roll.marks[id]
  if (!mark || mark.state === 'unmarked' || !counts(roll, mark)) return { id, name: display }
  const { state, reason, substitute, standing } = mark
  const late = standing === 'late' ? { late: true as const } : {}
  return { id, name: display, mark: state, reason, substitute, ...late }
}

/** What a point's figures rest on: calls, confirmed check-ins, and what was settled about them. */
const callEvents: ReadonlySet<string> = new Set([
  'roll-call.taken',
  'check-in.confirmed',
  'disagreement.settled',
])

/** Without a start nothing was within a session. */
const linkOf = (events: readonly Told[], { startedAt, closedAt }: Lifecycle, until: string) => {
  if (!startedAt) return undefined
  const told = events.filter(({ name }) => name.startsWith('link.'))
  const link = told.reduce(linkAfter, newLink('', ''))
  const window = { from: startedAt, to: closedAt ?? until, over: closedAt !== undefined }
  const stays = staysWithin(timelineOf(link, window.to), window)
  return stays.firstJoin === undefined ? undefined : stays
}

const Fault = z.object({ fault: z.string(), kind: z.string(), note: z.string().optional() })

/** A fault that ended before the start was of the rehearsal. */
const faultsOf = (events: readonly Told[], { startedAt = '' }: Lifecycle): FaultSpan[] => {
  const faults = new Map<string, FaultSpan>()
  for (const { name, data, effectiveAt } of events) {
    if (!name.startsWith('fault.')) continue
    const { fault, kind, note } = Fault.parse(data)
    const before = faults.get(fault)
    const noted = note ? { note } : {}
    if (name === 'fault.opened') faults.set(fault, { kind, from: effectiveAt, ...noted })
    else if (name === 'fault.ended' && before) faults.set(fault, { ...before, ...noted, to: effectiveAt })
  }
  return [...faults.values()].filter(({ to }) => !to || to >= startedAt)
}

const pointOf = (
  { late, ...point }: GivenPoint,
  events: readonly Told[],
  lifecycle: Lifecycle | undefined,
  until: string,
): PointAttendance => {
  const calls = events.filter(({ name }) => callEvents.has(name))
  const entries = events.filter(({ name }) => delegationEvents.has(name))
  const roll = rollIn(events, '', point.id, lifecycle)
  const heads = headsOf(roll)
  const link = linkOf(events, lifecycle ?? {}, until)
  return {
    ...point,
    ...(late ? { addedLate: true as const } : {}),
    ...(heads === undefined ? {} : { heads }),
    delegates: [...delegationIn(entries)].map(([id, display]) => attendeeOf(id, display, roll)),
    ...(link ? { link } : {}),
    faults: faultsOf(events, lifecycle ?? {}),
    events: [...entries, ...calls].map(({ id }) => id),
  }
}

/**
 * The points that stand, in the order they were added, each with its delegation as last marked; a rehearsal marks nobody.
 * @param until UTC instant up to which a session that goes on is looked at
 */
export const attendanceOf = (events: readonly Told[], until: string): PointAttendance[] => {
  const byPoint = Map.groupBy(events, ({ point }) => point)
  const lifecycle = lifecycleIn(events)
  return pointsIn(events).map((point) => pointOf(point, byPoint.get(point.id) ?? [], lifecycle, until))
}

/**
 * Disagreements about the history, settled and not.
 * @param events the log up to the horizon, and the settlements made since, oldest first
 */
export const settlementsOf = (events: readonly Told[], closedAt: string) => {
  const shown = disagreementsIn(events, closedAt)
  const eventOf = ({ id }: ShownDisagreement) =>
    events.findLast(({ name, subject }) => name === 'disagreement.settled' && subject === id)?.id ?? ''
  return {
    settled: shown.flatMap((one): SettledDisagreement[] =>
      one.settled ? [{ ...one, settled: one.settled, event: eventOf(one) }] : [],
    ),
    unsettled: shown.filter((one) => !one.settled).length,
  }
}
