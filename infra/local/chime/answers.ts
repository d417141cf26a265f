// Meetings and attendees as the API answers them.
import type { Attendee } from './model.ts'
import type { Room } from './rooms.ts'

/** @param signaling the address without a path: the client appends its own query to what it is given */
export const meetingAnswer = (room: Room, signaling: string) => ({
  MeetingId: room.meetingId,
  ExternalMeetingId: room.externalMeetingId,
  MediaRegion: room.mediaRegion,
  MediaPlacement: {
    // Any text will do, but not none: the client would leave sound out.
    AudioHostUrl: `${signaling.replace('ws://', '')}/audio`,
    AudioFallbackUrl: `${signaling}/calls/${room.meetingId}`,
    SignalingUrl: `${signaling}/control/${room.meetingId}`,
    TurnControlUrl: `${signaling.replace('ws://', 'http://')}/v2/turn_sessions`,
  },
  MeetingArn: room.arn,
  TenantIds: room.tenantIds ?? [],
  ...(room.hostId ? { MeetingHostId: room.hostId } : {}),
  ...(room.features ? { MeetingFeatures: room.features } : {}),
  ...(room.primaryMeetingId ? { PrimaryMeetingId: room.primaryMeetingId } : {}),
})

const attendeeAnswer = ({ attendeeId, externalUserId, capabilities }: Attendee) => ({
  ExternalUserId: externalUserId,
  AttendeeId: attendeeId,
  Capabilities: capabilities,
})

/** Without the token: whoever asks again may not join as somebody else. */
export const attendeeKnown = attendeeAnswer

/** Told once, to whoever creates it. */
export const attendeeCreated = (attendee: Attendee) => ({
  ...attendeeAnswer(attendee),
  JoinToken: attendee.joinToken,
})
