// What every operation works on: rooms, the media plane, events, quotas. A restart begins with a new one.
import type { Events } from './events.ts'
import { attendeeDetail, meetingDetail } from './events.ts'
import type { Attendee, MediaPlane } from './model.ts'
import type { Quotas } from './quotas.ts'
import type { Room, RoomStore } from './rooms.ts'

export type World = {
  rooms: RoomStore
  media: MediaPlane
  events: Events
  quotas: Quotas
  now: () => Date
  /** Where pages connect: `ws://127.0.0.1:<port>`. */
  signaling: string
  /** Told of each meeting that ends, before its connections are closed: who records it finishes. */
  onEnd: Set<(meetingId: string) => void>
}

export const tellOfAttendee = (
  { events }: World,
  what: string,
  { meetingId, mediaRegion }: Room,
  { attendeeId, externalUserId }: Attendee,
): void => events.tell(attendeeDetail(what, { meetingId, attendeeId, externalUserId, mediaRegion }))

/** Ends a meeting and the replicas that receive it: closes their connections, frees what they held. */
export const endMeeting = (world: World, room: Room): void => {
  const { rooms, media, events } = world
  for (const replica of rooms.replicasOf(room.meetingId)) endMeeting(world, replica)
  rooms.remove(room.meetingId)
  for (const told of world.onEnd) told(room.meetingId)
  media.meetingEnded(room.meetingId)
  events.tell(meetingDetail('Ended', room))
}

/** Told with what it may do now; 1 means done. */
export const tellOfChange = ({ events }: World, room: Room, attendee: Attendee): void => {
  const { meetingId, mediaRegion } = room
  const { attendeeId, externalUserId, capabilities } = attendee
  events.tell({
    ...attendeeDetail('CapabilitiesUpdated', { meetingId, attendeeId, externalUserId, mediaRegion }),
    success: '1',
    attendeeCapabilities: {
      audio: capabilities.Audio,
      video: capabilities.Video,
      content: capabilities.Content,
    },
  })
}
