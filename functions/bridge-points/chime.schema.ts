// What Amazon Chime SDK tells of a meeting, as EventBridge carries it: best effort, repeated, in any order. Pure.
import * as z from 'zod'
import { chimeDetailType, chimeSource } from './chime.data.ts'

const Common = {
  meetingId: z.string().min(1),
  /** Epoch milliseconds. */
  timestamp: z.number().int().positive(),
}

const AttendeeChange = z.object({
  ...Common,
  eventType: z.enum([
    'chime:AttendeeJoined',
    'chime:AttendeeLeft',
    'chime:AttendeeDropped',
    'chime:AttendeeDeleted',
  ]),
  attendeeId: z.string().min(1),
})
export type AttendeeChange = z.infer<typeof AttendeeChange>

const MeetingEnded = z.object({ ...Common, eventType: z.literal('chime:MeetingEnded') })

/** Started, added, authorized, video, content: said of a meeting, and nothing to us. */
const Other = z.object({ eventType: z.string() })

export const ChimeEvent = z.object({
  id: z.string(),
  source: z.literal(chimeSource),
  'detail-type': z.literal(chimeDetailType),
  detail: z.union([AttendeeChange, MeetingEnded, Other]),
})
export type ChimeEvent = z.infer<typeof ChimeEvent>
