// Makes the whole index anew from what is sealed and kept: a command, for a lost file or another edition.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { placeOf, recordsByDate } from '#functions/archive/entity.ts'
import { hostedBy } from '#functions/conferences/entity.ts'
import { loadAllUnits } from '#functions/directory/entity.ts'
import { yearOf } from './document.rules.ts'
import { loadDocuments, type Order } from './load-documents.ts'
import { folder, putYear, readYearsNow } from './shelf.ts'
import { layOut, pack, replaceConference } from './year-file.ts'

const pageSize = 500

async function* sealed(): AsyncGenerator<Order> {
  for (let to = '2200'; ; ) {
    const heads = await recordsByDate({ from: '0000', to, limit: pageSize })
    for (const { id, conferenceId } of heads) yield { conference: conferenceId, record: id }
    const last = heads.at(-1)
    if (!last || heads.length < pageSize) return
    to = placeOf(last)
  }
}

const ever = { from: '0000', to: '9999', limit: 100_000 }

/** Conferences whose contributions are found before they are sealed. */
async function* hosted(): AsyncGenerator<Order> {
  for (const { id } of await loadAllUnits())
    for (const conference of await hostedBy(id, ever)) yield { conference: conference.id }
}

/** Files in the making, by year. */
const openWorks = () => {
  const works = new Map<string, { file: DatabaseSync; path: string }>()
  const of = (year: string): DatabaseSync => {
    const known = works.get(year)
    if (known) return known.file
    const path = join(folder(), `${year}.${process.pid}.rebuilt`)
    rmSync(path, { force: true })
    const file = new DatabaseSync(path)
    file.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF')
    layOut(file)
    works.set(year, { file, path })
    return file
  }
  const drop = () => {
    for (const { file, path } of works.values()) {
      if (file.isOpen) file.close()
      rmSync(path, { force: true })
    }
  }
  return { works, of, drop }
}

type Works = ReturnType<typeof openWorks>

const fill = async (works: Works): Promise<number> => {
  const done = new Set<string>()
  let documents = 0
  for (const source of [sealed(), hosted()])
    for await (const order of source) {
      if (done.has(order.conference)) continue
      done.add(order.conference)
      const found = await loadDocuments(order)
      documents += found.length
      for (const [year, own] of Map.groupBy(found, ({ head }) => yearOf(head)))
        replaceConference(works.of(year), order.conference, own)
    }
  return documents
}

/** @returns false when somebody replaced a file meanwhile: what was read may be older than what that file says */
const attempt = async () => {
  const before = new Map((await readYearsNow(() => true)).map(({ year, etag }) => [year, etag]))
  const works = openWorks()
  try {
    const documents = await fill(works)
    for (const year of before.keys()) works.of(year)
    for (const [year, { file, path }] of works.works) {
      pack(file)
      file.close()
      if (!(await putYear(year, readFileSync(path), before.get(year)))) return undefined
    }
    return { years: [...works.works.keys()].sort(), documents }
  } finally {
    works.drop()
  }
}

const most = 3

/** @throws Error when the index was changed during three attempts */
export const rebuildIndex = async (): Promise<{ years: string[]; documents: number }> => {
  for (let tried = 0; tried < most; tried++) {
    const made = await attempt()
    if (made) return made
  }
  throw new Error('the index was changed again and again: let the writer rest, then run this once more')
}
