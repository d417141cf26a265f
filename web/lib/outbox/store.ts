// The acts that wait, in this browser's own database: they outlive the page, the tab and the sign-in.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Waiting } from './act.ts'

interface Schema extends DBSchema {
  acts: { key: number; value: Waiting }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

const database = () => {
  opened ??= openDB<Schema>('diemcau-outbox', 1, {
    upgrade: (db) => void db.createObjectStore('acts', { keyPath: 'order', autoIncrement: true }),
    terminated: () => {
      opened = undefined
    },
  }).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

export const allActs = async (): Promise<Waiting[]> => (await database()).getAll('acts')

/** The database gives the order. */
export const addAct = async (act: Omit<Waiting, 'order'>): Promise<void> => {
  const store = (await database()).transaction('acts', 'readwrite', { durability: 'strict' })
  await store.objectStore('acts').add(act as Waiting)
  await store.done
}

/** Keeps what changed, unless it was erased meanwhile. */
export const keepAct = async (act: Waiting): Promise<void> => {
  const store = (await database()).transaction('acts', 'readwrite')
  const kept = await store.store.get(act.order)
  if (kept?.key === act.key) await store.store.put(act)
  await store.done
}

export const eraseAct = async ({ order }: Waiting): Promise<void> => (await database()).delete('acts', order)
