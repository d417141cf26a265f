// One project per kind of test, so that `vitest --project unit` answers in seconds.
import { defineConfig } from 'vitest/config'

const project = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], ...extra },
})

export default defineConfig({
  test: {
    // What tests provoke would be logged among their results.
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
    // Left to itself vitest keeps one core of two for the terminal; the engines beside the tests are its true company.
    maxWorkers: 2,
    projects: [
      project('unit', { testTimeout: 30_000 }),
      project('api', { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('web', { testTimeout: 60_000 }),
      project('infra', { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('faults', { testTimeout: 240_000, hookTimeout: 120_000 }),
      project('e2e', {
        testTimeout: 240_000,
        hookTimeout: 120_000,
        globalSetup: ['test/support/load-home.ts'],
      }),
    ],
  },
})
