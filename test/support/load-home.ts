// Before the browser's tests: one home is loaded with the demonstration's accounts and conference, for all to copy.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startHome } from '#infra/local/home.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of a home that was loaded and stopped. */
    loadedHome: string
  }
}

export default async ({ provide }: TestProject) => {
  const data = mkdtempSync(join(tmpdir(), 'diemcau-loaded-'))
  const home = await startHome({ data, port: 0, clock: new Date('2022-11-23T08:00:00+07:00') })
  await home.settled()
  await home.stop()
  provide('loadedHome', data)
  return () => rmSync(data, { recursive: true, force: true })
}
