// The local queues keep SQS's rules, lose nothing, and have a board built after each change and after a silence.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { SQSEvent } from 'aws-lambda'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadBytes, loadHead } from '#functions/bridge-points/board-snapshot.ts'
import { rowItem, setColumns } from '#functions/bridge-points/entity.ts'
import { putBeat } from '#functions/bridge-points/heard.ts'
import { newRow } from '#functions/bridge-points/rules.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { newId } from '#functions/shared/new-id.ts'
import { write } from '#functions/shared/write.ts'
import { clientSettings } from '#infra/local/dynamodb.ts'
import { strictManners } from '#infra/local/manners.ts'
import { startPump } from '#infra/local/pump.ts'
import { liveConsumer, queueHandler } from '#infra/local/pump-consumers.ts'
import type { Handler } from '#infra/local/queue-counter.ts'
import { type Queues, startQueues } from '#infra/local/queues.ts'
import { boardBuilder } from '#infra/queues.data.ts'
import { startTestEngine } from '#test/support/engine.ts'
import { eventually } from '#test/support/eventually.ts'
import { plant } from '#test/support/plant.ts'

let engine: Awaited<ReturnType<typeof startTestEngine>>
let dir: string
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.stop())
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'diemcau-queues-'))
})
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
  rmSync(dir, { recursive: true })
  vi.restoreAllMocks()
})

const start = async (handler: Handler, manners = {}): Promise<Queues> => {
  const settings = { ...strictManners, ...manners }
  const queues = await startQueues({
    endpoint: engine.endpoint,
    dir,
    handlerOf: async () => handler,
    manners: settings,
    retryMs: 2,
  })
  stops.push(queues.stop)
  return queues
}

const sender = ({ environment }: Queues) => {
  const sqs = new SQSClient(clientSettings(environment.SQS_ENDPOINT))
  return {
    board: (group: string, dedupe: string, MessageBody = dedupe, more = {}) =>
      sqs.send(
        new SendMessageCommand({
          QueueUrl: environment.BOARD_QUEUE,
          MessageBody,
          MessageGroupId: group,
          MessageDeduplicationId: dedupe,
          ...more,
        }),
      ),
    wake: (MessageBody: string, DelaySeconds?: number) =>
      sqs.send(new SendMessageCommand({ QueueUrl: environment.WAKE_QUEUE, MessageBody, DelaySeconds })),
  }
}

const fine = { batchItemFailures: [] }
/** A group of its own for each test: the queue is one. */
const group = () => newId('cnf')
const bodiesIn = (event: SQSEvent) => event.Records.map(({ body }) => body)

describe('the FIFO queue', () => {
  it('delivers a second later, in order within a group, twins once', async () => {
    const seen: string[] = []
    const times: number[] = []
    const queues = await start(
      async (event) => {
        seen.push(...bodiesIn(event))
        times.push(Date.now() - Number(event.Records[0]?.attributes.SentTimestamp))
        return fine
      },
      { repeat: 0 },
    )
    const send = sender(queues)
    const [one, other] = [group(), group()]
    for (let at = 0; at < 5; at++) await Promise.all([one, other].map((of) => send.board(of, `${of}-${at}`)))
    const [first, twin] = [await send.board(one, `${one}-4`), await send.board(one, `${one}-4`)]
    expect(first.MessageId).toBe(twin.MessageId)
    await queues.settled()
    for (const of of [one, other])
      expect(seen.filter((body) => body.startsWith(of))).toEqual([0, 1, 2, 3, 4].map((at) => `${of}-${at}`))
    expect(Math.min(...times)).toBeGreaterThanOrEqual(1_000)
  })

  it('repeats what a manner repeats, and never lets a later one of the group pass a failing one', async () => {
    const seen: string[] = []
    let failures = 3
    const queues = await start(
      async (event) => {
        seen.push(...bodiesIn(event))
        return bodiesIn(event).includes('weak') && failures-- > 0 ? { batchItemFailures: [{}] } : fine
      },
      { repeat: 1 },
    )
    const send = sender(queues)
    const of = group()
    for (const body of ['strong', 'weak', 'last']) await send.board(of, `${of}-${body}`, body)
    await queues.settled()
    expect(seen).toEqual(['strong', 'strong', 'weak', 'weak', 'weak', 'weak', 'weak', 'last', 'last'])
  })

  it('sets aside what nobody can handle, and the group goes on', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
    const seen: string[] = []
    const queues = await start(
      async (event) => {
        if (bodiesIn(event).includes('poison')) throw new Error('cannot read this')
        seen.push(...bodiesIn(event))
        return fine
      },
      { repeat: 0 },
    )
    const of = group()
    for (const body of ['poison', 'good']) await sender(queues).board(of, `${of}-${body}`, body)
    await queues.settled()
    expect(seen).toEqual(['good'])
    const line = JSON.parse(readFileSync(join(dir, 'poison.jsonl'), 'utf8'))
    expect(line).toMatchObject({
      consumer: 'board.fifo',
      reason: 'cannot read this',
      message: { body: 'poison' },
    })
    expect(complaint.mock.calls.flat().join()).toContain('Set aside')
  })

  it('refuses what SQS refuses', async () => {
    const send = sender(await start(async () => fine))
    await expect(send.board(group(), 'x', 'x', { DelaySeconds: 5 })).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    })
    await expect(send.board(group(), 'x', 'x', { MessageGroupId: undefined })).rejects.toMatchObject({
      name: 'MissingParameter',
    })
    await expect(send.board(group(), 'x', 'x', { QueueUrl: 'http://127.0.0.1/0/none' })).rejects.toBeDefined()
  })
})

it('keeps what it was told of: a message sent before a stop is delivered after the next start', async () => {
  const before = await start(async () => fine)
  const of = group()
  await sender(before).board(of, `${of}-kept`)
  await sender(before).wake(`${of}-wake`, 1)
  await stops.pop()?.()
  const seen: string[] = []
  const queues = await start(async (event) => {
    seen.push(...bodiesIn(event))
    return fine
  })
  await queues.settled()
  await eventually(() => expect(new Set(seen)).toEqual(new Set([`${of}-kept`, `${of}-wake`])))
  expect(existsSync(join(dir, 'poison.jsonl'))).toBe(false)
})

describe('the builder of boards', () => {
  const actor = systemActor('test', 'req_test')
  const pointId = 'bpt_ca-ninh-binh'

  const live = async () => {
    const queues = await start(await queueHandler(boardBuilder))
    Object.assign(process.env, queues.environment)
    const { handler } = await import('#functions/live/on-change.lambda.ts')
    const consumers = [liveConsumer(handler as unknown as Parameters<typeof liveConsumer>[0])]
    const pump = startPump({
      endpoint: engine.endpoint,
      table: 'records',
      dir,
      consumers,
      manners: strictManners,
    })
    stops.push(pump.stop)
    return async () => {
      await pump.settled()
      await queues.settled()
    }
  }
  const plantRow = async (more = {}) => {
    const conferenceId = newId('cnf')
    const unitId = 'unt_ca-ninh-binh'
    const names = { name: 'Công an tỉnh Ninh Bình', shortName: 'Ninh Bình', kind: 'site' as const }
    const point = { id: pointId, conferenceId, unitId, ...names, startsAt: '', delegateIds: [], version: 1 }
    await plant([rowItem({ ...newRow(point), ...more })])
    return conferenceId
  }
  const boardOf = async (conferenceId: string) => {
    const head = await loadHead(conferenceId)
    const bytes = head && (await loadBytes(conferenceId, head))
    return bytes && JSON.parse(gunzipSync(bytes).toString())
  }

  it('builds when a conference changes: a start that is undone writes no row', async () => {
    const settled = await live()
    const conferenceId = await plantRow({ present: 3, rolledAt: '2022-11-23T07:00:00.000Z' })
    await eventually(async () => expect((await boardOf(conferenceId))?.totals.present).toBe(3))
    await settled()
    const key = { pk: `CNF#${conferenceId}`, sk: 'CONFERENCE' }
    await plant([{ ...key, type: 'conference', id: conferenceId, state: 'open' }])
    await eventually(async () => expect((await boardOf(conferenceId))?.totals.present).toBe(0))
  }, 40_000)

  it('builds though the live channel takes nothing, and nothing is set aside for it', async () => {
    vi.stubEnv('LIVE_ENDPOINT', 'http://127.0.0.1:9')
    try {
      const settled = await live()
      const conferenceId = await plantRow({ present: 2, rolledAt: '2022-11-23T07:00:00.000Z' })
      const key = { pk: `CNF#${conferenceId}#FLOOR`, sk: 'FLOOR' }
      await plant([{ ...key, type: 'floor', conferenceId, version: 1 }])
      await eventually(async () => expect(await boardOf(conferenceId)).toBeDefined())
      await settled()
      expect(existsSync(join(dir, 'poison.jsonl'))).toBe(false)
    } finally {
      vi.unstubAllEnvs()
    }
  }, 40_000)

  it('builds after changes, once for many of a second', async () => {
    const settled = await live()
    const conferenceId = await plantRow()
    for (let heads = 1; heads <= 12; heads++)
      await write(actor, conferenceId, setColumns({ conferenceId, id: pointId }, { heads }))
    await settled()
    const first = await boardOf(conferenceId)
    expect(first.totals).toMatchObject({ points: 1, heads: 12 })
    await write(actor, conferenceId, setColumns({ conferenceId, id: pointId }, { heads: 40 }))
    await settled()
    const second = await boardOf(conferenceId)
    expect(second.totals.heads).toBe(40)
    expect(second.number).toBeGreaterThan(first.number)
    expect(second.number - first.number).toBeLessThan(3)
  })

  it('builds again when a point has been silent for 90 seconds, though nothing was written', async () => {
    const settled = await live()
    const session = newId('lnk')
    const conferenceId = await plantRow({ linkState: 'up', open: [session], since: new Date().toISOString() })
    const at = new Date(Date.now() - 84_000).toISOString()
    await putBeat(conferenceId, { pointId, session, at, media: 'up' })
    await settled()
    expect((await boardOf(conferenceId)).items).toMatchObject([{ state: 'connected' }])
    await eventually(
      async () => expect((await boardOf(conferenceId)).items).toMatchObject([{ state: 'unknown' }]),
      { timeout: 15_000, interval: 50 },
    )
  })
})
