// A seat passes to another account: whoever sat there knows its secret, so it is made anew and the old one opens nothing.
import { deleteAttendee } from './chime.ts'
import { findHeld } from './entity.ts'
import { forgetHeld } from './keep-held.ts'
import type { RoomOrder } from './order.schema.ts'
import type { Site } from './site.ts'

/** What is told twice finds another attendee there. The floor is told anew, should it be the seat that speaks. */
export const renew = async (
  site: Site,
  { seat, attendeeId }: NonNullable<RoomOrder['renewed']>,
): Promise<void> => {
  const { conferenceId } = site.room
  const held = await findHeld(conferenceId, 'SEAT', seat)
  if (held?.attendee.AttendeeId !== attendeeId) return
  const turn = await findHeld(conferenceId, 'TURN', seat)
  for (const one of [turn, held]) if (one) await deleteAttendee(one.meetingId, one.attendee.AttendeeId)
  if (turn) await forgetHeld(conferenceId, 'TURN', [turn])
  await forgetHeld(conferenceId, 'SEAT', [held])
  const { applied } = site.room
  const told = applied?.speaker === seat ? { applied: { phase: applied.phase } } : {}
  site.room = { ...site.room, ...told, state: 'preparing' }
}
