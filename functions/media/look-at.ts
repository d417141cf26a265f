// Looks whether a meeting that refused somebody still stands; where it does not, it is given up, to be made anew.
import { findEnd } from '#functions/bridge-points/attendee.ts'
import { noteGone } from '#functions/bridge-points/note-media.ts'
import { now } from '#functions/shared/clock.ts'
import { deleteMeeting, findMeeting } from './chime.ts'
import { lost, withMeeting } from './room.rules.ts'
import type { Site } from './site.ts'

/** What the service still has of a room whose primary is gone is of no use. */
export const giveUp = async (site: Site, index: number): Promise<void> => {
  const useless = index === 0 ? site.room.meetings.filter((meeting) => meeting.index > 0) : []
  for (const { chime } of useless) if (chime) await deleteMeeting(chime.MeetingId)
  site.room = lost(site.room, index)
}

/** @param id of a meeting; nothing happens where the room has another by now */
export const lookAt = async (site: Site, id: string): Promise<void> => {
  const meeting = site.room.meetings.find(({ chime }) => chime?.MeetingId === id)
  if (!meeting) return
  const told = (await findEnd(id)) !== undefined
  const stands = !told && (await findMeeting(id)) !== undefined
  if (!stands && !told) await noteGone(id)
  if (!stands) await giveUp(site, meeting.index)
  else site.room = withMeeting(site.room, { ...meeting, soundAt: now().toISOString() })
}
