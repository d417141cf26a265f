// A page of a point came to the live channel or went from it. Says nothing about the media link.
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { atPoint } from './at-point.ts'
import type { PagesShown, PresenceInput } from './link.schema.ts'
import { loadPages, putPage } from './pages.ts'

/** Of what is told late or again the latest connection holds, and its end before its beginning; no event is recorded. */
export const notePresence = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  presence: PresenceInput,
): Promise<PagesShown> => {
  await atPoint(actor, 'point:link', conferenceId, pointId)
  await putPage(conferenceId, pointId, presence, now().toISOString())
  return loadPages(conferenceId, pointId)
}
