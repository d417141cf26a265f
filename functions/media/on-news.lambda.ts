// Hears what the room depends on, and has the worker look: an event is a wake-up, the worker reads what is so.
import * as z from 'zod'
import { queueEntry } from '#functions/shared/lambda.ts'
import { orderRoom } from './order.ts'

const WakeUp = z.object({ detail: z.object({ id: z.string(), name: z.string(), scope: z.string() }) })

/** An event told twice is one order: the queue knows it by its id. */
export const handler = queueEntry(async ({ body }) => {
  const { id, name, scope } = WakeUp.parse(JSON.parse(body)).detail
  await orderRoom(scope, name.startsWith('floor.') ? { floorOnly: true } : {}, id)
})
