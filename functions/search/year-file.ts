// One year of the index: an SQLite file with the documents as written, and an FTS5 table of their words.
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import * as z from 'zod'
import { type IndexedDocument, kindAt } from './document.rules.ts'
import { concernWords, unitWord } from './index-words.ts'
import { Head } from './schema.ts'
import { indexed } from './words.rules.ts'

/** Of the tables and of how words are made: another edition is another index, and made anew. */
export const edition = 1

/**
 * `words` keeps no text of its own: it stands in `docs`, once, as it was written. A row of both has the same number,
 * its place: the later the conference the greater, so that “newest first” is an order the index has by itself.
 */
const tables = `
  CREATE TABLE docs (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, conference TEXT NOT NULL, head TEXT NOT NULL,
    title TEXT NOT NULL, people TEXT NOT NULL, units TEXT NOT NULL, body TEXT NOT NULL);
  CREATE INDEX docs_conference ON docs (conference);
  CREATE TABLE parts (unit TEXT NOT NULL, conference TEXT NOT NULL, PRIMARY KEY (unit, conference)) WITHOUT ROWID;
  CREATE INDEX parts_conference ON parts (conference);
  CREATE VIRTUAL TABLE words USING fts5 (title, people, units, body, scope,
    content = '', contentless_delete = 1, prefix = '1 2', tokenize = "unicode61 remove_diacritics 2");
`

const minuteMs = 60_000
const civilOffsetMs = 7 * 3_600_000
const perMinute = 2 ** 20
const perPlace = 16

/** The first place of an instant within its civil year; of a conference nobody dates the first of all. */
export const placeFrom = (startsAt: string): number => {
  const civil = Date.parse(startsAt) + civilOffsetMs
  const year = new Date(civil).getUTCFullYear()
  return Math.floor((civil - new Date(0).setUTCFullYear(year, 0, 1)) / minuteMs) * perMinute
}

/** What kind stands at a place. */
export const kindMask = perPlace - 1

const Last = z.object({ last: z.number().nullable() })

const nextPlace = (file: DatabaseSync, { head }: IndexedDocument): number => {
  const from = head.datePrecision === 'unknown' ? 0 : placeFrom(head.startsAt)
  const select = file.prepare('SELECT max(place) AS last FROM docs WHERE place >= ? AND place < ?')
  const { last } = Last.parse(select.get(from, from + perMinute))
  const row = last === null ? 0 : Math.floor((last - from) / perPlace) + 1
  if (row >= perMinute / perPlace) throw new Error(`no place is left in the minute of ${head.startsAt}`)
  return from + row * perPlace + kindAt(head.kind)
}

/** Makes the tables of a new file. */
export const layOut = (file: DatabaseSync): void => {
  file.exec(`PRAGMA page_size = 8192; ${tables} PRAGMA user_version = ${edition};`)
}

const insert = (file: DatabaseSync, document: IndexedDocument): void => {
  const { head, title, people, units, body, concern } = document
  const place = nextPlace(file, document)
  file
    .prepare('INSERT INTO docs VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(place, head.id, concern.conference, JSON.stringify(head), title, people, units, body)
  file
    .prepare('INSERT INTO words (rowid, title, people, units, body, scope) VALUES (?, ?, ?, ?, ?, ?)')
    .run(place, indexed(title), indexed(people), indexed(units), indexed(body), concernWords(concern, head))
  const part = file.prepare('INSERT OR IGNORE INTO parts VALUES (?, ?)')
  if (head.kind !== 'contribution')
    for (const unit of concern.units) part.run(unitWord(unit), concern.conference)
}

/** Takes out what there is of a conference. @returns whether there was anything */
export const removeConference = (file: DatabaseSync, conferenceId: string): boolean => {
  file
    .prepare('DELETE FROM words WHERE rowid IN (SELECT place FROM docs WHERE conference = ?)')
    .run(conferenceId)
  file.prepare('DELETE FROM parts WHERE conference = ?').run(conferenceId)
  return file.prepare('DELETE FROM docs WHERE conference = ?').run(conferenceId).changes > 0
}

/** Puts documents of one conference in place of whatever the file had of it: the later a document in the list, the earlier it is found. */
export const replaceConference = (
  file: DatabaseSync,
  conferenceId: string,
  documents: readonly IndexedDocument[],
): void => {
  removeConference(file, conferenceId)
  for (const document of documents) insert(file, document)
}

export const holdsConference = (file: DatabaseSync, conferenceId: string): boolean =>
  file.prepare('SELECT 1 FROM docs WHERE conference = ? LIMIT 1').get(conferenceId) !== undefined

const fullyPacked = "INSERT INTO words (words) VALUES ('optimize')"

/** One piece instead of many: for a file that was made at once. */
export const pack = (file: DatabaseSync): void => file.exec(`${fullyPacked}; VACUUM;`)

/** A file that is read: its statements are made once. `etag` and `path` say which version it is, and where it lies. */
export type YearFile = {
  year: string
  etag: string
  path: string
  file: DatabaseSync
  statement(sql: string): StatementSync
}

/** @throws Error when the file is of another edition, or no index */
export const openYear = ({ year, etag, path }: Pick<YearFile, 'year' | 'etag' | 'path'>): YearFile => {
  const file = new DatabaseSync(path, { readOnly: true })
  const { user_version } = z
    .object({ user_version: z.number() })
    .parse(file.prepare('PRAGMA user_version').get())
  if (user_version !== edition) throw new Error(`${path} is of edition ${user_version}`)
  file.exec('PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -16384;')
  const made = new Map<string, StatementSync>()
  const statement = (sql: string) => {
    const known = made.get(sql) ?? file.prepare(sql)
    made.set(sql, known)
    return known
  }
  return { year, etag, path, file, statement }
}

/** A document as it stands in a file. */
export const Row = z.object({
  head: z.string().transform((text) => Head.parse(JSON.parse(text))),
  title: z.string(),
  people: z.string(),
  units: z.string(),
  body: z.string(),
})
export type Row = z.infer<typeof Row>
