// Makes attendees, a hundred at a time, and keeps them: what is being made is noted before, what was made after.
import { batchMost, createAttendees } from './chime.ts'
import type { Holding } from './entity.ts'
import { keepHeld } from './keep-held.ts'
import { meetingAt, withMeeting } from './room.rules.ts'
import type { Capabilities } from './schema.ts'
import type { Site } from './site.ts'

export type Wish = { seat: string; capabilities: Capabilities }

/** Noted and saved: whoever finds the note looks for attendees that nobody wrote down. */
export const noteMaking = async (site: Site, indexes: readonly number[]): Promise<void> => {
  for (const index of indexes) {
    const meeting = meetingAt(site.room, index)
    if (meeting) site.room = withMeeting(site.room, { ...meeting, making: true })
  }
  await site.save()
}

/** To be saved with whatever ends the step. */
export const noteMade = (site: Site): void => {
  site.room = {
    ...site.room,
    meetings: site.room.meetings.map(({ making: _, ...meeting }) => meeting),
  }
}

/**
 * After `noteMaking` only.
 * @returns how many of the wishes were refused for want of room @throws Gone, QuotaReached
 */
export const makeSeats = async (
  conferenceId: string,
  holding: Holding,
  { meetingId, index }: { meetingId: string; index: number },
  wishes: readonly Wish[],
): Promise<number> => {
  const { attendees, refused } = await createAttendees(meetingId, wishes.slice(0, batchMost))
  const held = attendees.map((attendee) => ({ seat: attendee.ExternalUserId, index, meetingId, attendee }))
  await keepHeld(conferenceId, holding, held)
  return refused
}
