// The one worker of the media: every write to the media service is its, one at a time over all conferences.
import { randomUUID } from 'node:crypto'
import { queueEntry } from '#functions/shared/lambda.ts'
import { log } from '#functions/shared/log.ts'
import { hasService } from './ask-chime.ts'
import { RoomOrder } from './order.schema.ts'
import { orderRoom } from './order.ts'
import { laterSteps } from './steps.ts'
import { workOn } from './work.ts'

/** What is left to do waits behind the orders that came meanwhile. */
export const handler = queueEntry(async ({ body }) => {
  if (!hasService()) return
  const order = RoomOrder.parse(JSON.parse(body))
  const outcomes = [await workOn(order)]
  for (const step of laterSteps) outcomes.push(await step(order.conferenceId))
  const more = outcomes.includes('more')
  log.debug('room', { conferenceId: order.conferenceId, more })
  if (more) await orderRoom(order.conferenceId, { goOn: true }, randomUUID())
})
