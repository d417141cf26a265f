// Open the room for rehearsal and readiness checks.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { conferenceItem, loadConference } from './entity.ts'
import { conferenceOpened } from './events.ts'
import { opened } from './rules.ts'
import type { Conference } from './schema.ts'

export const openConference = async (actor: Actor, id: string, confirmed: boolean): Promise<Conference> => {
  const current = await loadConference(id)
  allow(actor, 'conference:open', { conference: id, host: current.hostUnitId })
  const next = opened(current, now().toISOString(), confirmed)
  await write(actor, id, putNext(conferenceItem(next)), emit(actor, conferenceOpened(next)))
  return next
}
