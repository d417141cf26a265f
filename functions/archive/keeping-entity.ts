// What archivists decided about records, in one partition: few are ever decided on. And how each record's files are locked.
import { loadConferences } from '#functions/conferences/entity.ts'
import { all, type Item, type Key, load, loadMany } from '#functions/shared/table.ts'
import { keepingOf } from './keeping.rules.ts'
import { Decided, type Keeping, RecordLock } from './keeping.schema.ts'
import type { RecordHead } from './schema.ts'

const partition = 'KEEPING'

const decidedKey = (recordId: string): Key => ({ pk: partition, sk: recordId })

export const decidedItem = (decided: Decided): Item & { version: number } => ({
  ...decided,
  ...decidedKey(decided.recordId),
  type: 'record-keeping',
})

/** What was decided of a record; version 0 where nothing was. */
export const loadDecided = async (recordId: string): Promise<Decided> =>
  (await load(decidedKey(recordId), Decided)) ?? { recordId, version: 0 }

/** Every record on which a hold stands. */
export const loadHeld = async (): Promise<string[]> =>
  (await all({ pk: partition }, Decided)).flatMap(({ hold, recordId }) => (hold ? [recordId] : []))

const lockKey = (recordId: string): Key => ({ pk: `REC#${recordId}`, sk: 'LOCK' })

export const lockItem = (recordId: string, lock: RecordLock): Item => ({
  ...lock,
  ...lockKey(recordId),
  type: 'record-lock',
})

export const findLock = (recordId: string): Promise<RecordLock | undefined> =>
  load(lockKey(recordId), RecordLock)

/** How these records are kept, in their order. @param forArchivist who held one and why is theirs to know */
export const loadKeepings = async (
  heads: readonly RecordHead[],
  forArchivist: boolean,
): Promise<Keeping[]> => {
  const [conferences, decisions, locks] = await Promise.all([
    loadConferences([...new Set(heads.map(({ conferenceId }) => conferenceId))]),
    loadMany(
      heads.map(({ id }) => decidedKey(id)),
      Decided,
    ),
    Promise.all(heads.map(({ id }) => findLock(id))),
  ])
  return heads.map((head, at) => {
    const level = conferences.find(({ id }) => id === head.conferenceId)?.level
    const decided = decisions.find(({ recordId }) => recordId === head.id)
    return keepingOf(head, { level, decided, lock: locks[at] }, forArchivist)
  })
}

/** How one record is kept. */
export const loadKeeping = async (head: RecordHead, forArchivist: boolean): Promise<Keeping> => {
  const [keeping] = await loadKeepings([head], forArchivist)
  if (!keeping) throw new Error('one record has one keeping')
  return keeping
}
