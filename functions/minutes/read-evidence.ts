// What a sentence rests on, event by event, as the log has it.
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { eventsNamed, type RecordedEvent } from '#functions/shared/event-log.ts'

/** In the order of the log; ids of no event of this conference are left out. @throws Problem `not-allowed` */
export const readEvidence = async (
  actor: Actor,
  conferenceId: string,
  ids: readonly string[],
): Promise<RecordedEvent[]> => {
  await readConference(actor, conferenceId, 'minutes:read')
  return eventsNamed(conferenceId, ids)
}
