// The data folder of a home: found or made, held by its lock, emptied where that was asked for.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Duties } from './duties.ts'
import { takeLock } from './lock.ts'

type FolderOptions = {
  data?: string
  memory?: boolean
  reset?: boolean
}

/** Its lock is held until the home stops; a folder of one's own is gone then. @throws Refusal */
export const openFolder = async ({ data = '.data', memory, reset }: FolderOptions, duties: Duties) => {
  const dir = memory ? mkdtempSync(join(tmpdir(), 'diemcau-')) : resolve(data)
  if (memory) duties.add(() => rmSync(dir, { recursive: true, force: true }))
  const lock = await takeLock(dir)
  duties.add(() => lock.release())
  if (reset) empty(dir)
  return { dir, lock }
}

/** Everything in the folder is ours but for the lock, which is being held. */
const empty = (dir: string) => {
  for (const name of readdirSync(dir))
    if (!name.startsWith('lock') && name !== 'home.json') rmSync(join(dir, name), { recursive: true })
}
