// Refuse the minutes with a note: the chair sends them back to the secretary.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { loadBlocks, loadMinutes, minutesItem } from './entity.ts'
import { minutesRefused } from './events.ts'
import { refused } from './rules.ts'
import type { MinutesView, Refusal } from './schema.ts'
import { viewOf } from './view.ts'

/** @throws Problem `minutes-missing`, `minutes-state` */
export const refuseMinutes = async (
  actor: Actor,
  conferenceId: string,
  { note }: Refusal,
): Promise<MinutesView> => {
  const conference = await loadConference(conferenceId)
  allow(actor, 'minutes:refuse', { conference: conferenceId, host: conference.hostUnitId })
  const current = await loadMinutes(conferenceId)
  const next = refused(current, note)
  await write(actor, next.id, putNext(minutesItem(next)), emit(actor, minutesRefused(current, note)))
  return viewOf(conference, next, await loadBlocks(next))
}
