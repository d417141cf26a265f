// Sit down on a seat of the house, to preside or to watch over from elsewhere: nobody's attendance, so nothing is recorded.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { findEntry } from './find-entry.ts'
import type { EntryInput, HouseSeat, RoomEntry } from './schema.ts'

/** @throws Problem `not-found`, `not-allowed` */
export const enterSeat = async (
  actor: Actor,
  conferenceId: string,
  seat: HouseSeat,
  { stale }: EntryInput,
): Promise<RoomEntry> => {
  const conference = await loadConference(conferenceId)
  allow(actor, `seat:${seat}`, { conference: conferenceId, host: conference.hostUnitId })
  return findEntry(conference, seat, { stale })
}
