// What a page that asks for its seat is answered, and what the readers of a conference may know of its room. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import type { Floor } from '#functions/floor/schema.ts'
import type { RoomEntry, RoomState } from './schema.ts'
import type { Room, SeatHeld } from './stored.schema.ts'

/** While a conference is so, it has a room. */
export const isOpen = ({ state }: Pick<Conference, 'state'>): boolean =>
  state === 'open' || state === 'in-session'

/** A page that was told to wait asks again after so long. */
export const retrySeconds = 2

const preparing: RoomEntry = { state: 'preparing', retrySeconds }

/** A look at a meeting counts for so long: whoever was refused meanwhile was refused for another reason. */
const soundMs = 10_000

export type Asked = {
  conference: Pick<Conference, 'state'>
  seat: string
  room: Room | undefined
  held: SeatHeld | undefined
  /** Made for the turn of a seat that is in a replica. */
  turn?: SeatHeld | undefined
  floor?: Pick<Floor, 'current'> | undefined
  /** The media service told that the meeting is over. */
  ended?: boolean | undefined
  /** The meeting that refused the page. */
  stale?: string | undefined
  /** The attendee the page may not be. */
  unlike?: string | undefined
  at: string
}

const isRefusing = ({ held, room, stale, unlike, ended, at }: Asked): boolean => {
  const id = held?.meetingId
  if (id === undefined) return false
  if (ended || held?.attendee.AttendeeId === unlike) return true
  const soundAt = room?.meetings.find(({ chime }) => chime?.MeetingId === id)?.soundAt
  return stale === id && (soundAt === undefined || Date.parse(at) - Date.parse(soundAt) > soundMs)
}

const standing = (room: Room | undefined, held: SeatHeld | undefined) =>
  room?.meetings.find(({ chime }) => chime !== undefined && chime.MeetingId === held?.meetingId)?.chime

/** What a seat can sit down with now, if with anything. */
const ready = (asked: Asked): RoomEntry | undefined => {
  const { held, room, turn, floor, seat } = asked
  const meeting = standing(room, held)
  if (!held || !meeting || isRefusing(asked)) return undefined
  const { attendee, index } = held
  const speaks = floor?.current?.pointId === seat
  const promotes = turn && speaks && standing(room, turn)
  return {
    state: 'ready',
    part: index === 0 ? 'primary' : 'replica',
    meeting,
    attendee,
    ...(promotes ? { promotion: turn.attendee } : {}),
  }
}

export const entryOf = (asked: Asked): RoomEntry => {
  if (!isOpen(asked.conference)) return { state: 'closed' }
  const entry = ready(asked)
  if (entry) return entry
  const { room, held } = asked
  if (room?.state === 'refused' && room.quota && !held) return { state: 'refused', quota: room.quota }
  return preparing
}

export const roomStateOf = (conference: Pick<Conference, 'state'>, room: Room | undefined): RoomState => {
  const counted = {
    appliedFloorVersion: room?.appliedFloorVersion ?? 0,
    meetings: room?.meetings.filter(({ chime }) => chime !== undefined).length ?? 0,
    version: room?.version ?? 0,
  }
  if (!isOpen(conference)) return { state: 'closed', ...counted }
  const state = room === undefined || room.state === 'closed' ? 'preparing' : room.state
  return { state, ...(room?.quota ? { quota: room.quota } : {}), ...counted }
}
