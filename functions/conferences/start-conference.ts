// Start the session: what is marked from now on is attendance.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { conferenceItem, loadConference } from './entity.ts'
import { conferenceStarted } from './events.ts'
import { started } from './rules.ts'
import type { Conference } from './schema.ts'

export const startConference = async (actor: Actor, id: string): Promise<Conference> => {
  const current = await loadConference(id)
  allow(actor, 'conference:start', { conference: id, host: current.hostUnitId })
  const next = started(current, now().toISOString())
  await write(actor, id, putNext(conferenceItem(next)), emit(actor, conferenceStarted(next)))
  return next
}
