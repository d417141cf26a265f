// The one worker of the media: every write to the media service is its, one at a time over all conferences.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { queueEntry } from '#functions/shared/lambda.ts'
import { log } from '#functions/shared/log.ts'
import { hasService } from './ask-chime.ts'
import { RoomOrder } from './order.schema.ts'
import { orderRoom } from './order.ts'
import { roomGivenUp } from './quota.data.ts'
import { laterSteps } from './steps.ts'
import { workOn } from './work.ts'

const triesMost = 20
const longestWaitMs = 1_000

/** What one of a conference's steps cannot do stops none of the others. @returns whether there is more to do, and whether something failed */
const allSteps = async (order: RoomOrder) => {
  const { conferenceId } = order
  const outcomes = { more: false, failed: false }
  for (const step of [() => workOn(order), ...laterSteps.map((later) => () => later(conferenceId))])
    try {
      if ((await step()) === 'more') outcomes.more = true
    } catch (error) {
      outcomes.failed = true
      log.warn('a step of a room failed', { conferenceId, error: error as Error })
    }
  return outcomes
}

/**
 * What failed is ordered anew: given back to the queue, it would stop the rooms of every conference until the queue
 * shows it again. What is left to do waits behind the orders that came meanwhile.
 */
export const handler = queueEntry(async ({ body }) => {
  if (!hasService()) return
  const { conferenceId, tries = 0, ...order } = RoomOrder.parse(JSON.parse(body))
  const { more, failed } = await allSteps({ conferenceId, ...order })
  log.debug('room', { conferenceId, more, failed })
  if (failed && tries < triesMost) {
    await pause(Math.min(100 * tries, longestWaitMs))
    await orderRoom(conferenceId, { ...order, tries: tries + 1 }, randomUUID())
  } else if (failed) log.error(roomGivenUp, { conferenceId })
  else if (more) await orderRoom(conferenceId, { goOn: true }, randomUUID())
})
