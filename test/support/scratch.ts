// Where tests keep what is thrown away: in memory if there is room, for each write of a database waits for its disk.
import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
const enoughBytes = 2 * 1024 ** 3

const hasRoom = (): boolean => {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= enoughBytes
  } catch {
    return false
  }
}

/** @returns a folder that is gone when this process ends, or the system's own for such things */
export const scratchFolder = (): string => {
  if (!hasRoom()) return tmpdir()
  const folder = mkdtempSync(join(memory, 'diemcau-tests-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
