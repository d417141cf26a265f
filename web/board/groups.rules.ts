// Which heading a point stands under: its region where provinces meet, its province where communes do. Pure.
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { compareVietnamese } from '#functions/shared/text.ts'
import { regions } from './regions.data.ts'

export type Group = { name: string; items: BoardLine[] }

/** What is asked for in the reader's language. */
export type Headings = { centre: string; others: string }

const regionOf = new Map(regions.flatMap(({ name, provinces }) => provinces.map((slug) => [slug, name])))

type Place = Pick<BoardLine, 'unitId' | 'kind' | 'province'>

const headingOf = ({ kind, province }: Place, nationwide: boolean, { centre, others }: Headings): string => {
  if (kind === 'central') return centre
  if (!province) return others
  return nationwide ? province.name : (regionOf.get(province.id.replace(/^unt_ca-/, '')) ?? others)
}

/** Whether mostly communes meet: then provinces are headings, and not points among others. */
export const isNationwide = (lines: readonly Place[]): boolean => {
  const within = lines.filter(({ province }) => province !== undefined)
  const below = within.filter(({ unitId, province }) => unitId !== province?.id)
  return below.length > within.length - below.length
}

/** The centre first, regions from north to south or provinces by name, the rest last. */
export const groupsOf = (lines: readonly BoardLine[], headings: Headings): Group[] => {
  const nationwide = isNationwide(lines)
  const order = [headings.centre, ...(nationwide ? [] : regions.map(({ name }) => name))]
  const found = Map.groupBy(lines, (line) => headingOf(line, nationwide, headings))
  const rank = (name: string) => {
    if (name === headings.others) return Number.POSITIVE_INFINITY
    const at = order.indexOf(name)
    return at < 0 ? order.length : at
  }
  return [...found]
    .map(([name, items]) => ({ name, items }))
    .sort((a, b) =>
      rank(a.name) === rank(b.name) ? compareVietnamese(a.name, b.name) : rank(a.name) - rank(b.name),
    )
}

/** The heading a point stands under. */
export const placeIn = (groups: readonly Group[], { pointId }: BoardLine): string | undefined =>
  groups.find(({ items }) => items.some((line) => line.pointId === pointId))?.name

const troubles: readonly string[] = ['fault', 'lost', 'unknown']

/** Points that need somebody, those with a fault first. */
export const troubledIn = (lines: readonly BoardLine[]): BoardLine[] =>
  lines
    .filter(({ state }) => troubles.includes(state))
    .sort((a, b) => troubles.indexOf(a.state) - troubles.indexOf(b.state))

/** Expected and present of all points. */
export const presenceOf = (lines: readonly Pick<BoardLine, 'expected' | 'present'>[]) => ({
  expected: lines.reduce((sum, { expected }) => sum + expected, 0),
  present: lines.reduce((sum, { present }) => sum + present, 0),
})
