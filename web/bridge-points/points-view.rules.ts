// Which points a clerk wants to see, and in what order. Pure; what a name folds to is remembered, rows keep their identity.
import type { BoardLine, PointState } from '#functions/bridge-points/schema.ts'
import { compareVietnamese, fold } from '#functions/shared/text.ts'
import type { PointsView, Sorting } from './points-search.ts'

const folded = new WeakMap<BoardLine, string>()

const foldedName = (line: BoardLine): string => {
  const known = folded.get(line) ?? fold(`${line.name} ${line.shortName} ${line.province?.name ?? ''}`)
  folded.set(line, known)
  return known
}

export const hasTrouble = ({ faults, state }: BoardLine): boolean =>
  faults.length > 0 || state === 'lost' || state === 'unknown' || state === 'fault'

/** What needs somebody first. */
const order: readonly PointState[] = ['fault', 'lost', 'unknown', 'not-connected', 'checking', 'connected']

const missing = ({ expected, present }: BoardLine) => (expected > 0 ? present / expected : 2)

const comparing: Record<Sorting, (a: BoardLine, b: BoardLine) => number> = {
  name: (a, b) => compareVietnamese(a.shortName, b.shortName),
  state: (a, b) => order.indexOf(a.state) - order.indexOf(b.state),
  since: (a, b) => (b.since ?? '').localeCompare(a.since ?? ''),
  present: (a, b) => missing(a) - missing(b),
  absent: (a, b) => b.absent - a.absent,
  substituted: (a, b) => b.substituted - a.substituted,
  unmarked: (a, b) => b.unmarked - a.unmarked,
  heads: (a, b) => (b.heads ?? 0) - (a.heads ?? 0),
}

/**
 * The lines to show. Without a sorting they stay in the board's order, which also decides between equals.
 * @param placeOf the heading a line stands under
 */
export const viewOf = (
  lines: readonly BoardLine[],
  { q = '', state, place, only, sort, down }: PointsView,
  placeOf: (line: BoardLine) => string,
): readonly BoardLine[] => {
  const sought = fold(q)
  const wanted = (line: BoardLine) =>
    (sought === '' || foldedName(line).includes(sought)) &&
    (state === undefined || line.state === state) &&
    (place === undefined || placeOf(line) === place) &&
    (only !== 'trouble' || hasTrouble(line)) &&
    (only !== 'unmarked' || line.unmarked > 0)
  const shown = sought || state || place || only ? lines.filter(wanted) : lines
  if (!sort) return shown
  const compare = comparing[sort]
  return shown.toSorted(down ? (a, b) => compare(b, a) : compare)
}
