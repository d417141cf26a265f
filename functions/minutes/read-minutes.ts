// Read the minutes: state, signatures and blocks in their order.
import { noteOpening, readConference } from '#functions/conferences/read-conference.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { loadBlocks, loadMinutes } from './entity.ts'
import { isPrinting } from './frozen-record.ts'
import type { MinutesView } from './schema.ts'
import { viewOf } from './view.ts'

/** @throws Problem `not-found`, `not-allowed`, `minutes-missing` */
export const readMinutes = async (actor: Actor, conferenceId: string): Promise<MinutesView> => {
  const conference = await readConference(actor, conferenceId, 'minutes:read')
  const minutes = await loadMinutes(conferenceId)
  await noteOpening(actor, conference, minutes.id)
  const printing = (await isPrinting(minutes)) ? { printing: true } : {}
  return { ...(await viewOf(conference, minutes, await loadBlocks(minutes))), ...printing }
}
