// What a page shows of a record, and its annexes page by page: a nation's record is larger than one answer may be.
import { loadMinutesOf } from '#functions/minutes/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { required } from '#functions/shared/config.ts'
import { pageOf } from '#functions/shared/cursor.ts'
import { readObject } from '#functions/shared/objects.ts'
import { Problem } from '#functions/shared/problem.ts'
import { recently } from '#functions/shared/recent.ts'
import { annexesIn, lengthsOf, numberedIn, rowsFound } from './annexes.rules.ts'
import { checkpointOver } from './checkpoint-entity.ts'
import { findLink, loadHead, recordObject } from './entity.ts'
import { keepingFor, noteOpening, readHead } from './read-record.ts'
import { readingOf } from './reading.ts'
import type { RecordHead } from './schema.ts'
import {
  type AnnexName,
  type AnnexQuery,
  type RecordSheet,
  SealedVersion,
  SheetText,
} from './sheet.schema.ts'

/** A record as read, its annexes as rows. @throws Problem `record-unreadable` */
const read = async (digest: string) => {
  const { record, raw } = readingOf(await readObject(required('ARCHIVE_BUCKET'), recordObject(digest)))
  if (!record || !raw) throw new Problem('record-unreadable')
  const { minutes } = raw
  return { record, text: SheetText.parse(minutes), rows: annexesIn(minutes), numbered: numberedIn(minutes) }
}

/** Whoever reads one page of an annex reads the next: what lies under a digest cannot change. One record at a time. */
const opened = recently(60_000, read, 1)

const versionsOf = async ({ kind, conferenceId }: RecordHead): Promise<RecordSheet['versions']> => {
  if (kind === 'historical') return []
  const [minutes] = await loadMinutesOf([conferenceId])
  if (!minutes) return []
  const { earlier, seal, number } = minutes
  const now = seal && number ? [{ recordId: seal.recordId, number: number.text, sealedAt: seal.at }] : []
  return [...earlier, ...now].map((version) => SealedVersion.parse(version))
}

/** The files a record names. @throws Problem `record-unreadable` */
export const documentsIn = async ({ digest }: RecordHead) => (await opened.get(digest)).record.documents ?? []

/** @throws Problem `not-found`, `not-allowed`, `record-unreadable` */
export const readSheet = async (actor: Actor, id: string): Promise<RecordSheet> => {
  const head = await readHead(actor, id)
  const [{ record, text, rows, numbered }, link, end, over, versions, keeping] = await Promise.all([
    opened.get(head.digest),
    findLink(head.n),
    loadHead(),
    checkpointOver(head.n),
    versionsOf(head),
    keepingFor(actor, head),
  ])
  if (!link) throw new Problem('record-unreadable')
  await noteOpening(actor, head, 'view')
  const { attestations, keys, documents = [] } = record
  return {
    ...head,
    link,
    chainLength: end.version,
    ...(over ? { checkpoint: { day: over.day, n: over.statement.n } } : {}),
    attestations,
    documents,
    keys,
    text,
    annexes: lengthsOf(rows),
    numbered,
    versions,
    keeping,
  }
}

/** The signed paragraphs of a record. */
export const readText = async (actor: Actor, id: string) => {
  const head = await readHead(actor, id)
  const { text } = await opened.get(head.digest)
  await noteOpening(actor, head, 'view')
  return { head, text }
}

/** One page; a cursor is of somebody whose first page was noted. */
export const readAnnex = async (actor: Actor, id: string, annex: AnnexName, query: AnnexQuery) => {
  const head = await readHead(actor, id)
  const { rows } = await opened.get(head.digest)
  const { cursor, limit, ...sought } = query
  if (!cursor) await noteOpening(actor, head, 'view')
  const found = rowsFound(rows[annex], sought)
  const asked = `archive/${id}/${annex}?${JSON.stringify({ ...sought, limit })}`
  const page = await pageOf(actor.sub, asked, cursor, async (after) => {
    const from = Number(after ?? 0)
    const next = from + limit < found.length ? String(from + limit) : undefined
    return { items: found.slice(from, from + limit), next }
  })
  return { total: found.length, ...page }
}
