// Delivers changes to one consumer: in order for a stream's reader, one by one for a queue's; retries, then sets aside.
import { setTimeout as pause } from 'node:timers/promises'
import type { Consumer } from './pump-consumers.ts'
import type { Change } from './pump-shapes.ts'

/** Deliveries of one change before it is set aside: the first, and five more as in AWS. */
const mostDeliveries = 6

export type LaneOptions = {
  consumer: Consumer
  /** Handled, or set aside: not to be delivered after a restart. */
  finish: (change: Change) => void
  setAside: (consumer: string, change: Change, reason: string) => void
  random: () => number
  /** Share of changes delivered again later. */
  repeat: number
  delayMs: number
  /** First wait before a retry; doubles each time. */
  retryMs: number
  signal: AbortSignal
}

type Waiting = { change: Change; received: number; copy: boolean }

const wait = (ms: number, signal: AbortSignal) => pause(ms, undefined, { signal }).catch(() => {})

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

export const openLane = (options: LaneOptions) => {
  const { consumer, random, signal } = options
  const queue: Waiting[] = []
  let running: Promise<void> | undefined

  const conclude = ({ change, copy }: Waiting) => {
    if (!copy) options.finish(change)
  }
  const handled = (waiting: Waiting) => {
    conclude(waiting)
    if (!waiting.copy && random() < options.repeat) queue.push({ ...waiting, received: 1, copy: true })
  }

  /** @returns why each failed change failed */
  const invoke = async (batch: Waiting[]): Promise<Map<Waiting, string>> => {
    try {
      const failed = new Set(await consumer.invoke(batch))
      const failures = batch.filter(({ change }) => failed.has(consumer.idOf(change)))
      return new Map(failures.map((waiting) => [waiting, 'the handler reported it as failed']))
    } catch (error) {
      return new Map(batch.map((waiting) => [waiting, messageOf(error)]))
    }
  }

  /** True when it was given up, false when it is to be tried again after the wait. */
  const givenUp = async (waiting: Waiting, reason: string): Promise<boolean> => {
    if (waiting.received >= mostDeliveries) {
      if (!waiting.copy) options.setAside(consumer.name, waiting.change, reason)
      conclude(waiting)
      return true
    }
    await wait(options.retryMs * 2 ** (waiting.received - 1) * (0.5 + random()), signal)
    waiting.received++
    return false
  }

  /** In order: what comes after a failure waits; a failing batch is halved until the culprit is alone. */
  const inOrder = async (batch: Waiting[]): Promise<void> => {
    let rest = batch
    while (rest.length > 0 && !signal.aborted) {
      const failures = await invoke(rest)
      const first = rest.findIndex((waiting) => failures.has(waiting))
      for (const waiting of first < 0 ? rest : rest.slice(0, first)) handled(waiting)
      if (first < 0) return
      rest = rest.slice(first)
      const culprit = rest[0]
      if (rest.length > 1) {
        const half = Math.ceil(rest.length / 2)
        await inOrder(rest.slice(0, half))
        rest = rest.slice(half)
      } else if (culprit && (await givenUp(culprit, failures.get(culprit) ?? ''))) return
    }
  }

  /** Each by itself: a failed message comes back later, the others go on. */
  const oneByOne = async (batch: Waiting[]): Promise<void> => {
    const failures = await invoke(batch)
    for (const waiting of batch) {
      const reason = failures.get(waiting)
      if (reason === undefined) handled(waiting)
      else void givenUp(waiting, reason).then((over) => over || push(waiting))
    }
  }

  const take = (): Waiting[] => {
    if (!consumer.ordered) queue.sort(() => random() - 0.5)
    return queue.splice(0, consumer.most)
  }
  const run = async () => {
    while (queue.length > 0 && !signal.aborted) {
      if (options.delayMs > 0) await wait(random() * options.delayMs, signal)
      if (signal.aborted) return
      await (consumer.ordered ? inOrder : oneByOne)(take())
    }
  }
  const push = (waiting: Waiting) => {
    if (signal.aborted) return
    queue.push(waiting)
    running ??= run().finally(() => {
      running = undefined
    })
  }
  return {
    push: (change: Change) => push({ change, received: 1, copy: false }),
    /** Resolves when no invocation is under way. */
    quiet: async () => running,
  }
}
export type Lane = ReturnType<typeof openLane>
