// Which conference a home was loaded with: written down when the loading ended.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the id stands. */
export const loadedMark = (data: string): string => join(data, 'seeded')

/** @returns undefined in a home that began empty */
export const loadedConference = (data: string): string | undefined => {
  const mark = loadedMark(data)
  return existsSync(mark) ? readFileSync(mark, 'utf8').trim() || undefined : undefined
}
