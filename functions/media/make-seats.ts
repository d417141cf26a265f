// Makes attendees, a hundred at a time, and keeps them: what is being made is noted before, what was made after.
import { QuotaReached } from './ask-chime.ts'
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

/** A meeting that is full may refuse some, or the whole request. */
const made = async (meetingId: string, wishes: readonly Wish[]) => {
  try {
    return await createAttendees(meetingId, wishes)
  } catch (error) {
    if (!(error instanceof QuotaReached)) throw error
    return { attendees: [], refused: wishes.length }
  }
}

/**
 * After `noteMaking` only.
 * @returns how many of the wishes were refused for want of room @throws Gone
 */
export const makeSeats = async (
  conferenceId: string,
  holding: Holding,
  { meetingId, index }: { meetingId: string; index: number },
  wishes: readonly Wish[],
): Promise<number> => {
  const { attendees, refused } = await made(meetingId, wishes.slice(0, batchMost))
  const held = attendees.map((attendee) => ({ seat: attendee.ExternalUserId, index, meetingId, attendee }))
  await keepHeld(conferenceId, holding, held)
  return refused
}
