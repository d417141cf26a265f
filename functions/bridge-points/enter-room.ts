// The seat of a point in the room: what its page sits down with. Only whoever holds the seat is ever told.
import { findEntry } from '#functions/media/find-entry.ts'
import type { PointEntryInput, RoomEntry } from '#functions/media/schema.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { atLink } from './at-point.ts'
import type { Joined } from './link.schema.ts'
import { expectNotWithdrawn } from './points.rules.ts'
import { expectInRoom } from './room.rules.ts'

/**
 * Asked again while the room is being prepared, after the media service refused, and at the point's turn.
 * @throws Problem `session-unknown` where another page has taken the seat, or nobody sits there, `point-withdrawn`
 */
export const enterRoom = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  { session, stale }: PointEntryInput,
): Promise<RoomEntry> => {
  const { conference, point, link } = await atLink(actor, 'point:link', conferenceId, pointId)
  expectNotWithdrawn(point)
  expectInRoom(link, session, actor.sub)
  return findEntry(conference, pointId, { stale, unlike: link.lines[session]?.unlike })
}

/**
 * The answer to a join with what it sits down with, where that was wished for: the join itself is done.
 * @throws Problem as `enterRoom`: a join may be repeated when another page has long taken the seat
 */
export const withEntry = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  joined: Joined,
): Promise<Joined> => ({
  ...joined,
  room: await enterRoom(actor, conferenceId, pointId, { session: joined.session }),
})
