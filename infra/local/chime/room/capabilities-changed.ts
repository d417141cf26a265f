// What an attendee may do has changed while connected: the room acts on it at once, and the client is told.
import { sendIndex } from './index-frame.ts'
import { endWith, Status } from './leave.ts'
import type { Member } from './member.ts'
import type { Ground } from './signaling.ts'
import { unpublish } from './subscribe.ts'

const stopWatching = (member: Member): void => {
  for (const [mid, out] of member.videoOuts) {
    const publisher = member.room.publisherOf(out.source.streamId)
    if (publisher && member.mayReceive(publisher.content ? 'Content' : 'Video')) continue
    out.source.watchers.delete(out)
    member.videoOuts.delete(mid)
  }
}

const refresh = (member: Member, ground: Ground): void => {
  if (member.content && !member.maySend('Video')) {
    endWith(member, ground.peers, Status.rejected)
    return
  }
  const stops = member.videoIn !== undefined && !member.maySend('Video')
  if (stops) unpublish(member)
  stopWatching(member)
  member.room.tellMuted(member)
  const told = stops ? member.room.members : [member]
  for (const one of told) sendIndex(one, stops && one === member)
}

export const refreshCapabilities = (
  members: Member[],
  meetingId: string,
  attendeeId: string,
  ground: Ground,
): void => {
  const changed = ground.rooms.meeting(meetingId)?.attendees.get(attendeeId)
  if (!changed) return
  for (const member of members) {
    if (member.meetingId === meetingId && member.attendee.attendeeId === attendeeId) member.attendee = changed
    else if (member.room.meetingId === meetingId && member.promoted?.attendeeId === attendeeId)
      member.promoted = changed
    else continue
    refresh(member, ground)
  }
}
