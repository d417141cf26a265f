// Which heading a point stands under: its region where provinces meet, its province where communes do. Pure.
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { regions } from './regions.data.ts'

export type Group = { name: string; items: BoardLine[] }

/** What is asked for in the reader's language. */
export type Headings = { centre: string; others: string }

const regionOf = new Map(regions.flatMap(({ name, provinces }) => provinces.map((slug) => [slug, name])))

const slugOf = ({ unitId }: BoardLine): string => unitId.replace(/^unt_ca-/, '')

const isProvince = (line: BoardLine): boolean => regionOf.has(slugOf(line))

/** A commune is called with its province: `Công an xã Gia Vân, tỉnh Ninh Bình`. */
const provinceIn = ({ name }: BoardLine): string | undefined => /, (?:tỉnh|thành phố) (.+)$/i.exec(name)?.[1]

const headingOf = (line: BoardLine, nationwide: boolean, { centre, others }: Headings): string => {
  if (line.kind === 'central') return centre
  if (!isProvince(line)) return provinceIn(line) ?? others
  return nationwide ? line.shortName : (regionOf.get(slugOf(line)) ?? others)
}

/** Whether communes meet: then provinces are headings, and not points among others. */
export const isNationwide = (lines: readonly BoardLine[]): boolean =>
  lines.some((line) => provinceIn(line) !== undefined && !isProvince(line))

/** The centre first, regions from north to south, provinces in the board's own order, the rest last. */
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
    .sort((a, b) => (rank(a.name) === rank(b.name) ? 0 : rank(a.name) - rank(b.name)))
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
