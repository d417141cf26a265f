// A job begins by its event alone: the stream, the rule, the queue and the worker's entry, as deployed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Context } from 'aws-lambda'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { handler } from '#functions/jobs.lambda.ts'
import { strictManners } from '#infra/local/manners.ts'
import { startPump } from '#infra/local/pump.ts'
import { ruleConsumer } from '#infra/local/pump-consumers.ts'
import { eventRules } from '#infra/rules.data.ts'
import { communeTable } from '#test/support/communes.ts'
import { eventually } from '#test/support/eventually.ts'
import { orderImport, sendTable, startUnitsHome } from '#test/support/units-home.ts'

let home: Awaited<ReturnType<typeof startUnitsHome>>
let pump: ReturnType<typeof startPump>
let dir: string

beforeAll(async () => {
  home = await startUnitsHome()
  dir = mkdtempSync(join(tmpdir(), 'diemcau-wake-'))
  const rule = eventRules.find(({ name }) => name === 'jobs')
  if (!rule) throw new Error('no rule wakes the worker')
  const worker = (event: unknown, context: Context) =>
    handler(event as Parameters<typeof handler>[0], context)
  const { endpoint } = home.engine
  const consumers = [ruleConsumer(rule, worker)]
  pump = startPump({ endpoint, table: 'records', dir, consumers, manners: strictManners })
})
afterAll(async () => {
  await pump.stop()
  await home.stop()
  rmSync(dir, { recursive: true })
})

it('an import that was asked for comes to its end, its messages repeated and in disorder', async () => {
  const ids: string[] = []
  for (const count of [30, 60]) {
    const uploadId = await sendTable(home.administrator, communeTable(count))
    ids.push(await orderImport(home.administrator, uploadId, count === 30))
  }
  for (const [at, id] of ids.entries())
    await eventually(
      async () => {
        const { body } = await home.administrator.get(`/api/jobs/${id}`)
        expect(body).toMatchObject({ state: 'done', result: { added: at === 0 ? 30 : 60 } })
      },
      { timeout: 60_000, interval: 50 },
    )
}, 90_000)
