// What attendance was at a past moment, folded from events as they come: what held then, whenever it was told. Pure.
import * as z from 'zod'
import type { BoardRow } from '#functions/bridge-points/stored.schema.ts'
import { delegationEvents, noteDelegation } from './delegation.rules.ts'
import { type Logged, settledIn } from './events.ts'
import { countsOf, rolledAtOf } from './fold.rules.ts'
import { newDraft, note, type RollDraft, rollOf } from './log.rules.ts'
import type { PointTotals } from './schema.ts'
import type { Lifecycle } from './standing.rules.ts'

type Expectation = { expected?: number | undefined }

type PointThen = {
  draft: RollDraft
  delegates: Map<string, string>
  /** What the point was given with, and what its card said last. */
  given?: Expectation
  edited?: Expectation
  gone?: boolean
}

/** Counts alone are kept once a point's events are read: a conference has 3,353 points of 50 delegates. */
export type Past = {
  at: string
  lifecycle: Lifecycle | undefined
  points: Map<string, PointThen>
  /** Points added later than the moment. */
  later: Set<string>
}

/** @param lifecycle the conference's life as it stands: a start that was undone is none at any moment */
export const newPast = (at: string, lifecycle?: Lifecycle): Past => ({
  at,
  lifecycle,
  points: new Map(),
  later: new Set(),
})

const Edited = z.object({ expected: z.number().optional() })
const Points = z.object({ points: z.array(Edited.extend({ id: z.string() })) })

const pointIn = ({ points }: Past, id: string): PointThen => {
  const known = points.get(id)
  if (known) return known
  const made = { draft: newDraft('', id), delegates: new Map<string, string>() }
  points.set(id, made)
  return made
}

const changes: Record<string, (point: PointThen, data: Record<string, unknown>) => void> = {
  'point.edited': (point, data) => {
    point.edited = Edited.parse(data)
  },
  'point.withdrawn': (point) => {
    point.gone = true
  },
  'point.removed': (point) => {
    point.gone = true
  },
  'point.restored': (point) => {
    point.gone = false
  },
}

/** What was settled later about statements that had all been made by then is so of then, too. */
const settlesUpTo = (event: Logged, at: string): boolean => {
  if (event.name !== 'disagreement.settled') return false
  const { statements = [] } = settledIn(event).disagreement
  return statements.length > 0 && statements.every((statement) => statement.at <= at)
}

/** Takes one event in; of one point they come oldest first. */
export const noteThen = (past: Past, event: Logged): void => {
  const { name, point, data, effectiveAt } = event
  if (effectiveAt > past.at && !settlesUpTo(event, past.at)) {
    if (name === 'points.added') for (const { id } of Points.parse(data).points) past.later.add(id)
    return
  }
  if (name === 'points.added')
    for (const { id, expected } of Points.parse(data).points) pointIn(past, id).given = { expected }
  if (!point) return
  const then = pointIn(past, point)
  if (delegationEvents.has(name)) noteDelegation(then.delegates, event)
  else if (changes[name]) changes[name](then, data)
  else note(then.draft, event)
}

const lineOf = (row: BoardRow, then: PointThen | undefined, { lifecycle }: Past): PointTotals[] => {
  if (then?.gone) return []
  const { pointId, unitId, name, shortName, kind } = row
  const roll = then ? rollOf(then.draft, lifecycle) : undefined
  const listed = then?.delegates.size ?? 0
  const counts = roll && then ? countsOf(roll, new Set(then.delegates.keys())) : undefined
  const { present = 0, online = 0, absent = 0, substituted = 0, heads } = counts ?? {}
  const unmarked = Math.max(listed - present - absent - substituted, 0)
  const told = then?.edited ?? then?.given ?? row
  const expected = Math.max(told.expected ?? 0, listed)
  const rolledAt = roll && rolledAtOf(roll)
  const place = { pointId, unitId, name, shortName, kind }
  return [{ ...place, expected, listed, present, online, absent, substituted, unmarked, heads, rolledAt }]
}

/** A line a point that was there then, in the order of the rows. @param rows as they stand: names and what is expected */
export const linesThen = (past: Past, rows: readonly BoardRow[]): PointTotals[] =>
  rows
    .filter(({ pointId }) => !past.later.has(pointId))
    .flatMap((row) => lineOf(row, past.points.get(row.pointId), past))
