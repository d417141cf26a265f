// Whose media attendee is whose: Chime's events name a meeting and an attendee, never a conference. Whoever makes
// attendees keeps this map before handing out credentials, so that no event is about somebody unknown for long.
import * as z from 'zod'
import { all, type Item, type Key, load, type Operation, put } from '#functions/shared/table.ts'

/** Events of a meeting come within a day or two of its end; the map outlives them. */
const keptMs = 14 * 24 * 3_600_000

const Attendee = z.object({
  meetingId: z.string(),
  attendeeId: z.string(),
  conferenceId: z.string(),
  /** The bridge point; none for those who watch or preside from elsewhere: their stays are nobody's attendance. */
  pointId: z.string().optional(),
})
export type Attendee = z.infer<typeof Attendee>

const partition = (meetingId: string) => `MEETING#${meetingId}`

const attendeeKey = ({ meetingId, attendeeId }: Pick<Attendee, 'meetingId' | 'attendeeId'>): Key => ({
  pk: partition(meetingId),
  sk: `ATTENDEE#${attendeeId}`,
})

/** Seconds since the epoch after which an item of a meeting may go. @param at UTC instant */
const expiryFrom = (at: string): number => Math.floor((Date.parse(at) + keptMs) / 1000)

/** Keeps whose attendee this is. @param at when it was made, UTC instant */
export const putAttendee = (attendee: Attendee, at: string): Operation =>
  put({ ...attendee, ...attendeeKey(attendee), type: 'attendee', ttl: expiryFrom(at) })

/** Undefined where nobody was told of this attendee yet. */
export const findAttendee = (of: Pick<Attendee, 'meetingId' | 'attendeeId'>): Promise<Attendee | undefined> =>
  load(attendeeKey(of), Attendee)

/** Every attendee of a meeting, 250 at most. */
export const attendeesOf = (meetingId: string): Promise<Attendee[]> =>
  all({ pk: partition(meetingId), begins: 'ATTENDEE#' }, Attendee)

const endKey = (meetingId: string): Key => ({ pk: partition(meetingId), sk: 'END' })

const End = z.object({ at: z.string() })

/** That the meeting is over, for what is told of its attendees later. */
export const endItem = (meetingId: string, at: string): Item => ({
  ...endKey(meetingId),
  type: 'meeting-end',
  at,
  ttl: expiryFrom(at),
})

/** When the meeting ended, if that was told. */
export const findEnd = async (meetingId: string): Promise<string | undefined> =>
  (await load(endKey(meetingId), End))?.at
