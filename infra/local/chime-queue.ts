// Chime's events to the functions that hear them, as its rules and queues do: each consumer by itself, retried, set aside.
import { join } from 'node:path'
import { newUlid } from '#functions/shared/new-id.ts'
import { type ChimeRule, chimeRules } from '../rules.data.ts'
import type { ChimeEvent } from './chime/events.ts'
import { queueHandler } from './pump-consumers.ts'
import type { Handler } from './queue-counter.ts'
import { reasonOf, setAsideIn } from './queue-counter.ts'
import { openLine } from './queue-line.ts'

type Options = {
  /** The data folder: what was set aside is kept there. */
  dir: string
  random: () => number
}

const retryMs = 100

const hears = ({ source, detailType, eventTypes }: ChimeRule, event: ChimeEvent): boolean =>
  event.source === source &&
  event['detail-type'] === detailType &&
  eventTypes.includes(event.detail.eventType)

/** A queue that lives as long as the home: on AWS these outlast every function. */
export const openChimeQueues = async ({ dir, random }: Options) => {
  const stopping = new AbortController()
  const common = { finish: async () => {}, setAside: setAsideIn(join(dir, 'poison.jsonl')), random, retryMs }
  const queues = await Promise.all(
    chimeRules.map(async (rule) => {
      const invoke = reasonOf((await queueHandler(rule.entry)) as Handler)
      // What repeats and shuffles is the sender; a queue of its own would only do it twice.
      return { rule, line: openLine({ ...common, invoke, repeat: 0, delayMs: 0, signal: stopping.signal }) }
    }),
  )
  return {
    take: (event: ChimeEvent): void => {
      const sentAt = Date.now()
      for (const { rule, line } of queues)
        if (hears(rule, event))
          line.push({
            queue: `chime-${rule.name}`,
            id: newUlid(),
            body: JSON.stringify(event),
            sentAt,
            dueAt: sentAt,
          })
    },
    settled: async (): Promise<void> => {
      await Promise.all(queues.map(({ line }) => line.quiet()))
    },
    stop: (): void => stopping.abort(),
  }
}
