// A replica's participant takes part in the primary meeting, and no longer.
import type { Attendee, Rooms } from '../model.ts'
import { type Frame, FrameType } from '../wire/frames.ts'
import { sendIndex } from './index-frame.ts'
import type { Member } from './member.ts'
import { unpublish } from './subscribe.ts'

const forbidden = 403

type Credentials = NonNullable<NonNullable<Frame['primaryMeetingJoin']>['credentials']>

const admitted = (member: Member, credentials: Credentials, rooms: Rooms): Attendee | undefined => {
  if (!member.replica || !member.present) return undefined
  const attendee = rooms.admit(member.room.meetingId, credentials.joinToken ?? '')
  return attendee?.attendeeId === credentials.attendeeId ? attendee : undefined
}

/** @param ask.left what the client is told of it, where it did not ask for it itself */
export const demote = (member: Member, ask: { tell: boolean }): void => {
  if (!member.promoted) return
  const published = member.videoIn !== undefined
  unpublish(member)
  member.room.vanish(member, false)
  member.room.teller.promoted(member, false)
  member.promoted = undefined
  if (ask.tell) member.send({ type: FrameType.PRIMARY_MEETING_LEAVE, primaryMeetingLeave: {} })
  for (const other of member.room.members) sendIndex(other, other === member && published)
}

export const promote = (member: Member, credentials: Credentials | null | undefined, rooms: Rooms): void => {
  const attendee = credentials && admitted(member, credentials, rooms)
  if (!attendee) {
    member.send({ type: FrameType.PRIMARY_MEETING_JOIN_ACK, error: { status: forbidden } })
    return
  }
  // One place at a time, and the same credentials serve one at a time.
  demote(member, { tell: false })
  for (const other of member.room.members)
    if (other.promoted?.attendeeId === attendee.attendeeId) demote(other, { tell: true })
  member.promoted = attendee
  member.send({ type: FrameType.PRIMARY_MEETING_JOIN_ACK, primaryMeetingJoinAck: {} })
  member.room.teller.promoted(member, true)
  member.room.reveal(member)
  member.room.tellIndex()
}
