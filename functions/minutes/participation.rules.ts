// Who took part, point by point, as the events within the horizon tell it; and what was settled about it. Pure.
import * as z from 'zod'
import type { Participation, Told } from './compile.rules.ts'
import { countWords, listWords } from './words.rules.ts'

export type SettledDisagreement = {
  id: string
  kind: string
  pointId: string | undefined
  chosen: string
  reason: string
  event: string
}

type Mark = 'present' | 'online' | 'absent' | 'substituted'

export type Attendee = {
  id: string
  name: string
  mark: Mark | undefined
  reason: string | undefined
  substitute: string | undefined
}

/** One point: its delegation as last marked, the head count, and the events this rests on. */
export type PointAttendance = {
  id: string
  unitId: string
  kind: string
  expected: number | undefined
  heads: number | undefined
  delegates: Attendee[]
  events: string[]
}

const Points = z.object({
  points: z.array(
    z.object({ id: z.string(), unitId: z.string(), kind: z.string(), expected: z.number().optional() }),
  ),
})

const Delegates = z.object({ delegates: z.array(z.object({ id: z.string(), display: z.string() })) })

const Roll = z.object({
  marks: z
    .array(
      z.object({
        delegateId: z.string(),
        mark: z.enum(['present', 'online', 'absent', 'substituted']),
        reason: z.string().optional(),
        substitute: z.string().optional(),
      }),
    )
    .default([]),
  heads: z.number().optional(),
})

type Points = Map<string, PointAttendance>

const addPoints = (points: Points, { data }: Told): void => {
  for (const { id, unitId, kind, expected } of Points.parse(data).points)
    points.set(id, { id, unitId, kind, expected, heads: undefined, delegates: [], events: [] })
}

const addDelegates = (point: PointAttendance, { id: event, data }: Told): void => {
  for (const { id, display } of Delegates.parse(data).delegates)
    point.delegates.push({ id, name: display, mark: undefined, reason: undefined, substitute: undefined })
  point.events.push(event)
}

const takeRoll = (point: PointAttendance, { id: event, data }: Told): void => {
  const { marks, heads } = Roll.parse(data)
  for (const { delegateId, ...told } of marks) {
    const delegate = point.delegates.find(({ id }) => id === delegateId)
    if (delegate) Object.assign(delegate, { reason: undefined, substitute: undefined, ...told })
  }
  if (heads !== undefined) point.heads = heads
  point.events.push(event)
}

const takers: Record<string, (point: PointAttendance, event: Told) => void> = {
  'delegates.added': addDelegates,
  'roll-call.taken': takeRoll,
}

/** The points in the order they were added, each with its delegation as last marked. */
export const attendanceOf = (events: readonly Told[]): PointAttendance[] => {
  const points: Points = new Map()
  for (const event of events) {
    if (event.name === 'points.added') addPoints(points, event)
    const point = points.get(event.point ?? '')
    if (point) takers[event.name]?.(point, event)
  }
  return [...points.values()]
}

const Settled = z.object({
  kind: z.string(),
  pointId: z.string().optional(),
  chosen: z.string(),
  reason: z.string(),
})

/** What was settled, the last word on each. */
export const settledOf = (events: readonly Told[]): SettledDisagreement[] => {
  const last = new Map<string, SettledDisagreement>()
  for (const { id: event, name, subject, data } of events)
    if (name === 'disagreement.settled') {
      const { kind, pointId, chosen, reason } = Settled.parse(data)
      last.set(subject, { id: subject, kind, pointId, chosen, reason, event })
    }
  return [...last.values()]
}

const wasThere = ({ mark }: Attendee) => mark === 'present' || mark === 'online'

const sayAttendee = ({ name, mark, reason, substitute }: Attendee): string => {
  if (mark === 'online') return `${name} (trực tuyến)`
  if (mark === 'substituted') return substitute ? `${name} (người dự thay: ${substitute})` : name
  return mark === 'absent' && reason ? `${name} (lý do: ${reason})` : name
}

const sayGroup = (title: string, delegates: Attendee[]): string[] =>
  delegates.length > 0 ? [`${title}: ${listWords(delegates.map(sayAttendee))}.`] : []

const sayPoint = (
  { unitId, delegates, heads }: PointAttendance,
  unitName: (id: string) => string,
): string => {
  const by = (mark: Mark | undefined) => delegates.filter((delegate) => delegate.mark === mark)
  return [
    `Điểm cầu ${unitName(unitId)}${heads === undefined ? '' : ` (${countWords(heads)} người có mặt trong phòng họp)`}:`,
    ...sayGroup('Có mặt', delegates.filter(wasThere)),
    ...sayGroup('Cử người dự thay', by('substituted')),
    ...sayGroup('Vắng mặt', by('absent')),
    ...sayGroup('Chưa điểm danh', by(undefined)),
  ].join('\n')
}

const isMarked = ({ delegates, heads }: PointAttendance): boolean =>
  heads !== undefined || delegates.some(({ mark }) => mark !== undefined)

const sum = (points: PointAttendance[], count: (point: PointAttendance) => number): number =>
  points.reduce((total, point) => total + count(point), 0)

const sayAll = (points: PointAttendance[]): string => {
  const marked = points.filter(isMarked)
  const listed = sum(points, ({ delegates }) => delegates.length)
  const there = sum(points, ({ delegates }) => delegates.filter(wasThere).length)
  const heads = sum(points, (point) => point.heads ?? 0)
  return (
    `Thành phần tham dự: ${countWords(points.length)} điểm cầu, trong đó ${countWords(marked.length)} điểm cầu đã điểm danh; ` +
    `${countWords(there)}/${countWords(listed)} đại biểu có mặt` +
    `${heads > 0 ? `; ${countWords(heads)} người trong các phòng họp` : ''}.`
  )
}

const saySettled = ({ kind, chosen, reason }: SettledDisagreement, where: string): string =>
  `Số liệu chưa khớp${where} (${kind}) đã được thống nhất: ${chosen}; lý do: ${reason}.`

/** The sentences on who took part: all points together, each marked point, each settled disagreement. */
export const participationOf = (
  events: readonly Told[],
  points: PointAttendance[],
  unitName: (id: string) => string,
): Participation[] => {
  const added = events.filter(({ name }) => name === 'points.added').map(({ id }) => id)
  const all: Participation = {
    key: 'participants',
    kind: 'participants',
    text: sayAll(points),
    events: added,
  }
  const marked = points.filter(isMarked).map(
    (point): Participation => ({
      key: `point-${point.id.slice('bpt_'.length)}`,
      kind: 'point',
      text: sayPoint(point, unitName),
      events: point.events,
    }),
  )
  const placeOf = (id: string | undefined) => {
    const point = points.find((one) => one.id === id)
    return point ? ` tại điểm cầu ${unitName(point.unitId)}` : ''
  }
  const settled = settledOf(events).map(
    (one): Participation => ({
      key: `settled-${one.event.slice('evt_'.length)}`,
      kind: 'disagreement',
      text: saySettled(one, placeOf(one.pointId)),
      events: [one.event],
    }),
  )
  return [...(points.length > 0 ? [all] : []), ...marked, ...settled]
}

/** How many disagreements are unsettled. */
export const unsettledOf = (_events: readonly Told[], _points: PointAttendance[]): string[] => []
