// Delivers one queue's messages to its function: each when due, a FIFO group one after another; retries, then sets aside.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { SQSEvent, SQSRecord } from 'aws-lambda'
import { mostReceives } from '../queues.data.ts'
import { localRegion } from './dynamodb.ts'
import type { Message } from './queue-store.ts'

export type LineOptions = {
  /** @returns why it is to come back; undefined when it was handled */
  invoke: (event: SQSEvent) => Promise<string | undefined>
  /** Handled, or set aside: not to be delivered after a restart. */
  finish: (message: Message) => Promise<void>
  setAside: (message: Message, reason: string) => void
  random: () => number
  /** Share of messages delivered twice. */
  repeat: number
  /** Longest wait before a message that is due is delivered, drawn for each: groups overtake one another. */
  delayMs: number
  /** First wait before a retry; doubles each time. */
  retryMs: number
  signal: AbortSignal
}

const recordOf = (message: Message, received: number): SQSRecord => ({
  messageId: message.id,
  receiptHandle: randomUUID(),
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(received),
    SentTimestamp: String(message.sentAt),
    SenderId: 'AIDAIENQZJOLO23YVJ4VO',
    ApproximateFirstReceiveTimestamp: String(message.dueAt),
    ...(message.group ? { MessageGroupId: message.group } : {}),
    ...(message.dedupe ? { MessageDeduplicationId: message.dedupe } : {}),
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: `arn:aws:sqs:${localRegion}:000000000000:${message.queue}`,
  awsRegion: localRegion,
})

/** A line of one queue; messages without a group go each by itself. */
export const openLine = (options: LineOptions) => {
  const { random, signal } = options
  const tails = new Map<string, Promise<void>>()
  const wait = (ms: number) => pause(Math.max(0, ms), undefined, { signal }).catch(() => {})

  /** @returns why it could not be handled, however often it came */
  const handled = async (message: Message): Promise<string | undefined> => {
    let reason: string | undefined
    for (let received = 1; received <= mostReceives && !signal.aborted; received++) {
      reason = await options.invoke({ Records: [recordOf(message, received)] })
      if (reason === undefined) return undefined
      await wait(options.retryMs * 2 ** (received - 1) * (0.5 + random()))
    }
    return reason ?? 'the home was stopped'
  }
  const deliver = async (message: Message): Promise<void> => {
    await wait(message.dueAt - Date.now() + random() * options.delayMs)
    const reason = await handled(message)
    if (reason !== undefined && signal.aborted) return
    if (reason !== undefined) options.setAside(message, reason)
    else if (random() < options.repeat) await options.invoke({ Records: [recordOf(message, 2)] })
    await options.finish(message)
  }
  return {
    push: (message: Message): void => {
      const line = message.group ?? message.id
      const next = (tails.get(line) ?? Promise.resolve())
        .then(() => deliver(message))
        .catch((error: unknown) => {
          if (!signal.aborted) console.error('A message is kept for the next start:', error)
        })
        .finally(() => tails.get(line) === next && tails.delete(line))
      tails.set(line, next)
    },
    /** Resolves when everything pushed so far has been delivered. */
    quiet: async (): Promise<void> => {
      await Promise.all(tails.values())
    },
    /** Resolves when nothing is left, what was pushed meanwhile included. */
    idle: async (): Promise<void> => {
      while (tails.size > 0) await Promise.all(tails.values())
    },
  }
}
