// Schedule a draft: invitations go out to the invited units.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { conferenceItem, loadConference } from './entity.ts'
import { conferenceScheduled } from './events.ts'
import { scheduled } from './rules.ts'
import type { Conference } from './schema.ts'

export const scheduleConference = async (actor: Actor, id: string): Promise<Conference> => {
  const current = await loadConference(id)
  allow(actor, 'conference:schedule', { conference: id, host: current.hostUnitId })
  const next = scheduled(current)
  await write(actor, id, putNext(conferenceItem(next)), emit(actor, conferenceScheduled(next)))
  return next
}
