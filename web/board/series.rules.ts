// What the chart of attendance draws: the series as told, with the present moment at its end, and who lacks most. Pure.
import type { SeriesMoment } from '#functions/attendance/over-time.schema.ts'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { type Group, presenceOf } from './groups.rules.ts'

export type Drawn = { at: number; expected: number; present: number }

type Now = { at: number; expected: number; present: number }

/** The last word is the board's: what was told for later than it, or for the same moment, gives way. */
export const drawnSeries = (items: readonly SeriesMoment[], now: Now | undefined): Drawn[] => {
  const told = items.map(({ at, expected, present }) => ({ at: Date.parse(at), expected, present }))
  if (!now || told.length === 0) return told
  return [...told.filter(({ at }) => at < now.at), now]
}

/** Moments at which something changed, with the first and the last: what is read out instead of the line. */
export const changesIn = (series: readonly Drawn[]): Drawn[] =>
  series.filter(({ present, expected }, place) => {
    const before = series[place - 1]
    return (
      before === undefined ||
      place === series.length - 1 ||
      before.present !== present ||
      before.expected !== expected
    )
  })

export type Place = { name: string; present: number; expected: number; missing: number }

const byMissing = (a: Place, b: Place) => b.missing - a.missing || b.expected - a.expected

const placeOf = (name: string, lines: readonly BoardLine[]): Place => {
  const { present, expected } = presenceOf(lines)
  return { name, present, expected, missing: Math.max(0, expected - present) }
}

/**
 * Who lacks most, worst first: provinces, which are points of their own where only provinces meet.
 * @param groups as the wall of points has them
 */
export const worstOf = (groups: readonly Group[], nationwide: boolean, most: number): Place[] => {
  const places = nationwide
    ? groups.map(({ name, items }) => placeOf(name, items))
    : groups.flatMap(({ items }) => items.map((line) => placeOf(line.shortName, [line])))
  return places
    .filter(({ missing }) => missing > 0)
    .sort(byMissing)
    .slice(0, most)
}
