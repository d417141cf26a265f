// Bench `cold-start`: import and first invoke of the API's bundle in fresh processes, against a bundle that holds
// nothing but Hono, zod and the DynamoDB client, built the same way. Rounds alternate.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { buildBundles, bundleOptions } from '#infra/build.ts'
import { startBytes } from '#test/support/bundle-bytes.ts'
import { type Bench, median, round } from './measure.ts'

const rounds = 25
/** What the start reads; `test/infra/build.test.ts` holds it too. */
const budgetKb = 520

const here = (name: string) => new URL(name, import.meta.url).pathname
const run = promisify(execFile)

/** Milliseconds from before the import to the first answer, as the child itself measured. */
const coldStartOf = async (bundle: string): Promise<number> => {
  const env = {
    ...process.env,
    RECORDS_TABLE: 'records',
    TOKEN_ISSUER: 'https://127.0.0.1:9',
    TOKEN_CLIENT_ID: 'bench',
  }
  const { stdout } = await run(process.execPath, [here('./cold-start-child.ts'), bundle], { env })
  return Number(stdout.trim().split('\n').at(-1))
}

const measure = async (): Promise<{ api: number; reference: number; bytes: number }> => {
  const folder = await mkdtemp(join(tmpdir(), 'diemcau-bench-'))
  try {
    const reference = join(folder, 'reference', 'index.mjs')
    await build(bundleOptions(here('./cold-start-reference.ts'), join(folder, 'reference')))
    await buildBundles(join(folder, 'functions'), ['functions/api.lambda.ts'])
    const api = join(folder, 'functions', 'api', 'index.mjs')
    const seen = { api: [] as number[], reference: [] as number[] }
    for (let turn = 0; turn < rounds; turn++) {
      seen.reference.push(await coldStartOf(reference))
      seen.api.push(await coldStartOf(api))
    }
    return {
      api: median(seen.api),
      reference: median(seen.reference),
      bytes: startBytes(join(folder, 'functions'), 'api'),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export const coldStart: Bench = {
  name: 'cold-start',
  goal: 1.25,
  goalText: `≤ 1.25, ≤ ${budgetKb} KB read at the start`,
  run: async () => {
    const { api, reference, bytes } = await measure()
    const ratio = round(api / reference)
    const startKb = Math.round(bytes / 1024)
    const pass = ratio <= coldStart.goal && startKb <= budgetKb
    return { ratio, pass, apiMs: round(api, 1), referenceMs: round(reference, 1), startKb, rounds }
  },
}
