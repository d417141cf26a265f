// Who took part, point by point, as the events up to the horizon tell it; and what was settled about it. Pure.
import { delegationEvents, delegationIn } from '#functions/attendance/delegation.rules.ts'
import { disagreementsIn } from '#functions/attendance/disagreements.rules.ts'
import type { ShownDisagreement } from '#functions/attendance/disagreements.schema.ts'
import { counts, headsOf } from '#functions/attendance/fold.rules.ts'
import { rollIn } from '#functions/attendance/log.rules.ts'
import type { Roll } from '#functions/attendance/roll.schema.ts'
import { type Lifecycle, lifecycleIn } from '#functions/attendance/standing.rules.ts'
import { type GivenPoint, pointEvents, pointsIn } from '#functions/bridge-points/points-log.rules.ts'
import { compareVietnamese } from '#functions/shared/text.ts'
import type { Participation, Told } from './facts.rules.ts'
import { type SettledDisagreement, saySettled } from './settled.rules.ts'
import { countWords, listWords } from './words.rules.ts'

/** A delegate as last marked; `late`: after the close. */
type Attendee = {
  id: string
  name: string
  mark?: 'present' | 'online' | 'absent' | 'substituted'
  reason?: string | undefined
  substitute?: string | undefined
  late?: true
}

/** One point: its delegation as last marked, the head count, and the events this rests on. */
export type PointAttendance = {
  id: string
  unitId: string
  kind: string
  expected?: number | undefined
  heads?: number | undefined
  delegates: Attendee[]
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

const pointOf = (
  { late: _, ...point }: GivenPoint,
  events: readonly Told[],
  lifecycle: Lifecycle | undefined,
): PointAttendance => {
  const calls = events.filter(({ name }) => callEvents.has(name))
  const entries = events.filter(({ name }) => delegationEvents.has(name))
  const roll = rollIn(events, '', point.id, lifecycle)
  const heads = headsOf(roll)
  return {
    ...point,
    ...(heads === undefined ? {} : { heads }),
    delegates: [...delegationIn(entries)].map(([id, display]) => attendeeOf(id, display, roll)),
    events: [...entries, ...calls].map(({ id }) => id),
  }
}

/** The points that stand, in the order they were added, each with its delegation as last marked; a rehearsal marks nobody. */
export const attendanceOf = (events: readonly Told[]): PointAttendance[] => {
  const byPoint = Map.groupBy(events, ({ point }) => point)
  const lifecycle = lifecycleIn(events)
  return pointsIn(events).map((point) => pointOf(point, byPoint.get(point.id) ?? [], lifecycle))
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

const wasThere = ({ mark }: Attendee) => mark === 'present' || mark === 'online'

const sayAttendee = ({ name, mark, reason, substitute, late }: Attendee): string => {
  const notes = [
    ...(mark === 'online' ? ['trực tuyến'] : []),
    ...(mark === 'substituted' && substitute ? [`người dự thay: ${substitute}`] : []),
    ...(mark === 'absent' && reason ? [`lý do: ${reason}`] : []),
    ...(late ? ['ghi nhận sau khi kết thúc'] : []),
  ]
  return notes.length > 0 ? `${name} (${listWords(notes)})` : name
}

const sayGroup = (title: string, delegates: Attendee[]): string[] =>
  delegates.length > 0 ? [`${title}: ${listWords(delegates.map(sayAttendee))}.`] : []

const sayPoint = (
  { unitId, delegates, heads }: PointAttendance,
  unitName: (id: string) => string,
): string => {
  const by = (mark: Attendee['mark']) => delegates.filter((delegate) => delegate.mark === mark)
  return [
    `Điểm cầu ${unitName(unitId)}${heads === undefined ? '' : ` (${countWords(heads)} người trong phòng họp)`}:`,
    ...sayGroup('Có mặt', delegates.filter(wasThere)),
    ...sayGroup('Cử người dự thay', by('substituted')),
    ...sayGroup('Vắng mặt', by('absent')),
    ...sayGroup('Chưa điểm danh', by(undefined)),
  ].join('\n')
}

const isMarked = ({ delegates, heads }: PointAttendance): boolean =>
  heads !== undefined || delegates.some(({ mark }) => mark !== undefined)

/** The centre first, then the points by the names of their places, as documents list them. */
const inSpokenOrder = (points: PointAttendance[], unitName: (id: string) => string): PointAttendance[] => {
  const placeOf = ({ unitId }: PointAttendance) => unitName(unitId).replace(/^Công an (tỉnh|thành phố) /i, '')
  return points.toSorted(
    (a, b) =>
      Number(b.kind === 'central') - Number(a.kind === 'central') ||
      compareVietnamese(placeOf(a), placeOf(b)),
  )
}

const sum = (points: PointAttendance[], count: (point: PointAttendance) => number): number =>
  points.reduce((total, point) => total + count(point), 0)

const sayAll = (points: PointAttendance[]): string => {
  const listed = sum(points, ({ delegates }) => delegates.length)
  const there = sum(points, ({ delegates }) => delegates.filter(wasThere).length)
  const heads = sum(points, (point) => point.heads ?? 0)
  return (
    `Thành phần tham dự: ${countWords(points.filter(isMarked).length)}/${countWords(points.length)} điểm cầu ` +
    `đã điểm danh; ${countWords(there)}/${countWords(listed)} đại biểu có mặt` +
    `${heads > 0 ? `; ${countWords(heads)} người trong các phòng họp` : ''}.`
  )
}

/** The sentences on who took part: all points together, each marked point, each settled disagreement. */
export const participationOf = (
  events: readonly Told[],
  points: PointAttendance[],
  settled: SettledDisagreement[],
  unitName: (id: string) => string,
): Participation[] => {
  const added = events.filter(({ name }) => pointEvents.has(name)).map(({ id }) => id)
  const unitOf = new Map(points.map(({ id, unitId }) => [id, unitId]))
  const names = new Map(points.flatMap(({ delegates }) => delegates.map(({ id, name }) => [id, name])))
  const whereOf = ({ pointId }: SettledDisagreement) =>
    pointId ? unitName(unitOf.get(pointId) ?? pointId) : ''
  const all: Participation = {
    key: 'participants',
    kind: 'participants',
    text: sayAll(points),
    events: added,
  }
  return [
    ...(points.length > 0 ? [all] : []),
    ...inSpokenOrder(points.filter(isMarked), unitName).map((point) => ({
      key: `point-${point.id.slice('bpt_'.length)}`,
      kind: 'point' as const,
      text: sayPoint(point, unitName),
      events: point.events,
    })),
    ...settled.map((one) => ({
      key: `settled-${one.event.slice('evt_'.length)}`,
      kind: 'disagreement' as const,
      text: saySettled(one, whereOf(one), (id) => names.get(id) ?? id),
      events: [one.event],
    })),
  ]
}
