// The event log: sixteen shards read as one, page by page, in order, up to five seconds ago.
import fc from 'fast-check'
import { decodeTime } from 'ulid'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#functions/shared/actor.ts'
import { setClock } from '#functions/shared/clock.ts'
import { putEvent, type RecordedEvent, readLog, recorded, wholeLog } from '#functions/shared/event-log.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { write } from '#functions/shared/write.ts'
import { startTestEngine } from '#test/support/engine.ts'

let engine: Awaited<ReturnType<typeof startTestEngine>>
beforeAll(async () => {
  engine = await startTestEngine()
})
afterEach(() => setClock(() => new Date()))
afterAll(() => engine.stop())

const actor: Actor = { sub: 's', name: 'Cán bộ', grants: [], authTime: 0, requestId: 'req_1', offsetMs: 0 }
/** Each log has an hour of its own: ids do not follow a clock that steps back a little. */
let noon = Date.parse('2022-11-23T05:00:00.000Z')
const at = (ms: number) => setClock(() => new Date(noon + ms))

type Wanted = { ms: number; point: number; size?: number }

/** Records events at the moments named, spread over points. */
const happened = async (wanted: Wanted[]) => {
  noon += 3_600_000
  at(0)
  const scope = `cnf_${newUlid()}`
  const events: RecordedEvent[] = []
  for (const { ms, point, size = 1 } of [...wanted].sort((a, b) => a.ms - b.ms)) {
    at(ms)
    const data = { text: 'a'.repeat(size) }
    events.push(recorded(actor, { name: 'test.happened', scope, subject: 'x', point: `bpt_${point}`, data }))
  }
  for (let start = 0; start < events.length; start += 8)
    await write(actor, 'ref', ...events.slice(start, start + 8).map(putEvent))
  return { scope, ids: events.map(({ id }) => id) }
}

const pagesOf = async (scope: string, limit: number) => {
  const pages: RecordedEvent[][] = []
  let after: string | undefined
  do {
    const { items, next } = await readLog(scope, after, limit)
    pages.push(items)
    after = next
  } while (after)
  return pages
}

it('merges its shards in order, each event once, whatever the page', async () => {
  const moments = fc.array(fc.record({ ms: fc.nat(2_000), point: fc.nat(60) }), { maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(moments, fc.integer({ min: 1, max: 25 }), async (wanted, limit) => {
      const { scope, ids } = await happened(wanted)
      at(60_000)
      const pages = await pagesOf(scope, limit)
      expect(pages.flat().map(({ id }) => id)).toEqual(ids)
      for (const page of pages) expect(page.length).toBeLessThanOrEqual(limit)
      expect((await wholeLog(scope, new Date(noon + 60_000))).map(({ id }) => id)).toEqual(ids)
    }),
    { numRuns: 12 },
  )
})

it('skips nothing when large events fill a shard’s page before its number is reached', async () => {
  const large = Array.from({ length: 40 }, (_, ms) => ({ ms, point: 1, size: 60_000 }))
  const small = Array.from({ length: 40 }, (_, ms) => ({ ms, point: 2 }))
  const { scope, ids } = await happened([...large, ...small])
  at(60_000)
  const pages = await pagesOf(scope, 200)
  expect(pages.flat().map(({ id }) => id)).toEqual(ids)
  expect(pages.length).toBeGreaterThan(1)
})

it('stops five seconds before now: what is younger may still gain an earlier neighbour', async () => {
  const { scope, ids } = await happened([0, 1_000, 2_000].map((ms) => ({ ms, point: ms })))
  const seen = async (ms: number) => {
    at(ms)
    return (await readLog(scope, undefined, 50)).items.map(({ id }) => id)
  }
  expect(await seen(4_999)).toEqual([])
  expect(await seen(5_001)).toEqual(ids.slice(0, 1))
  expect(await seen(6_001)).toEqual(ids.slice(0, 2))
  expect(await seen(7_001)).toEqual(ids)
  expect(await readLog(scope, ids[2], 50)).toEqual({ items: [], next: undefined })
})

it('the whole log ends with the moment named, and knows one scope', async () => {
  const { scope, ids } = await happened([0, 1_000, 2_000].map((ms) => ({ ms, point: ms })))
  const until = new Date(noon + 1_000)
  await happened([{ ms: 0, point: 0 }])
  expect((await wholeLog(scope, until)).map(({ id }) => id)).toEqual(ids.slice(0, 2))
})

it('an event tells who, when by the server, when by the device', async () => {
  noon += 3_600_000
  at(0)
  const claimedAt = new Date(noon - 1_500).toISOString()
  const told = { claimedAt, openedAt: new Date(noon - 60_000).toISOString() }
  const scope = 'cnf_1'
  const announcement = { name: 'test.happened', scope, subject: 'x', data: {} } as const
  const event = recorded({ ...actor, offsetMs: 500 }, announcement, told)
  expect(event).toMatchObject({
    by: { sub: 's', name: 'Cán bộ' },
    requestId: 'req_1',
    recordedAt: new Date(noon).toISOString(),
    claimedAt,
    offsetMs: 500,
    effectiveAt: new Date(noon - 1_000).toISOString(),
  })
  expect(decodeTime(event.id.slice('evt_'.length))).toBe(noon)
})
