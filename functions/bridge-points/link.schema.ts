// The link of a point, its heartbeats and its pages: shapes of requests and answers.
import * as z from 'zod'
import { RoomEntry, RoomWish } from '#functions/media/schema.ts'
import { idOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { LinkEnd, LinkState, Stay } from './stored.schema.ts'

const SessionId = idOf('lnk')

export const JoinInput = z.strictObject({
  claimedAt: Instant.optional(),
  /** What the room calls this device, for whoever has to find it: "Máy tính bảng phòng họp". */
  device: line(60).optional(),
  /** To sit in the room with this page; without it the point is connected by other means. */
  room: RoomWish.optional(),
})
export type JoinInput = z.infer<typeof JoinInput>

export const LeaveInput = z.strictObject({
  session: SessionId,
  /** `dropped` when the link was lost rather than left: the page may come back to the same session. */
  how: LinkEnd.default('left'),
  claimedAt: Instant.optional(),
})
export type LeaveInput = z.infer<typeof LeaveInput>

/** Sent every 30 s by the page that holds a session. */
export const HeartbeatInput = z.strictObject({
  session: SessionId,
  /** Whether the page's own media session stands. */
  media: z.enum(['up', 'down']),
})
export type HeartbeatInput = z.infer<typeof HeartbeatInput>

export const HeartbeatTaken = z.object({
  session: SessionId,
  at: z.string(),
  /** The next one is expected within so many seconds. */
  everySeconds: z.number(),
})
export type HeartbeatTaken = z.infer<typeof HeartbeatTaken>

const token = /^[\w.:-]{1,128}$/

/** A page came or went, as the live channel tells it: by the page's own id, its connection and that one's number. */
export const PresenceInput = z.strictObject({
  page: z.string().regex(token),
  session: z.string().regex(token),
  version: z.number().int().min(0).max(1_000_000_000),
  state: z.enum(['connected', 'disconnected']),
})
export type PresenceInput = z.infer<typeof PresenceInput>

/** How many pages of a point are open on the live channel, and since when the last change. */
export const PagesShown = z.object({ connected: z.number(), since: z.string().optional() })
export type PagesShown = z.infer<typeof PagesShown>

/** A session that holds the link: who, with what, since when, when last heard of. */
const ShownSession = z.object({
  session: z.string(),
  state: z.enum(['up', 'unknown']),
  since: z.string(),
  /** Missing for a session of the media service. */
  by: z.string().optional(),
  /** Whether it was begun by whoever asks. */
  own: z.boolean(),
  device: z.string().optional(),
  heardAt: z.string().optional(),
})

export const ShownLink = z.object({
  linkState: LinkState,
  since: z.string().optional(),
  /** Every span connected, the running one up to now, in order. */
  stays: z.array(Stay),
  /** Every span between and after them, with why the point was not connected; a running one up to now. */
  gaps: z.array(Stay.extend({ kind: z.enum(['left', 'dropped', 'unknown']) })),
  sessions: z.array(ShownSession),
})
export type ShownLink = z.infer<typeof ShownLink>

/** `room` where that was wished for: made anew each time, and kept nowhere. */
export const Joined = z.object({ session: SessionId, link: ShownLink, room: RoomEntry.optional() })
export type Joined = z.infer<typeof Joined>
