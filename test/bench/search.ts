// Bench `search`: a page of the search among 50,000 records, permission, counts and highlights included, but without HTTP,
// against raw FTS5 over the same files: `MATCH … ORDER BY rank LIMIT`, merged, with the documents read. Common and rare words in
// alternating rounds; the ratio is of the times of all questions together.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { units } from '#functions/directory/units.data.ts'
import { SearchQuery } from '#functions/search/schema.ts'
import { searchFiles } from '#functions/search/search-files.ts'
import { standingOf } from '#functions/search/standing.ts'
import type { YearFile } from '#functions/search/year-file.ts'
import { edition } from '#functions/search/year-file.ts'
import { corpus } from '#test/support/archive-corpus.ts'
import { openCorpus, writeCorpus } from '#test/support/corpus-files.ts'
import { type Bench, median, round } from './measure.ts'

const records = 50_000
const shape = { from: 2016, years: 10, sentences: 20 }
const rounds = 9
const limit = 20

const place = fileURLToPath(new URL(`../../.build/search-corpus-${edition}-${records}/`, import.meta.url))

/** Made once: a minute's work. */
const files = (): YearFile[] => {
  const list = `${place}years.json`
  if (!existsSync(list)) {
    const making = `${place.slice(0, -1)}.making`
    rmSync(making, { recursive: true, force: true })
    rmSync(place, { recursive: true, force: true })
    mkdirSync(making, { recursive: true })
    writeFileSync(`${making}/years.json`, JSON.stringify(writeCorpus(making, corpus(records, shape))))
    renameSync(making, place)
  }
  return openCorpus(place, JSON.parse(readFileSync(list, 'utf8')) as string[])
}

/** As people type, and what raw FTS5 is asked for the same. */
const common = [
  { q: 'công an', raw: '"cong an"' },
  { q: 'hội nghị', raw: '"hoi nghi"' },
  { q: 'tuyên truyền', raw: '"tuyen truyen"' },
  { q: 'nguyen', raw: 'nguyen' },
  { q: 'điều tra làm rõ', raw: '"dieu tra lam ro"' },
  { q: 'an ninh trật tự', raw: '"an ninh trat tu"' },
]
const rare = [
  { q: 'sáng kiến cơ sở số 5123', raw: 'sang AND kien AND co AND so AND 5123' },
  { q: 'sáng kiến cơ sở số 31415', raw: 'sang AND kien AND co AND so AND 31415' },
  { q: '777/BB-BCA', raw: '"777 bb bca"' },
  { q: 'số 40004', raw: '"so 40004"' },
]
type Question = (typeof common)[number]

const grants = [{ role: 'archivist', scope: '*', validFrom: '1900-01-01T00:00:00.000Z' }]

const house = (open: YearFile[], { q }: Question): number => {
  const query = SearchQuery.parse({ q, limit: String(limit) })
  const standing = standingOf({ grants } as Parameters<typeof standingOf>[0])
  return searchFiles({ files: open, query, standing, units }, undefined).items.length
}

const ranked = `SELECT rowid AS place, rank FROM words WHERE words MATCH ? ORDER BY rank LIMIT ${limit}`
const reading = 'SELECT head, title, people, units, body FROM docs WHERE place = ?'

const bare = (open: YearFile[], { raw }: Question): number =>
  open
    .flatMap((file) =>
      file
        .statement(ranked)
        .all(raw)
        .map((row) => ({ file, row })),
    )
    .sort((a, b) => Number(a.row.rank) - Number(b.row.rank))
    .slice(0, limit)
    .map(({ file, row }) => file.statement(reading).get(Number(row.place))).length

const time = (act: () => unknown): number => {
  const began = performance.now()
  act()
  return performance.now() - began
}

type Side = (open: YearFile[], question: Question) => number

/** The middle of the rounds of each question, summed. */
const compare = (open: YearFile[], questions: readonly Question[]) => {
  const sides: Side[] = [bare, house]
  const sums = sides.map(() => 0)
  for (const question of questions) {
    const seen: number[][] = sides.map(() => [])
    for (let turn = 0; turn <= rounds; turn++)
      for (const [at, side] of sides.entries()) {
        const ms = time(() => side(open, question))
        if (turn > 0) seen[at]?.push(ms)
      }
    for (const [at, each] of seen.entries()) sums[at] = (sums[at] ?? 0) + median(each)
  }
  return { bareMs: (sums[0] ?? 0) / questions.length, houseMs: (sums[1] ?? 0) / questions.length }
}

const run = async () => {
  const open = files()
  const [ofCommon, ofRare] = [compare(open, common), compare(open, rare)]
  const all = (side: 'bareMs' | 'houseMs') => ofCommon[side] * common.length + ofRare[side] * rare.length
  const ratio = round(all('houseMs') / all('bareMs'))
  for (const { file } of open) file.close()
  return {
    ratio,
    pass: ratio <= search.goal,
    commonRatio: round(ofCommon.houseMs / ofCommon.bareMs),
    commonMs: round(ofCommon.houseMs),
    commonBareMs: round(ofCommon.bareMs),
    rareRatio: round(ofRare.houseMs / ofRare.bareMs),
    rareMs: round(ofRare.houseMs),
    rareBareMs: round(ofRare.bareMs),
    records,
    years: open.length,
  }
}

export const search: Bench = { name: 'search', goal: 1.3, goalText: '≤ 1.3', run }
