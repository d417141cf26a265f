// Read the minutes: state, signatures and blocks in their order.
import { noteOpening, readConference } from '#functions/conferences/read-conference.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { loadBlocks, loadMinutes } from './entity.ts'
import { inOrder, submittableFrom } from './rules.ts'
import type { Block, Minutes, MinutesView } from './schema.ts'

/** What screens see of minutes; a conference reopened since has no moment yet from which on they may be submitted. */
export const viewOf = (conference: Conference, minutes: Minutes, blocks: readonly Block[]): MinutesView => {
  const { generation: _, compiled: __, ...shown } = minutes
  const { closedAt } = conference
  return {
    ...shown,
    blocks: inOrder(blocks),
    ...(closedAt ? { submittableFrom: submittableFrom(closedAt) } : {}),
  }
}

/** @throws Problem `not-found`, `not-allowed`, `minutes-missing` */
export const readMinutes = async (actor: Actor, conferenceId: string): Promise<MinutesView> => {
  const conference = await readConference(actor, conferenceId, 'minutes:read')
  const minutes = await loadMinutes(conferenceId)
  await noteOpening(actor, conference, minutes.id)
  return viewOf(conference, minutes, await loadBlocks(minutes))
}
