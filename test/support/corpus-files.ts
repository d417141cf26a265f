// Files of the index over generated documents, made as a rebuild makes them, and opened as a search opens them.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { yearOf } from '#functions/search/document.rules.ts'
import { layOut, openYear, pack, replaceConference, type YearFile } from '#functions/search/year-file.ts'
import type { Made } from './archive-corpus.ts'

/** @param dir where the files go, one a year. @returns the years, newest first */
export const writeCorpus = (dir: string, made: Iterable<Made[]>): string[] => {
  mkdirSync(dir, { recursive: true })
  const files = new Map<string, DatabaseSync>()
  const of = (year: string): DatabaseSync => {
    const known = files.get(year) ?? new DatabaseSync(join(dir, `${year}.db`))
    if (!files.has(year)) {
      known.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF')
      layOut(known)
      known.exec('BEGIN')
      files.set(year, known)
    }
    return known
  }
  for (const group of made) {
    const [first] = group
    if (!first) continue
    const documents = group.map(({ document }) => document)
    replaceConference(of(yearOf(first.document.head)), first.facts.conferenceId, documents)
  }
  for (const file of files.values()) {
    file.exec('COMMIT')
    pack(file)
    file.close()
  }
  return [...files.keys()].sort().reverse()
}

export const openCorpus = (dir: string, years: readonly string[]): YearFile[] =>
  years.map((year) => openYear({ year, etag: year, path: join(dir, `${year}.db`) }))
