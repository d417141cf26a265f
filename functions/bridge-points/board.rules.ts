// What the board makes of the points' rows, and when it will change with nobody acting. Pure.
import { totalsOf } from '#functions/attendance/rules.ts'
import type { BoardContent, BoardTotals } from './board.schema.ts'
import { silenceMs } from './link.rules.ts'
import { boardLine, byBoardOrder, stateOf } from './rules.ts'
import { type BoardLine, PointState } from './schema.ts'
import type { BoardRow } from './stored.schema.ts'

const statesOf = (lines: readonly BoardLine[]): BoardTotals['states'] => {
  const states = Object.fromEntries(PointState.options.map((state) => [state, 0])) as BoardTotals['states']
  for (const { state } of lines) states[state] += 1
  return states
}

/** @param at the moment the states hold at (UTC instant): a point's silence makes its state unknown */
export const boardOf = (rows: readonly BoardRow[], at: string): BoardContent => {
  const items = rows.toSorted(byBoardOrder).map((row) => boardLine(row, at))
  const faults = items.reduce((sum, line) => sum + (line.faults?.length ?? 0), 0)
  return { totals: { ...totalsOf(items), states: statesOf(items), faults }, items }
}

/** A link that never sent a heartbeat is looked after for as long as a meeting can last (Chime: 24 hours). */
const watchedMs = 24 * 3_600_000

const after = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString()

/**
 * When this row shows another state though nobody acts: it stays silent for too long. Heartbeats are kept apart and
 * write no row: whether a connected point has begun to send them is looked up again after as long.
 */
const turnOf = (row: BoardRow, at: string): string[] => {
  if (row.heardAt === undefined) {
    const watched = row.linkState === 'up' && row.since !== undefined && at < after(row.since, watchedMs)
    return watched ? [after(at, silenceMs)] : []
  }
  const then = after(row.heardAt, silenceMs + 1)
  return then > at && stateOf(row, then) !== stateOf(row, at) ? [then] : []
}

/** When the board is to be built again though nobody acts: a state turns then, or may. Undefined for never. */
export const nextTurn = (rows: readonly BoardRow[], at: string): string | undefined =>
  rows
    .flatMap((row) => turnOf(row, at))
    .reduce<string | undefined>((first, turn) => (!first || turn < first ? turn : first), undefined)
