// One project per kind of test, so that `vitest --project unit` answers in seconds.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { scratchFolder } from './test/support/scratch.ts'

/** Only a failure waits this long: the default of a second is shorter than a busy machine's hiccup. */
const patienceMs = 15_000

const project = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], ...extra },
})

/** Rules keep nothing from one call to the next: one worker serves all their files. */
const together = { isolate: false, unstubEnvs: true }

/**
 * What a process remembers of a house is of that house's own database, issuer or ids: the next file begins a house of its
 * own in the same worker, where sources and libraries are loaded and warm.
 */
const inTurn = { isolate: false, unstubEnvs: true, setupFiles: ['test/support/own-ground.ts'] }

/** One loaded home for all who copy it. */
const home = { globalSetup: ['test/support/load-home.ts'] }

/** What is said of the templates: they are synthesised once in a worker that all of these files share. */
const ofStacks = ['test/infra/stacks-*.test.ts', 'test/infra/job-rules.test.ts']

/** The browser's tests stay with the system's own folder: the browser is unpacked there once and for all. */
const scratch = { env: { TMPDIR: scratchFolder() } }

export default defineConfig({
  test: {
    env: {
      // What tests provoke would be logged among their results.
      POWERTOOLS_LOG_LEVEL: 'SILENT',
      // Homes that tests start in processes of their own compile the sources once for all of them.
      NODE_COMPILE_CACHE: fileURLToPath(new URL('.build/compile-cache', import.meta.url)),
    },
    // Left to itself vitest keeps one core of two for the terminal; the engines beside the tests are its true company.
    maxWorkers: 2,
    expect: { poll: { timeout: patienceMs } },
    projects: [
      project('unit', { testTimeout: 30_000, ...together }),
      project('api', { testTimeout: 60_000, hookTimeout: 60_000, ...inTurn, ...scratch }),
      project('web', { testTimeout: 60_000 }),
      project('infra', { testTimeout: 60_000, hookTimeout: 60_000, exclude: ofStacks, ...home, ...scratch }),
      project('stacks', { testTimeout: 60_000, include: ofStacks, ...together }),
      project('faults', { testTimeout: 240_000, hookTimeout: 120_000, ...home, ...scratch }),
      project('e2e', { testTimeout: 240_000, hookTimeout: 120_000, ...home }),
    ],
  },
})
