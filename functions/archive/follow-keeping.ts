// Has the store's lock follow what was decided about a record. It looks at how things stand, so it may come late or twice.
import { systemActor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { emit } from '#functions/shared/event-log.ts'
import { readObject } from '#functions/shared/objects.ts'
import { put } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { findRecord, loadRecords, recordObject } from './entity.ts'
import { recordLocked } from './events.ts'
import { lockUntil } from './keeping.rules.ts'
import type { RecordLock } from './keeping.schema.ts'
import { findLock, loadDecided, loadHeld, loadKeeping, lockItem } from './keeping-entity.ts'
import { holdObject, lockMode, lockObject } from './lock-objects.ts'
import { readingOf } from './reading.ts'
import type { RecordHead } from './schema.ts'

/** The record's own bytes and the files it names. @throws Error when the store has lost the record */
const objectsOf = async ({ id, digest }: RecordHead): Promise<string[]> => {
  const { record } = readingOf(await readObject(required('ARCHIVE_BUCKET'), recordObject(digest)))
  if (!record) throw new Error(`${id} cannot be read`)
  const files = (record.documents ?? []).map(({ sha256 }) => recordObject(sha256))
  return [...new Set([recordObject(digest), ...files])]
}

/** Two records may name the same file: it is let go only when no record that names it is held. */
const heldByOthers = async (id: string): Promise<Set<string>> => {
  const others = (await loadHeld()).filter((held) => held !== id)
  const objects = await Promise.all((await loadRecords(others)).map(objectsOf))
  return new Set(objects.flat())
}

const applied = async (head: RecordHead): Promise<RecordLock> => {
  const mode = lockMode()
  const keeping = await loadKeeping(head, true)
  const objects = await objectsOf(head)
  const at = now().toISOString()
  const { held } = keeping
  if (!mode) return { store: 'none', held, objects: objects.length, at }
  const until = lockUntil(keeping, Number(head.sealedAt.slice(0, 4)))
  const others = held ? new Set<string>() : await heldByOthers(head.id)
  const Bucket = required('ARCHIVE_BUCKET')
  for (const Key of objects) {
    await lockObject({ Bucket, Key }, mode, until)
    await holdObject({ Bucket, Key }, held || others.has(Key))
  }
  return { store: 'locked', until, held, objects: objects.length, at }
}

const says = ({ at: _, ...lock }: RecordLock) => JSON.stringify(lock)

/** Its own decision, and every hold: a file may belong to a record that was put under one meanwhile. */
const decidedOf = async (id: string): Promise<string> =>
  JSON.stringify([(await loadDecided(id)).version, await loadHeld()])

/** What is decided while it works is followed as well, so of two runs at once the last word is the newest decision. */
export const followKeeping = async (id: string, requestId: string): Promise<void> => {
  const head = await findRecord(id)
  if (!head) return
  let lock: RecordLock
  let followed: string
  do {
    followed = await decidedOf(id)
    lock = await applied(head)
  } while ((await decidedOf(id)) !== followed)
  const before = await findLock(id)
  if (before && says(before) === says(lock)) return
  const actor = systemActor('archive-lock', requestId)
  await write(actor, id, put(lockItem(id, lock)), emit(actor, recordLocked(head, lock)))
}
