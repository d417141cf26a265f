// A function in a thread of its own, as on AWS it has a machine of its own: what it computes holds nobody else up.
import { Worker } from 'node:worker_threads'
import { now } from '#functions/shared/clock.ts'
import { ahead } from './clock.ts'

/** What the thread is told at its start: the function's entry and the home's clock. */
export type Start = { entry: string; ahead: SharedArrayBuffer }
export type Call = { id: number; event: unknown }
export type Outcome = { id: number; answer?: unknown; reason?: string }

type Waiting = { resolve(answer: unknown): void; reject(error: Error): void }
type Thread = { worker: Worker; waiting: Map<number, Waiting> }

const start = (entry: string): Thread => {
  const data: Start = { entry, ahead: ahead.buffer }
  const worker = new Worker(new URL('./own-thread-run.ts', import.meta.url), { workerData: data })
  worker.unref()
  const waiting: Thread['waiting'] = new Map()
  worker.on('message', ({ id, answer, reason }: Outcome) => {
    const call = waiting.get(id)
    waiting.delete(id)
    if (reason === undefined) call?.resolve(answer)
    else call?.reject(new Error(reason))
  })
  return { worker, waiting }
}

/**
 * Starts at the first call, and anew at the next one after it died; that rejects what was under way.
 * @param entry path of the function from the repository's root
 */
export const ownThread = (entry: string) => {
  let thread: Thread | undefined
  let calls = 0

  const running = (): Thread => {
    if (thread) return thread
    const started = start(entry)
    const end = (error: Error) => {
      if (thread === started) thread = undefined
      for (const { reject } of started.waiting.values()) reject(error)
      started.waiting.clear()
    }
    started.worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
    started.worker.on('exit', (code) => end(new Error(`the thread of ${entry} ended with ${code}`)))
    thread = started
    return started
  }

  return {
    handler: (event: unknown): Promise<unknown> => {
      ahead[0] = now().getTime() - Date.now()
      const { worker, waiting } = running()
      const call: Call = { id: calls++, event }
      const outcome = new Promise((resolve, reject) => waiting.set(call.id, { resolve, reject }))
      worker.postMessage(call)
      return outcome
    },
    stop: async (): Promise<void> => {
      await thread?.worker.terminate()
    },
  }
}
