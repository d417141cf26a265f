// Read the minutes: state, signatures and blocks in their order.
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { loadBlocks, loadMinutes } from './entity.ts'
import { closeOf, inOrder, submittableFrom } from './rules.ts'
import type { Block, Minutes, MinutesView } from './schema.ts'

/** What screens see of minutes. */
export const viewOf = (conference: Conference, minutes: Minutes, blocks: readonly Block[]): MinutesView => {
  const { generation: _, compiled: __, ...shown } = minutes
  return { ...shown, blocks: inOrder(blocks), submittableFrom: submittableFrom(closeOf(conference)) }
}

/** @throws Problem `not-found`, `not-allowed`, `minutes-missing` */
export const readMinutes = async (actor: Actor, conferenceId: string): Promise<MinutesView> => {
  const conference = await readConference(actor, conferenceId, 'minutes:read')
  const minutes = await loadMinutes(conferenceId)
  return viewOf(conference, minutes, await loadBlocks(minutes))
}
