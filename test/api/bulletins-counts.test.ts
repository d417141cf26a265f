// Access counts from log files as CloudFront writes them: once however often told, in any order, by Vietnamese days, no name kept.
import { gzipSync } from 'node:zlib'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { handler } from '#functions/bulletins/count.lambda.ts'
import { lineItem } from '#functions/bulletins/entity.ts'
import { setClock } from '#functions/shared/clock.ts'
import { readObject, replaceObject } from '#functions/shared/objects.ts'
import { database, tableName } from '#functions/shared/table.ts'
import { logOf } from '#infra/local/access-log.ts'
import { startApi, type TestApi } from '#test/support/api.ts'
import { appOf } from '#test/support/app-of.ts'
import { startStore } from '#test/support/files.ts'
import { plant } from '#test/support/plant.ts'

let home: TestApi
let store: Awaited<ReturnType<typeof startStore>>
const slug = '2022-11-23-tong-ket-0a1b2c'
const other = '2022-11-24-so-ket-0a1b2c'

beforeAll(async () => {
  const app = appOf({})
  home = await startApi(() => app)
  store = await startStore()
  const startsAt = '2022-11-23T07:00:00.000Z'
  await plant([slug, other].map((one) => lineItem({ slug: one, title: 'Hội nghị', startsAt }, true)))
  setClock(() => new Date('2022-11-24T01:00:00.000Z'))
})
afterAll(async () => {
  setClock(() => new Date())
  await store.stop()
  await home.stop()
})

const people = 'Mozilla/5.0 (X11; Linux) Chrome/140'

const asked = (at: string, more: object = {}) => ({
  at: new Date(at),
  path: `/ban-tin/${slug}/`,
  status: 200,
  type: 'text/html; charset=utf-8',
  bytes: 5000,
  agent: people,
  from: '203.0.113.7',
  ...more,
})

const deliver = async (key: string, lines: ReturnType<typeof asked>[]) => {
  const kept = { type: 'application/gzip', kept: 'no-store' }
  await replaceObject('logs', key, gzipSync(logOf(lines)), kept)
}

const tell = async (...keys: string[]) => {
  const Records = keys.map((key, at) => ({
    messageId: String(at),
    body: JSON.stringify({ detail: { bucket: { name: 'logs' }, object: { key } } }),
  }))
  expect(await handler({ Records } as never, {} as never)).toEqual({ batchItemFailures: [] })
}

const counts = async (one = slug) =>
  JSON.parse((await readObject('public', `ban-tin/${one}/counts.json`))?.toString() ?? 'null')

it('counts pages that people opened, and nothing else', async () => {
  const robot = 'Mozilla/5.0 (compatible; Googlebot/2.1)'
  await deliver('web/1.gz', [
    asked('2022-11-24T00:30:00Z'),
    asked('2022-11-24T00:59:00Z', { path: `/ban-tin/${slug}/index.html`, from: '203.0.113.8' }),
    asked('2022-11-24T00:59:30Z', { from: '203.0.113.8' }),
    asked('2022-11-24T00:59:00Z', { agent: robot }),
    asked('2022-11-24T00:59:00Z', { status: 404 }),
    asked('2022-11-24T00:59:00Z', { path: `/ban-tin/${slug}/${'a'.repeat(64)}.jpg`, type: 'image/jpeg' }),
    asked('2022-11-24T00:59:00Z', { path: '/ban-tin/' }),
    asked('2022-11-24T00:59:00Z', { path: '/ban-tin/2022-11-23-nobody-knows-it/' }),
    asked('2022-11-24T00:59:00Z', { path: '/api/me' }),
    asked('2022-11-24T00:10:00Z', { path: `/ban-tin/${other}/` }),
  ])
  await tell('web/1.gz')
  expect(await counts()).toEqual({ total: 3, today: 3, online: 1, at: '2022-11-24T01:00:00.000Z' })
  expect(await counts(other)).toMatchObject({ total: 1, today: 1, online: 0 })
})

it('once, however often a file is told of, and in whatever order files come', async () => {
  await deliver('web/3.gz', [asked('2022-11-24T00:58:00Z')])
  await deliver('web/2.gz', [asked('2022-11-23T16:59:59Z'), asked('2022-11-23T17:00:00Z')])
  await tell('web/3.gz')
  await tell('web/1.gz', 'web/2.gz')
  await tell('web/2.gz')
  await tell('web/3.gz')
  // 23:59:59 in Việt Nam is of the day before, a second later of today.
  expect(await counts()).toMatchObject({ total: 6, today: 5, online: 2 })
})

it('begins a new day at midnight in Việt Nam, and forgets who is gone', async () => {
  setClock(() => new Date('2022-11-24T17:00:30.000Z'))
  await deliver('web/4.gz', [asked('2022-11-24T17:00:10Z'), asked('2022-11-24T16:59:50Z')])
  await tell('web/4.gz')
  expect(await counts()).toMatchObject({ total: 8, today: 1, online: 1 })
})

it('keeps no address and no browser of anybody', async () => {
  const { Items = [] } = await database().send(new ScanCommand({ TableName: tableName() }))
  expect(Items.some(({ type }) => type === 'bulletin-visitor')).toBe(true)
  expect(JSON.stringify(Items)).not.toMatch(/203\.0\.113|Chrome|Mozilla/)
})
