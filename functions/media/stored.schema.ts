// The room as stored: what stands at the media service, and what each seat sits down with.
import * as z from 'zod'
import { ChimeAttendee, ChimeMeeting, MediaQuota } from './schema.ts'

/** A meeting of the room; index 0 is the primary, the others its replicas. */
const RoomMeeting = z.object({
  index: z.number(),
  /** Goes up each time it has to be made anew: what was asked for before cannot come back. */
  generation: z.number(),
  /** While it stands, as clients take it. */
  chime: ChimeMeeting.optional(),
  /** Attendees may have been made that nobody wrote down: whoever goes on looks for them first. */
  making: z.literal(true).optional(),
  /** Asked for, and not known to be made: a room that closes meanwhile finds it by the same token. */
  asked: z.literal(true).optional(),
  /** When somebody who had been refused had it looked at, and it stood. */
  soundAt: z.string().optional(),
})
export type RoomMeeting = z.infer<typeof RoomMeeting>

/** Who may speak, as the media service was last told. */
export const Applied = z.object({
  /** Before the start everybody in the primary meeting may be heard: the sound is being checked. */
  phase: z.enum(['rehearsal', 'session']),
  /** The point that has the floor. */
  speaker: z.string().optional(),
})
export type Applied = z.infer<typeof Applied>

/** One item a conference, written by the one worker alone. */
export const Room = z.object({
  conferenceId: z.string(),
  state: z.enum(['closed', 'preparing', 'ready', 'refused']),
  /** What stands in the way of those who have no seat. */
  quota: MediaQuota.optional(),
  meetings: z.array(RoomMeeting),
  /** Points that are the centre: they may always be heard. */
  centre: z.array(z.string()),
  applied: Applied.optional(),
  /** What it was being told since: a worker that died in it may have told any part of that. */
  telling: z.array(Applied).optional(),
  /** The floor whose wishes were carried out. */
  appliedFloorVersion: z.number(),
  version: z.number(),
})
export type Room = z.infer<typeof Room>

/** What a seat sits down with. It lies in the table of credentials and nowhere else. */
export const SeatHeld = z.object({
  seat: z.string(),
  index: z.number(),
  meetingId: z.string(),
  attendee: ChimeAttendee,
})
export type SeatHeld = z.infer<typeof SeatHeld>
