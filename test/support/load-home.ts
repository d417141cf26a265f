// Before tests that copy a loaded home: the folder it will lie in, one for all of them; the browser's all need it, so it is begun.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { loadOnce } from './load-once.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a home that is loaded once: see `loadOnce`. */
    loadedHome: string
  }
}

declare global {
  /** Each project reads this file anew, in one process. */
  var homeOfRun: { folder: string; loading?: Promise<unknown> } | undefined
}

export default ({ name, provide }: TestProject) => {
  globalThis.homeOfRun ??= { folder: mkdtempSync(join(tmpdir(), 'diemcau-loaded-')) }
  const home = globalThis.homeOfRun
  provide('loadedHome', home.folder)
  // Beside the tests of other projects. Whoever needs it is told should it fail.
  if (name === 'e2e') home.loading = loadOnce(home.folder).catch(() => undefined)
  return async () => {
    await home.loading
    rmSync(home.folder, { recursive: true, force: true })
  }
}
