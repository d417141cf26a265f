// Finds what a seat sits down with. It never asks the media service: what is missing is ordered from the worker.
import { findEnd } from '#functions/bridge-points/attendee.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { loadFloor } from '#functions/floor/entity.ts'
import { now } from '#functions/shared/clock.ts'
import { findHeld, findRoom } from './entity.ts'
import { entryOf, isOpen } from './entry.rules.ts'
import type { RoomEntry, Seat } from './schema.ts'

type Asking = {
  /** The meeting that refused the page, if one did. */
  stale?: string | undefined
  /** The attendee it may not be. */
  unlike?: string | undefined
}

export const findEntry = async (
  conference: Pick<Conference, 'id' | 'state'>,
  seat: Seat,
  { stale, unlike }: Asking = {},
): Promise<RoomEntry> => {
  const { id } = conference
  if (!isOpen(conference)) return { state: 'closed' }
  const [room, held] = await Promise.all([findRoom(id), findHeld(id, 'SEAT', seat)])
  const replica = held !== undefined && held.index > 0
  const [turn, floor, ended] = await Promise.all([
    replica ? findHeld(id, 'TURN', seat) : undefined,
    replica ? loadFloor(id) : undefined,
    held ? findEnd(held.meetingId) : undefined,
  ])
  const at = now().toISOString()
  const entry = entryOf({
    conference,
    seat,
    room,
    held,
    turn,
    floor,
    ended: ended !== undefined,
    stale,
    unlike,
    at,
  })
  const isFull = entry.state === 'refused' && entry.quota === 'concurrent-meetings'
  if (entry.state === 'preparing' || isFull) {
    const { orderRoom } = await import('./order.ts')
    // Of another meeting there is nothing to look at; and an order each for made up names would hold up everybody's.
    const known = room?.meetings.some(({ chime }) => chime?.MeetingId === stale) ? stale : undefined
    const looked = ended === undefined ? known : held?.meetingId
    const renewed = unlike !== undefined && held?.attendee.AttendeeId === unlike
    await orderRoom(id, {
      ...(looked === undefined ? {} : { stale: looked }),
      ...(renewed ? { renewed: { seat, attendeeId: unlike } } : {}),
    })
  }
  return entry
}
