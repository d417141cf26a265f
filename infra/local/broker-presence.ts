// Tells of pages that came and went as IoT's presence events reach their function: late, twice, in any order.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { SQSBatchResponse } from 'aws-lambda'
import type { Manners } from './manners.ts'
import { queueMessage } from './pump-shapes.ts'

export type Presence = {
  clientId: string
  eventType: 'connected' | 'disconnected'
  sessionIdentifier: string
  versionNumber: number
}

type Options = {
  handler: (event: unknown) => Promise<SQSBatchResponse | undefined>
  manners: Pick<Manners, 'repeat' | 'delayMs'>
  random: () => number
}

const atOnce = 8
const tries = 5
const retryMs = 50

export const openPresence = ({ handler, manners, random }: Options) => {
  const waiting: Presence[] = []
  const workers = new Set<Promise<void>>()

  const tell = async (presence: Presence) => {
    for (let received = 1; received <= tries; received++) {
      const sent = { messageId: randomUUID(), body: JSON.stringify(presence), sentMs: Date.now(), received }
      const answer = await handler({ Records: [queueMessage('presence', sent)] })
      if (!answer?.batchItemFailures.length) return
      await pause(retryMs * received)
    }
    console.error(`A page that ${presence.eventType} could not be noted.`)
  }

  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await pause(random() * manners.delayMs)
      await tell(next)
      if (random() < manners.repeat) await tell(next)
    }
  }

  return {
    note: (presence: Presence): void => {
      waiting.splice(Math.floor(random() * (waiting.length + 1)), 0, presence)
      if (workers.size >= atOnce) return
      const worker = work()
        .catch(console.error)
        .then(() => {
          workers.delete(worker)
        })
      workers.add(worker)
    },
    settled: async (): Promise<void> => {
      while (workers.size > 0) await Promise.all(workers)
    },
  }
}
