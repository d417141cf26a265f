// The pump: every change reaches its consumers at least once, in the shapes AWS uses, whatever fails on the way.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBRecord, DynamoDBStreamEvent, SQSEvent } from 'aws-lambda'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { clientSettings } from '#infra/local/dynamodb.ts'
import { strictManners } from '#infra/local/manners.ts'
import { startPump } from '#infra/local/pump.ts'
import { type Consumer, liveConsumer, ruleConsumer } from '#infra/local/pump-consumers.ts'
import { startTestEngine } from '#test/support/engine.ts'
import { eventually } from '#test/support/eventually.ts'

const rule = { name: 'notices', detailTypes: ['conference.scheduled'], entry: '' }

let engine: Awaited<ReturnType<typeof startTestEngine>>
let table: DynamoDBDocumentClient
let dir: string
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  engine = await startTestEngine({ throttle: 0 })
  table = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(engine.endpoint)))
})
afterAll(() => engine.stop())
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'diemcau-pump-'))
})
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  rmSync(dir, { recursive: true })
  vi.restoreAllMocks()
})

const start = (consumers: Consumer[], manners = {}) => {
  const settings = { ...strictManners, ...manners }
  const pump = startPump({
    endpoint: engine.endpoint,
    table: 'records',
    dir,
    consumers,
    manners: settings,
    retryMs: 2,
  })
  stops.push(pump.stop)
  return pump
}

const put = (pk: string, sk: string, more: Record<string, unknown> = {}) =>
  table.send(new PutCommand({ TableName: 'records', Item: { pk, sk, type: 'point', ...more } }))

const event = (pk: string, name: string, more: Record<string, unknown> = {}) =>
  put(pk, `${name}-${Math.random()}`, {
    type: 'event',
    id: `evt_${pk}`,
    name,
    scope: pk,
    subject: pk,
    ...more,
  })

const versionsOf = (records: DynamoDBRecord[], pk: string) =>
  records
    .filter(({ dynamodb }) => dynamodb?.Keys?.pk?.S === pk)
    .map(({ dynamodb }) => Number(dynamodb?.NewImage?.version?.N))

/** The first time each version was seen, in order of sight: repeats may come late. */
const firstSights = (versions: number[]) => [...new Set(versions)]

describe('the live reader', () => {
  it('sees every change of a key, first in order, repeats allowed, writes that changed nothing left out', async () => {
    const seen: DynamoDBRecord[] = []
    const pump = start([
      liveConsumer(async (given) => {
        seen.push(...(given as DynamoDBStreamEvent).Records)
        return { batchItemFailures: [] }
      }),
    ])
    const keys = Array.from({ length: 12 }, (_, key) => `order-${key}`)
    for (let version = 1; version <= 20; version++)
      await Promise.all(keys.map((key) => put(key, 'POINT', { version, photo: new Uint8Array([1, 2]) })))
    await put('order-0', 'POINT', { version: 20, photo: new Uint8Array([1, 2]) })
    await pump.settled()
    for (const key of keys)
      expect(firstSights(versionsOf(seen, key))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
    expect(seen.length).toBeGreaterThan(12 * 20)
    const record = seen.find(({ dynamodb }) => dynamodb?.Keys?.pk?.S === 'order-3')
    expect(record).toMatchObject({ eventSource: 'aws:dynamodb', eventName: 'INSERT', eventVersion: '1.1' })
    expect(record?.dynamodb?.NewImage?.photo).toEqual({ B: 'AQI=' })
    expect(record?.dynamodb?.StreamViewType).toBe('NEW_AND_OLD_IMAGES')
  })

  it('is told of a write within milliseconds when woken', async () => {
    const seen = new Map<string, number>()
    const pump = start(
      [
        liveConsumer(async (given) => {
          for (const { dynamodb } of (given as DynamoDBStreamEvent).Records)
            seen.set(dynamodb?.Keys?.pk?.S ?? '', performance.now())
          return undefined
        }),
      ],
      { delayMs: 0, repeat: 0 },
    )
    await pump.settled()
    const delays: number[] = []
    for (let at = 0; at < 20; at++) {
      await put(`fast-${at}`, 'POINT')
      const written = performance.now()
      pump.wake()
      await eventually(() => expect(seen.has(`fast-${at}`)).toBe(true), { interval: 1 })
      delays.push((seen.get(`fast-${at}`) ?? 0) - written)
    }
    expect(delays.toSorted((a, b) => a - b)[10]).toBeLessThan(25)
  })
})

describe('a rule’s queue', () => {
  it('gets new event items of its names only, wrapped as EventBridge and SQS do', async () => {
    const seen: SQSEvent['Records'] = []
    const pump = start([
      ruleConsumer(rule, async (given) => {
        seen.push(...(given as SQSEvent).Records)
        return { batchItemFailures: [] }
      }),
    ])
    await event('bus-1', 'conference.scheduled', { recordedAt: '2022-11-23T07:00:00.123Z' })
    await event('bus-2', 'conference.opened')
    await pump.settled()
    const bodies = seen
      .map(({ body }) => JSON.parse(body))
      .filter(({ detail }) => detail.scope?.startsWith('bus-'))
    expect(bodies[0]).toMatchObject({
      version: '0',
      source: 'diemcau',
      'detail-type': 'conference.scheduled',
      time: '2022-11-23T07:00:00Z',
      detail: { id: 'evt_bus-1', name: 'conference.scheduled', scope: 'bus-1', subject: 'bus-1' },
    })
    expect(bodies.map(({ detail }) => detail.scope)).not.toContain('bus-2')
    expect(seen[0]).toMatchObject({ eventSource: 'aws:sqs', attributes: { ApproximateReceiveCount: '1' } })
  })

  it('brings back only the messages reported as failed', async () => {
    const deliveries = new Map<string, number>()
    const pump = start(
      [
        ruleConsumer(rule, async (given) => {
          const failed = (given as SQSEvent).Records.filter(({ body }) => {
            const { scope } = JSON.parse(body).detail
            deliveries.set(scope, (deliveries.get(scope) ?? 0) + 1)
            return scope === 'weak' && (deliveries.get(scope) ?? 0) < 4
          })
          return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) }
        }),
      ],
      { repeat: 0 },
    )
    await Promise.all(['strong-1', 'weak', 'strong-2'].map((pk) => event(pk, 'conference.scheduled')))
    await pump.settled()
    expect([deliveries.get('weak'), deliveries.get('strong-1'), deliveries.get('strong-2')]).toEqual([
      4, 1, 1,
    ])
    expect(existsSync(join(dir, 'poison.jsonl'))).toBe(false)
  })
})

describe('a record nobody can handle', () => {
  it.each(['thrown', 'reported'])(
    'is set aside after five retries when %s, and what follows goes on',
    async (how) => {
      const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
      const handled: string[] = []
      let tries = 0
      const pump = start(
        [
          liveConsumer(async (given) => {
            const { Records } = given as DynamoDBStreamEvent
            const poison = Records.findIndex(({ dynamodb }) => dynamodb?.Keys?.sk?.S === `POISON-${how}`)
            const names = Records.map(({ dynamodb }) => dynamodb?.Keys?.sk?.S ?? '')
            if (poison < 0) {
              handled.push(...names)
              return undefined
            }
            // Reported at the end of a batch it is alone in what is left: that delivery counts already.
            if (Records.length === 1 || (how === 'reported' && poison === Records.length - 1)) tries++
            if (how === 'thrown') throw new Error('cannot read this')
            handled.push(...names.slice(0, poison))
            const itemIdentifier = Records[poison]?.dynamodb?.SequenceNumber ?? ''
            return { batchItemFailures: [{ itemIdentifier }] }
          }),
        ],
        { repeat: 0 },
      )
      const names = [...Array(10).keys()].map((at) => (at === 4 ? `POISON-${how}` : `good-${how}-${at}`))
      for (const name of names) await put('poisoned', name)
      await pump.settled()
      expect(handled.filter((name) => name.startsWith(`good-${how}`))).toEqual(
        names.filter((_, at) => at !== 4),
      )
      expect(tries).toBe(6)
      const lines = readFileSync(join(dir, 'poison.jsonl'), 'utf8').trim().split('\n')
      expect(lines).toHaveLength(1)
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ consumer: 'live', record: { eventName: 'INSERT' } })
      expect(complaint.mock.calls.flat().join()).toMatch(
        /Set aside: live could not handle record \d+ of poisoned/,
      )
    },
  )
})

describe('a restart', () => {
  it('goes on where each consumer stopped: nothing is skipped, little is repeated', async () => {
    const seen = new Set<string>()
    let invocations = 0
    const consumer = () =>
      liveConsumer(async (given) => {
        for (const { dynamodb } of (given as DynamoDBStreamEvent).Records) {
          invocations++
          if (dynamodb?.Keys?.pk?.S === 'again') seen.add(dynamodb.Keys.sk?.S ?? '')
        }
        return undefined
      })
    await start([consumer()]).settled()
    await stops.pop()?.()
    for (let round = 0; round < 5; round++) {
      const before = start([consumer()], { repeat: 0 })
      await Promise.all([...Array(20).keys()].map((at) => put('again', `${round}-${at}`)))
      before.wake()
      await new Promise((resolve) => setTimeout(resolve, round * 6))
      await stops.pop()?.()
    }
    invocations = 0
    await start([consumer()], { repeat: 0 }).settled()
    expect(seen.size).toBe(100)
    expect(invocations).toBeLessThanOrEqual(100)
  })
})
