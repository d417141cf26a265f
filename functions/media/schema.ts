// The room a conference meets in: whose seat is where, what a page needs to sit down, and what became of a wish. Shapes.
import * as z from 'zod'
import { PointId } from '#functions/bridge-points/stored.schema.ts'
import { idOf } from '#functions/shared/ids.ts'

export const RoomPath = z.object({ id: idOf('cnf') })

/** Those who preside, or watch over, from elsewhere than a point: nobody's attendance. */
export const HouseSeat = z.enum(['chair', 'desk'])
export type HouseSeat = z.infer<typeof HouseSeat>

/** A seat is a bridge point's or the house's; it is also the attendee's `ExternalUserId`, as both are opaque ASCII. */
export const Seat = z.union([PointId, HouseSeat])
export type Seat = z.infer<typeof Seat>

/** As the media service gives them: opaque to everybody. */
const MeetingId = z.string().regex(/^[\w-]{1,64}$/)

const Capability = z.enum(['SendReceive', 'Send', 'Receive', 'None'])
/** What an attendee may send and receive, as Amazon Chime SDK names it. */
export const Capabilities = z.object({ Audio: Capability, Video: Capability, Content: Capability })
export type Capabilities = z.infer<typeof Capabilities>

/** A meeting as `MeetingSessionConfiguration` of the Chime client takes it. */
export const ChimeMeeting = z.object({
  MeetingId: z.string(),
  ExternalMeetingId: z.string(),
  MediaRegion: z.string(),
  PrimaryMeetingId: z.string().optional(),
  MediaPlacement: z.object({
    AudioHostUrl: z.string(),
    SignalingUrl: z.string(),
    AudioFallbackUrl: z.string().optional(),
    TurnControlUrl: z.string().optional(),
    EventIngestionUrl: z.string().optional(),
  }),
})
export type ChimeMeeting = z.infer<typeof ChimeMeeting>

/** The secret a page sits down with: only ever in the answer to whoever holds the seat. */
export const ChimeAttendee = z.object({
  AttendeeId: z.string(),
  ExternalUserId: z.string(),
  JoinToken: z.string(),
})
export type ChimeAttendee = z.infer<typeof ChimeAttendee>

/** Quotas of the media service that can stand in the way, by the names its console knows them. */
export const MediaQuota = z.enum([
  'attendees-per-meeting',
  'replicas-per-meeting',
  'concurrent-meetings',
  'requests-per-second',
  'active-media-pipelines',
])
export type MediaQuota = z.infer<typeof MediaQuota>

/** What asking for a seat in the room gives. */
export const RoomEntry = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('ready'),
    /** A replica only receives; a point in it promotes itself at its turn. */
    part: z.enum(['primary', 'replica']),
    meeting: ChimeMeeting,
    attendee: ChimeAttendee,
    /** At its turn: what a point of a replica promotes itself with. */
    promotion: ChimeAttendee.optional(),
  }),
  /** The meeting is being made: ask again. */
  z.object({ state: z.literal('preparing'), retrySeconds: z.number() }),
  /** A quota stands in the way; the secretariat is told which. */
  z.object({ state: z.literal('refused'), quota: MediaQuota }),
  /** The conference is not open. */
  z.object({ state: z.literal('closed') }),
])
export type RoomEntry = z.infer<typeof RoomEntry>

/** In `…/join`: to sit in the room with this page. */
export const RoomWish = z.strictObject({
  /** Another page of the seat gives way. */
  takeOver: z.boolean().default(false),
})
export type RoomWish = z.infer<typeof RoomWish>

/** @see RoomEntry Asked for one of the house's seats; the media service itself sends its earlier page away. */
export const EntryInput = z.strictObject({
  /** The meeting that refused the page: it is looked at, and made anew where it is gone. */
  stale: MeetingId.optional(),
})
export type EntryInput = z.infer<typeof EntryInput>

/** Asked by the page that holds a point's seat: told to wait, refused by the media service, or at its turn. */
export const PointEntryInput = EntryInput.extend({ session: idOf('lnk') })
export type PointEntryInput = z.infer<typeof PointEntryInput>

/** What every reader of the conference may know of its room. */
export const RoomState = z.object({
  state: z.enum(['closed', 'preparing', 'ready', 'refused']),
  quota: MediaQuota.optional(),
  /** The floor whose wishes the media service has carried out: behind the floor's own version the desk shows "calling…". */
  appliedFloorVersion: z.number(),
  meetings: z.number(),
  version: z.number(),
})
export type RoomState = z.infer<typeof RoomState>
