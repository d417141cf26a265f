// What the media plane tells of comings and goings, each once.
import type { News } from '../model.ts'
import type { Member } from './member.ts'

type What = News['what']

export type Teller = {
  authorized(member: Member): void
  joined(member: Member): void
  gone(member: Member, dropped: boolean): void
  video(member: Member, started: boolean): void
  /** Someone of a replica now speaks in the primary meeting, or no longer. */
  promoted(member: Member, now: boolean): void
}

export const openTeller = (tell: (news: News) => void): Teller => {
  const say = (meetingId: string, member: Member, what: What) => {
    const { attendeeId, externalUserId } =
      (meetingId === member.room.meetingId ? member.promoted : undefined) ?? member.attendee
    tell({ what, meetingId, attendeeId, externalUserId })
  }
  return {
    authorized: (member) => {
      if (!member.content) say(member.meetingId, member, 'authorized')
    },
    joined: (member) => say(member.meetingId, member, member.content ? 'content-joined' : 'joined'),
    gone: (member, dropped) => {
      const what = dropped ? 'dropped' : 'left'
      say(member.meetingId, member, member.content ? `content-${what}` : what)
    },
    video: (member, started) => {
      const what = started ? 'video-started' : 'video-stopped'
      say(member.room.meetingId, member, member.content ? `content-${what}` : what)
    },
    promoted: (member, now) => {
      if (now) say(member.room.meetingId, member, 'authorized')
      say(member.room.meetingId, member, now ? 'joined' : 'left')
    },
  }
}
