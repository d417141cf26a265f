// The one builder of boards: one at a time per conference, woken by changes and when a state turns by itself.

import { noteWake } from '#functions/bridge-points/board-snapshot.ts'
import { buildBoard } from '#functions/bridge-points/build-board.ts'
import { now } from '#functions/shared/clock.ts'
import { queueEntry } from '#functions/shared/lambda.ts'
import { log } from '#functions/shared/log.ts'
import { Order, wakeLater } from './queues.ts'
import { tellBoard } from './tell-board.ts'

/** Asked for before it is noted: a crash between the two wakes the builder once too often, never too seldom. */
const askToWake = async (conferenceId: string, wakeAt: string) => {
  await wakeLater(conferenceId, (Date.parse(wakeAt) - now().getTime()) / 1000)
  await noteWake(conferenceId, wakeAt)
}

export const handler = queueEntry(async ({ body, attributes }) => {
  const { conferenceId } = Order.parse(JSON.parse(body))
  const built = await buildBoard(conferenceId)
  if (built.wakeAt) await askToWake(conferenceId, built.wakeAt)
  // A message that came back may have stored its board and told nobody.
  const again = Number(attributes?.ApproximateReceiveCount ?? 1) > 1
  if (built.changed || again) await tellBoard(conferenceId, built)
  log.debug('board', { conferenceId, number: built.number, changed: built.changed })
})
