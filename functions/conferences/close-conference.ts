// Close the session: later acts are kept and marked late.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { write } from '#functions/shared/write.ts'
import { conferenceSaved, loadConference, whileAgendaStays } from './entity.ts'
import { conferenceClosed } from './events.ts'
import { closed } from './rules.ts'
import type { Conference } from './schema.ts'

export const closeConference = async (actor: Actor, id: string): Promise<Conference> => {
  const current = await loadConference(id)
  allow(actor, 'conference:close', { conference: id, host: current.hostUnitId })
  const next = closed(current, now().toISOString())
  // An item that begins beside us would be on for ever.
  const stays = whileAgendaStays(next, current)
  await write(actor, id, ...conferenceSaved(next, current), ...stays, emit(actor, conferenceClosed(next)))
  return next
}
