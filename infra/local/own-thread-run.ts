// What runs in a function's own thread: its very handler, on the home's clock and with the home's environment.
import { parentPort, workerData } from 'node:worker_threads'
import { setClock } from '#functions/shared/clock.ts'
import type { Call, Outcome, Start } from './own-thread.ts'
import { queueHandler } from './pump-consumers.ts'

const { entry, ahead } = workerData as Start
const clock = new Float64Array(ahead)
setClock(() => new Date(Date.now() + (clock[0] ?? 0)))

const handler = await queueHandler<unknown>(entry)

const outcomeOf = async ({ id, event }: Call): Promise<Outcome> => {
  try {
    return { id, answer: await handler(event) }
  } catch (error) {
    return { id, reason: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', async (call: Call) => parentPort?.postMessage(await outcomeOf(call)))
