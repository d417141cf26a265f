// One page of a search over open files: counted, the best first, marked. Nothing in here awaits, so no file is replaced meanwhile.
import * as z from 'zod'
import type { Unit } from '#functions/directory/stored.schema.ts'
import { civilDay } from '#functions/shared/time.ts'
import { unknownYear } from './document.rules.ts'
import { every, matchIn, narrowed, ofKind } from './filters.ts'
import { marked, type Needles, needlesOf, snippetsOf } from './highlight.rules.ts'
import { unitWord } from './index-words.ts'
import { kinds } from './kinds.data.ts'
import { type Asked, type Plan, planOf, type Tier } from './query.rules.ts'
import type { Found, Hit, SearchQuery } from './schema.ts'
import type { Standing } from './standing.ts'
import { kindMask, placeFrom, Row, type YearFile } from './year-file.ts'

/** Where a page ends: in which tier, at which document; `score` in a ranked tier only. */
const Place = z.object({
  tier: z.number(),
  year: z.string(),
  place: z.number(),
  score: z.number().optional(),
})
type Place = z.infer<typeof Place>

type Spot = { file: YearFile; place: number; score?: number | undefined; tier: number }

/** One search in the files it concerns. */
type Search = {
  files: YearFile[]
  query: SearchQuery
  standing: Standing
  /** Expressions that hold for every tier. */
  narrow: string[]
  /** Files in which an earlier tier may have found something. */
  answered: Set<YearFile>
}

/** Places of a file within the period asked for. */
const between = ({ year }: YearFile, { from, to }: SearchQuery): [number, number] => {
  const low = from && civilDay(from).slice(0, 4) === year ? placeFrom(from) : 0
  const high = to && civilDay(to).slice(0, 4) === year ? placeFrom(to) : Number.MAX_SAFE_INTEGER
  return [low, high]
}

const weights = '10, 6, 3, 1, 0'
const counting = `SELECT count(*) AS n, ${kinds.map((_, at) => `total(rowid & ${kindMask} = ${at}) AS k${at}`).join(', ')}
  FROM words WHERE words MATCH ? AND rowid >= ? AND rowid < ?`

const newest = `SELECT rowid AS place FROM words WHERE words MATCH ? AND rowid >= ? AND rowid < ?
  ORDER BY rowid DESC LIMIT ?`

const scored = `SELECT rowid AS place, round(bm25(words, ${weights}), 3) AS score FROM words
  WHERE words MATCH ? AND rowid >= ? AND rowid < ?`

const best = `${scored} ORDER BY score, rowid DESC LIMIT ?`

/** Scored once a row: a filter on the score would otherwise have it worked out again. */
const nextBest = `WITH found AS MATERIALIZED (${scored})
  SELECT * FROM found WHERE score > ? OR (score = ? AND place < ?) ORDER BY score, place DESC LIMIT ?`

const Counted = z.record(z.string(), z.number())
const Scored = z.object({ place: z.number(), score: z.number().optional() })

type Counts = { file: YearFile; byKind: number[]; chosen: number }

const countIn = (search: Search, file: YearFile, all: string): Counts => {
  const match = matchIn(file, search.standing, [all, ...search.narrow])
  const row = Counted.parse(file.statement(counting).get(match, ...between(file, search.query)))
  const byKind = kinds.map((_, at) => row[`k${at}`] ?? 0)
  const { kind } = search.query
  return { file, byKind, chosen: kind ? (byKind[kinds.indexOf(kind)] ?? 0) : (row.n ?? 0) }
}

const isAfter = (file: YearFile, after: Place): boolean =>
  file.year !== after.year &&
  (file.year === unknownYear || (after.year !== unknownYear && file.year < after.year))

const matchOf = (search: Search, file: YearFile, { match, alone }: Tier): string => {
  const tier = search.answered.has(file) ? match : alone
  return matchIn(file, search.standing, [tier, ...search.narrow, ...ofKind(search.query)])
}

/** The next of a tier that goes newest first: file by file, until there are enough. */
const newestOf = (search: Search, files: YearFile[], tier: Tier, at: number, want: number, after?: Place) => {
  const found: Spot[] = []
  for (const file of files) {
    if (found.length >= want) break
    if (after && file.year !== after.year && !isAfter(file, after)) continue
    const [low, high] = between(file, search.query)
    const below = after?.year === file.year ? Math.min(high, after.place) : high
    const rows = file.statement(newest).all(matchOf(search, file, tier), low, below, want - found.length)
    found.push(...rows.map((row) => ({ file, place: Scored.parse(row).place, tier: at })))
  }
  return found
}

const byMerit = (a: Spot, b: Spot): number =>
  (a.score ?? 0) - (b.score ?? 0) || (a.file === b.file ? b.place - a.place : 0)

/** Of documents as good as the last one seen, those of later years and places were seen. */
const unseenBelow = (file: YearFile, after: Place): number => {
  if (after.year === file.year) return after.place
  return isAfter(file, after) ? Number.MAX_SAFE_INTEGER : 0
}

/** The next of a ranked tier: the best of each file, sorted together; equals newest first, as the files come. */
const bestOf = (search: Search, files: YearFile[], tier: Tier, at: number, want: number, after?: Place) => {
  const found = files.flatMap((file) => {
    const match = matchOf(search, file, tier)
    const period = between(file, search.query)
    const score = after?.score ?? 0
    const rows = after
      ? file.statement(nextBest).all(match, ...period, score, score, unseenBelow(file, after), want)
      : file.statement(best).all(match, ...period, want)
    return rows.map((row): Spot => ({ file, ...Scored.parse(row), tier: at }))
  })
  return found.sort(byMerit).slice(0, want)
}

const collect = (
  search: Search,
  files: YearFile[],
  { tiers }: Asked,
  want: number,
  after?: Place,
): Spot[] => {
  const found: Spot[] = []
  for (const [at, tier] of tiers.entries()) {
    if (found.length >= want) break
    if (after && at < after.tier) continue
    const from = after?.tier === at ? after : undefined
    const take = tier.ranked ? bestOf : newestOf
    const next = take(search, files, tier, at, want - found.length, from)
    for (const { file } of next) search.answered.add(file)
    found.push(...next)
  }
  return found
}

const reading = 'SELECT head, title, people, units, body FROM docs WHERE place = ?'

const hitAt = ({ file, place }: Spot, needles: Needles | undefined): Hit => {
  const { head, title, ...texts } = Row.parse(file.statement(reading).get(place))
  // Who reads what is internal is recorded, and only opening it is reading: nothing of its text is shown here.
  const snippets = head.classification === 'internal' ? [] : snippetsOf(texts, needles)
  return { ...head, title: marked(title, needles), snippets }
}

const placeOf = ({ tier, file, place, score }: Spot): string =>
  JSON.stringify({ tier, year: file.year, place, score } satisfies Place)

const whatever: Asked = { all: every, tiers: [{ match: every, alone: every, ranked: false }] }

const summed = (counts: readonly Counts[]): Found['byKind'] =>
  Object.fromEntries(
    kinds.map((kind, at) => [kind, counts.reduce((sum, { byKind }) => sum + (byKind[at] ?? 0), 0)]),
  ) as Found['byKind']

/** Everything a page says but its cursor. */
export type Page = Omit<Found, 'cursor'> & { next: string | undefined }

const pageFrom = (search: Search, plan: Plan | undefined, after: Place | undefined): Page => {
  const count = (all: string) => search.files.map((file) => countIn(search, file, all))
  const total = (counts: readonly Counts[]) => counts.reduce((sum, { chosen }) => sum + chosen, 0)
  const strict = plan?.strict ?? whatever
  let counts = count(strict.all)
  const loose = counts.every(({ byKind }) => byKind.every((n) => n === 0)) ? plan?.loose : undefined
  if (loose) counts = count(loose.all)
  const holding = counts.filter(({ chosen }) => chosen > 0)
  const { limit } = search.query
  const files = holding.map(({ file }) => file)
  const spots = collect(search, files, loose ?? strict, limit + 1, after)
  const shown = spots.slice(0, limit)
  const needles = plan && needlesOf(plan.atoms)
  const last = shown.at(-1)
  return {
    items: shown.map((spot) => hitAt(spot, needles)),
    next: spots.length > limit && last ? placeOf(last) : undefined,
    total: total(counts),
    byKind: summed(counts),
    byYear: holding.map(({ file: { year }, chosen }) => ({ year, count: chosen })),
    also: plan?.also ?? [],
    loosened: loose !== undefined && total(counts) > 0,
  }
}

type Order = { files: YearFile[]; query: SearchQuery; standing: Standing; units: readonly Unit[] }

/**
 * A page of what may be found in these files, newest year first.
 * @param units the register, by whose names of all times units are found
 * @param after where the page before ended
 */
export const searchFiles = ({ files, query, standing, units }: Order, after: string | undefined): Page => {
  const plan = query.q ? planOf(query.q, units, unitWord, query.related) : undefined
  const narrow = narrowed(query, units)
  const from = after === undefined ? undefined : Place.parse(JSON.parse(after))
  // What pages before showed is not known here: any file may have answered.
  const answered = new Set(from ? files : [])
  return pageFrom({ files, query, standing, narrow, answered }, plan, from)
}
