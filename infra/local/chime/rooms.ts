// Meetings and who may come: kept in memory, lost with the process as a real meeting is lost with its media service.
import { randomBytes, randomUUID } from 'node:crypto'
import { localRegion } from '../dynamodb.ts'
import { defaultCapabilities } from './capabilities.ts'
import { localAccount } from './events.ts'
import type { Attendee, Meeting, Rooms } from './model.ts'
import { badRequest, notFound } from './refusals.ts'
import { type AttendeeInput, type Features, Guid, type MeetingInput } from './shapes.ts'

/** Numbered as created, so that a list goes on after somebody it showed is gone. */
export type Held = Attendee & { ordinal: number }

export type Room = Omit<Meeting, 'attendees'> & {
  attendees: Map<string, Held>
  /** How many were ever created. */
  created: number
  arn: string
  features: Features | undefined
  hostId: string | undefined
  tenantIds: string[] | undefined
  tags: Map<string, string>
  /** By join token. */
  admitted: Map<string, Held>
  /** Epoch milliseconds of the local clock. */
  createdAt: number
  /** When somebody was last connected with sound. */
  heardAt: number
  transcribed: boolean
}

const arnOf = (meetingId: string) => `arn:aws:chime:${localRegion}:${localAccount}:meeting/${meetingId}`

const roomOf = (input: MeetingInput, at: number): Room => {
  const meetingId = randomUUID()
  return {
    meetingId,
    externalMeetingId: input.ExternalMeetingId,
    ...(input.PrimaryMeetingId ? { primaryMeetingId: input.PrimaryMeetingId } : {}),
    mediaRegion: input.MediaRegion,
    attendees: new Map(),
    created: 0,
    arn: arnOf(meetingId),
    features: input.MeetingFeatures,
    hostId: input.MeetingHostId,
    tenantIds: input.TenantIds,
    tags: new Map((input.Tags ?? []).map(({ Key, Value }) => [Key, Value])),
    admitted: new Map(),
    createdAt: at,
    heardAt: at,
    transcribed: false,
  }
}

/** @throws BadRequestException for what is no id at all */
const checked = (name: string, id: string): string => {
  if (Guid.safeParse(id).success) return id
  throw badRequest(`Value at '${name}' failed to satisfy constraint: it is no identifier`)
}

/** It travels as a WebSocket's subprotocol: letters and figures only. */
const newToken = () => randomBytes(64).toString('hex')

export const openRooms = (now: () => Date) => {
  const open = new Map<string, Room>()
  /** Events are told of meetings that are over, too. */
  const regions = new Map<string, string>()
  const known: Rooms = {
    meeting: (meetingId) => open.get(meetingId),
    admit: (meetingId, joinToken) => open.get(meetingId)?.admitted.get(joinToken),
  }
  return {
    known,
    all: (): Room[] => [...open.values()],
    /** @throws NotFoundException when there is none, or none any more; BadRequestException where there cannot be one */
    find: (meetingId: string): Room => {
      const room = open.get(checked('meetingId', meetingId))
      if (!room) throw notFound('Meeting', meetingId)
      return room
    },
    replicasOf: (meetingId: string): Room[] =>
      [...open.values()].filter(({ primaryMeetingId }) => primaryMeetingId === meetingId),
    regionOf: (meetingId: string): string => regions.get(meetingId) ?? localRegion,
    add: (input: MeetingInput): Room => {
      const room = roomOf(input, now().getTime())
      open.set(room.meetingId, room)
      regions.set(room.meetingId, room.mediaRegion)
      return room
    },
    remove: (meetingId: string): void => {
      open.delete(meetingId)
    },
  }
}
export type RoomStore = ReturnType<typeof openRooms>

/** A new attendee each time: the same external user id may be there twice, and the later of the two drives the other out. */
export const addAttendee = (room: Room, input: AttendeeInput): Held => {
  const attendee: Held = {
    ordinal: ++room.created,
    attendeeId: randomUUID(),
    externalUserId: input.ExternalUserId,
    joinToken: newToken(),
    capabilities: input.Capabilities ?? defaultCapabilities(room.features),
  }
  room.attendees.set(attendee.attendeeId, attendee)
  room.admitted.set(attendee.joinToken, attendee)
  return attendee
}

export const removeAttendee = (room: Room, attendee: Attendee): void => {
  room.attendees.delete(attendee.attendeeId)
  room.admitted.delete(attendee.joinToken)
}

/** @throws NotFoundException, BadRequestException */
export const findAttendee = (room: Room, attendeeId: string): Held => {
  const attendee = room.attendees.get(checked('attendeeId', attendeeId))
  if (!attendee) throw notFound('Attendee', attendeeId)
  return attendee
}
