// A worker that died may have made attendees nobody wrote down: they take seats and open nothing, so they go.
import { deleteAttendee, listAttendees } from './chime.ts'
import { heldIn } from './entity.ts'
import { withMeeting } from './room.rules.ts'
import type { Site } from './site.ts'
import type { RoomMeeting } from './stored.schema.ts'

/** @returns whether the meeting is clean; there may be a hundred to delete, ten a second */
const sweepOne = async (site: Site, id: string, known: ReadonlySet<string>): Promise<boolean> => {
  for (const attendeeId of await listAttendees(id)) {
    if (known.has(attendeeId)) continue
    if (site.isLate()) return false
    await deleteAttendee(id, attendeeId)
  }
  return true
}

const clean = ({ making: _, ...meeting }: RoomMeeting): RoomMeeting => meeting

/** @returns whether it is done @throws Gone */
export const sweep = async (site: Site): Promise<boolean> => {
  const left = site.room.meetings.filter(({ making }) => making)
  if (left.length === 0) return true
  const { conferenceId } = site.room
  const held = [...(await heldIn(conferenceId, 'SEAT')), ...(await heldIn(conferenceId, 'TURN'))]
  for (const meeting of left) {
    const id = meeting.chime?.MeetingId
    const own = held.filter(({ meetingId }) => meetingId === id)
    const known = new Set(own.map(({ attendeeId }) => attendeeId))
    if (id !== undefined && !(await sweepOne(site, id, known))) return false
    site.room = withMeeting(site.room, clean(meeting))
  }
  return true
}
