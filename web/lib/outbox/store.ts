// The acts that wait, in this browser's own database: they outlive the page, the tab and the sign-in. Where the browser
// keeps nothing (private windows, a full disk) they wait in the page's memory, and are told to be no safer than the page.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Waiting } from './act.ts'

interface Schema extends DBSchema {
  acts: { key: number; value: Waiting }
}
type Database = IDBPDatabase<Schema>

let opened: Promise<Database> | undefined

const forgetDatabase = () => {
  opened = undefined
}

/** Never throws at once: where there is no IndexedDB at all, its very name is an error. */
const database = async () => {
  opened ??= openDB<Schema>('diemcau-outbox', 1, {
    upgrade: (db) => void db.createObjectStore('acts', { keyPath: 'order', autoIncrement: true }),
    terminated: forgetDatabase,
  }).catch((error: unknown) => {
    forgetDatabase()
    throw error
  })
  return opened
}

/** A connection that the browser closed unsaid fails its next use; the second opens anew. */
const using = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
  try {
    return await work(await database())
  } catch {
    forgetDatabase()
    return work(await database())
  }
}

/** What could not be kept. Its orders follow all that the database could give. */
const inMemory = new Map<number, Waiting>()
let lastInMemory = 2 ** 52

/** Acts that are lost with this page. */
export const unkept = (): number => inMemory.size

export const allActs = async (): Promise<Waiting[]> => {
  const kept = await using((db) => db.getAll('acts')).catch(() => [])
  return [...kept, ...inMemory.values()]
}

/** Whether this browser keeps anything at all. */
export const canKeep = (): Promise<boolean> =>
  database().then(
    () => true,
    () => false,
  )

/** The database gives the order. @returns whether the act outlives the page */
export const addAct = async (act: Omit<Waiting, 'order'>): Promise<boolean> => {
  try {
    await using(async (db) => {
      const store = db.transaction('acts', 'readwrite', { durability: 'strict' })
      await store.store.add(act as Waiting)
      await store.done
    })
    return true
  } catch {
    const order = ++lastInMemory
    inMemory.set(order, { ...act, order })
    return false
  }
}

/** Keeps what changed, unless it was erased meanwhile; what is about to be sent must outlive a loss of power. */
export const keepAct = async (act: Waiting): Promise<void> => {
  if (inMemory.has(act.order)) return void inMemory.set(act.order, act)
  await using(async (db) => {
    const store = db.transaction('acts', 'readwrite', { durability: 'strict' })
    const kept = await store.store.get(act.order)
    if (kept?.key === act.key) await store.store.put(act)
    await store.done
  })
}

export const eraseAct = async ({ order }: Waiting): Promise<void> => {
  if (!inMemory.delete(order)) await using((db) => db.delete('acts', order))
}
