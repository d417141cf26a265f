// Brings the index up to date with conferences as they stand: each year's file is copied, changed, and put in its place.
import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type IndexedDocument, yearOf } from './document.rules.ts'
import { loadDocuments, type Order } from './load-documents.ts'
import { folder, putYear, readYearsNow } from './shelf.ts'
import { holdsConference, layOut, removeConference, replaceConference, type YearFile } from './year-file.ts'

type Change = { conference: string; documents: IndexedDocument[] }

let works = 0

const change = (file: DatabaseSync, changes: readonly Change[], year: string): void => {
  file.exec('BEGIN')
  for (const { conference, documents } of changes) {
    const own = documents.filter(({ head }) => yearOf(head) === year)
    if (own.length > 0) replaceConference(file, conference, own)
    else removeConference(file, conference)
  }
  file.exec(`COMMIT; INSERT INTO words (words, rank) VALUES ('merge', 500)`)
}

/** The bytes of a year's file with the changes in it. @param path of the file as it stands, if there is one */
const changed = (year: string, path: string | undefined, changes: readonly Change[]): Buffer => {
  const work = join(folder(), `${year}.${process.pid}.${++works}.work`)
  try {
    if (path) copyFileSync(path, work)
    const file = new DatabaseSync(work)
    try {
      file.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF')
      if (!path) layOut(file)
      change(file, changes, year)
    } finally {
      file.close()
    }
    return readFileSync(work)
  } finally {
    rmSync(work, { force: true })
  }
}

/** The years to write: where the documents belong, and where any of their conferences stood before. */
const touched = (files: readonly YearFile[], changes: readonly Change[]): Set<string> => {
  const belongs = changes.flatMap(({ documents }) => documents.map(({ head }) => yearOf(head)))
  const stood = files.filter(({ file }) =>
    changes.some(({ conference }) => holdsConference(file, conference)),
  )
  return new Set([...belongs, ...stood.map(({ year }) => year)])
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

const writeYear = async (year: string, read: YearFile | undefined, changes: readonly Change[]) => {
  try {
    return await putYear(year, changed(year, read?.path, changes), read?.etag)
  } catch (error) {
    // A newer one took the place of the copy that was read.
    if (isGone(error)) return false
    throw error
  }
}

/** Files are read before what they are to say: whoever puts a file in between is noticed by its ETag. */
const attempt = async (orders: readonly Order[]): Promise<boolean> => {
  const files = await readYearsNow(() => true)
  const changes: Change[] = []
  for (const order of orders)
    changes.push({ conference: order.conference, documents: await loadDocuments(order) })
  for (const year of touched(files, changes)) {
    const read = files.find((file) => file.year === year)
    if (!(await writeYear(year, read, changes))) return false
  }
  return true
}

const knownLast = (a: Order, b: Order): number => Number(Boolean(a.record)) - Number(Boolean(b.record))

const most = 6

/**
 * Writes what is to be found of these conferences now. Harmless to repeat and in any order: nothing of an order counts
 * but which conference it names. Of two writers one finds its file replaced, and begins again with reading.
 * @throws Error when others were faster six times
 */
export const updateIndex = async (orders: readonly Order[]): Promise<void> => {
  const distinct = [...new Map(orders.toSorted(knownLast).map((order) => [order.conference, order])).values()]
  for (let tried = 0; tried < most; tried++) if (await attempt(distinct)) return
  throw new Error('the index was replaced by others again and again')
}
