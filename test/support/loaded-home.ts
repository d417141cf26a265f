// A home of one's own, loaded already: loading takes ten times as long as copying what was loaded once.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type Home, type HomeOptions, startHome } from '#infra/local/home.ts'
import { loadOnce } from './load-once.ts'

/** Data of a loaded home that is not running, in a folder of its own. */
export const copyOfLoaded = async (): Promise<string> => {
  const loaded = await loadOnce(inject('loadedHome'))
  const data = mkdtempSync(join(tmpdir(), 'diemcau-'))
  cpSync(loaded, data, { recursive: true })
  return data
}

/** @param clock the moment it starts at; gone, folder and all, when stopped */
export const startLoadedHome = async (
  clock: Date,
  options: Pick<HomeOptions, 'manners' | 'chime'> = {},
): Promise<Home> => {
  const data = await copyOfLoaded()
  const home = await startHome({ ...options, data, port: 0, clock })
  const stop = async () => {
    await home.stop()
    rmSync(data, { recursive: true, force: true })
  }
  return { ...home, stop }
}
