// What becomes of an order the worker cannot carry out: it waits behind the others, and stops nobody's room.
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Context, SQSBatchResponse } from 'aws-lambda'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { RoomOrder } from '#functions/media/order.schema.ts'
import { roomGivenUp } from '#functions/media/quota.data.ts'
import { handler } from '#functions/media/work.lambda.ts'
import { setClock } from '#functions/shared/clock.ts'
import { log } from '#functions/shared/log.ts'
import { queueMessage } from '#infra/local/pump-shapes.ts'
import { type MediaHome, startMediaHome, watchCalls } from '#test/support/media-room.ts'
import { openRoom, roomCast, standingClock } from '#test/support/point-room.ts'

standingClock('2022-11-23T06:30:00Z')
let home: MediaHome
let cast: Awaited<ReturnType<typeof roomCast>>
const ordered: RoomOrder[] = []

/** A queue that keeps what it is sent. */
const queue = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const { MessageBody } = JSON.parse(Buffer.concat(parts).toString()) as { MessageBody: string }
  ordered.push(RoomOrder.parse(JSON.parse(MessageBody)))
  const MD5OfMessageBody = createHash('md5').update(MessageBody).digest('hex')
  response.setHeader('content-type', 'application/x-amz-json-1.0')
  response.end(JSON.stringify({ MessageId: 'm-1', MD5OfMessageBody }))
})

beforeAll(async () => {
  home = await startMediaHome()
  cast = await roomCast(home)
  await new Promise<void>((resolve) => queue.listen(0, '127.0.0.1', resolve))
  process.env.SQS_ENDPOINT = `http://127.0.0.1:${(queue.address() as AddressInfo).port}`
  process.env.MEDIA_QUEUE = `${process.env.SQS_ENDPOINT}/000000000000/media.fifo`
})
afterAll(async () => {
  delete process.env.MEDIA_QUEUE
  delete process.env.SQS_ENDPOINT
  queue.close()
  await home.stop()
  setClock(() => new Date())
})
beforeEach(() => {
  ordered.length = 0
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** @returns how many came back to the queue, which would hide them, and all behind them */
const deliver = async (order: RoomOrder): Promise<number> => {
  const body = JSON.stringify(order)
  const message = queueMessage('media', { messageId: 'm-1', body, sentMs: Date.now(), received: 1 })
  const answer = (await handler({ Records: [message] }, {} as Context)) as SQSBatchResponse
  return answer.batchItemFailures.length
}

it('is ordered anew as it was, and succeeds when it can', async () => {
  const { id } = await openRoom(cast.desk)
  const order: RoomOrder = { conferenceId: id, stale: 'm-gone' }
  const calls = watchCalls(() => 'before')
  expect(await deliver(order)).toBe(0)
  calls.stop()
  expect(ordered).toEqual([{ ...order, tries: 1 }])
  expect(await deliver(ordered[0] ?? order)).toBe(0)
  expect(ordered).toHaveLength(1)
  expect(home.chime.meetings(id)).toHaveLength(1)
})

it('is given up at last, and an alarm is told', async () => {
  const { id } = await openRoom(cast.desk)
  const told = vi.spyOn(log, 'error').mockReturnValue()
  const calls = watchCalls(() => 'before')
  expect(await deliver({ conferenceId: id, tries: 20 })).toBe(0)
  calls.stop()
  expect(ordered).toEqual([])
  expect(told).toHaveBeenCalledWith(roomGivenUp, { conferenceId: id })
})
