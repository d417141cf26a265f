// Read a sealed record, for those it concerns; reading an internal one is itself recorded.
import { allow } from '#functions/grants/allow.ts'
import { may, unitsHeld } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { emit } from '#functions/shared/event-log.ts'
import { readObject } from '#functions/shared/objects.ts'
import { Problem } from '#functions/shared/problem.ts'
import { write } from '#functions/shared/write.ts'
import { findLink, loadRecord, loadUnitItems, recordObject } from './entity.ts'
import { recordOpened } from './events.ts'
import type { RecordView } from './keeping.schema.ts'
import { loadKeeping } from './keeping-entity.ts'
import type { RecordHead } from './schema.ts'

/** The record's head, if the actor may read the record. @throws Problem `not-found`, `not-allowed` */
export const readHead = async (actor: Actor, id: string): Promise<RecordHead> => {
  const head = await loadRecord(id)
  const touched = { conference: head.conferenceId, host: head.hostUnitId }
  const at = now().toISOString()
  if (may(actor.grants, 'archive:read', touched, at)) return head
  const units = unitsHeld(actor.grants, 'operator', at)
  const invited = (await loadUnitItems(head, units)).map(({ unitId }) => unitId)
  allow(actor, 'archive:read', { ...touched, invited })
  return head
}

/** Reading an internal record is itself recorded. */
export const noteOpening = async (actor: Actor, head: RecordHead, how: 'view' | 'bytes'): Promise<void> => {
  if (head.classification === 'internal') await write(actor, head.id, emit(actor, recordOpened(head, how)))
}

/** A function's answer may have 6 MB, its frame included. */
const mostAnswered = 4_000_000

/** The stored bytes. @throws Problem `record-unreadable` when the store has none, `record-too-large` */
const readBytes = async (actor: Actor, id: string, how: 'view' | 'bytes') => {
  const head = await readHead(actor, id)
  if (head.bytes > mostAnswered) throw new Problem('record-too-large')
  const bytes = await readObject(required('ARCHIVE_BUCKET'), recordObject(head.digest))
  if (!bytes) throw new Problem('record-unreadable')
  await noteOpening(actor, head, how)
  return { head, bytes }
}

/** The stored bytes as they are: whoever has them needs no server to check them. */
export const downloadRecord = async (actor: Actor, id: string): Promise<Buffer> =>
  (await readBytes(actor, id, 'bytes')).bytes

/** How the record is kept, as far as the actor may know. */
export const keepingFor = (actor: Actor, head: RecordHead) =>
  loadKeeping(head, may(actor.grants, 'archive:keep', {}, now().toISOString()))

const parsed = (bytes: Buffer): RecordView['record'] => {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new Problem('record-unreadable')
  }
}

/** The record with its link of the chain. */
export const openRecord = async (actor: Actor, id: string): Promise<RecordView> => {
  const { head, bytes } = await readBytes(actor, id, 'view')
  const link = await findLink(head.n)
  if (!link) throw new Problem('record-unreadable')
  return { ...head, record: parsed(bytes), link, keeping: await keepingFor(actor, head) }
}
