// Where one queue takes messages, by SQS's rules: what a FIFO queue asks for, and a twin within five minutes only once.
import { appendFileSync } from 'node:fs'
import type { SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { newUlid } from '#functions/shared/new-id.ts'
import type { WorkQueue } from '../queues.data.ts'
import { openLine } from './queue-line.ts'
import type { Message, QueueStore } from './queue-store.ts'

/** SQS remembers deduplication ids so long. */
const dedupeMs = 5 * 60_000

export const Sent = z.object({
  QueueUrl: z.string(),
  MessageBody: z.string().min(1),
  DelaySeconds: z.number().int().min(0).max(900).optional(),
  MessageGroupId: z.string().min(1).max(128).optional(),
  MessageDeduplicationId: z.string().min(1).max(128).optional(),
})
type Sent = z.infer<typeof Sent>

/** A refusal in SQS's own words. */
export class Refused extends Error {
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

export type Handler = (event: SQSEvent) => Promise<{ batchItemFailures: unknown[] } | undefined>

export type CounterOptions = {
  name: string
  settings: WorkQueue
  store: QueueStore
  handler: Handler
  /** A file for what nobody could handle. */
  poison: string
  random: () => number
  repeat: number
  delayMs: number
  retryMs: number
  signal: AbortSignal
}

/** Puts aside what nobody could handle. @param file where it is kept */
export const setAsideIn = (file: string) => (message: Message, reason: string) => {
  const line = { at: new Date().toISOString(), consumer: message.queue, reason, message }
  appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 })
  console.error(
    `Set aside: a message of ${message.queue} could not be handled (${reason}); it is in ${file}, the rest goes on.`,
  )
}

/** @returns why a message is to come back; undefined when it was handled */
export const reasonOf = (handler: Handler) => async (event: SQSEvent) => {
  try {
    const failed = (await handler(event))?.batchItemFailures ?? []
    return failed.length > 0 ? 'the handler reported it as failed' : undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const checkFifo = ({ MessageGroupId, MessageDeduplicationId, DelaySeconds }: Sent) => {
  if (!MessageGroupId || !MessageDeduplicationId)
    throw new Refused('MissingParameter', 'A FIFO queue asks for MessageGroupId and MessageDeduplicationId.')
  if (DelaySeconds !== undefined)
    throw new Refused('InvalidParameterValue', 'DelaySeconds is not valid for a message of a FIFO queue.')
}

/** Opens a queue with what was under way when the home last stopped. */
export const openCounter = async ({ name, settings, store, handler, poison, ...common }: CounterOptions) => {
  /** By deduplication id, oldest first. */
  const known = new Map<string, Message>()
  const finish = async (message: Message) => {
    message.done = true
    await (message.dedupe ? store.put(message) : store.remove(message))
  }
  const line = openLine({ ...common, invoke: reasonOf(handler), finish, setAside: setAsideIn(poison) })
  for (const message of await store.load(name)) {
    if (message.dedupe) known.set(message.dedupe, message)
    if (!message.done) line.push(message)
  }

  const forgetOld = async () => {
    const old = [...known].filter(([, { done, sentAt }]) => done && sentAt <= Date.now() - dedupeMs)
    for (const [dedupe] of old) known.delete(dedupe)
    await Promise.all(old.map(([, message]) => store.remove(message)))
  }
  const messageOf = ({ MessageBody: body, MessageGroupId, MessageDeduplicationId, DelaySeconds }: Sent) => {
    const sentAt = Date.now()
    const dueAt = sentAt + (DelaySeconds ?? settings.delaySeconds) * 1000
    const fifo = settings.fifo ? { group: MessageGroupId, dedupe: MessageDeduplicationId } : {}
    return { queue: name, id: newUlid(), body, ...fifo, sentAt, dueAt }
  }
  return {
    name,
    line,
    /** @returns the message as kept; for a twin, the first. @throws Refused */
    take: async (sent: Sent): Promise<Message> => {
      if (settings.fifo) checkFifo(sent)
      await forgetOld()
      const message: Message = messageOf(sent)
      const twin = message.dedupe && known.get(message.dedupe)
      if (twin && twin.sentAt > message.sentAt - dedupeMs) return twin
      if (message.dedupe) known.set(message.dedupe, message)
      try {
        await store.put(message)
      } catch (error) {
        if (message.dedupe) known.delete(message.dedupe)
        throw error
      }
      line.push(message)
      return message
    },
  }
}
export type Counter = Awaited<ReturnType<typeof openCounter>>
