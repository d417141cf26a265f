// The media plane of the local Chime: signaling over WebSocket, sound and pictures over one UDP socket, rooms between them.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { refuseInsideAws } from '../refusal.ts'
import type { MediaPlane, Meeting, News, Rooms, Tap } from './model.ts'
import { refreshCapabilities } from './room/capabilities-changed.ts'
import { openDoor } from './room/door.ts'
import { endWith, Status } from './room/leave.ts'
import { demote } from './room/promotion.ts'
import { Room } from './room/room.ts'
import { startRounds } from './room/rounds.ts'
import type { Ground } from './room/signaling.ts'
import { Tapped } from './room/tapped.ts'
import { openTeller } from './room/teller.ts'
import { openPeers } from './wire/peers.ts'
import type { Loss } from './wire/udp.ts'

export type MediaOptions = {
  rooms: Rooms
  tell: (news: News) => void
  /** Of tests with a seed: which packets are lost. */
  random?: () => number
  /** Read at each packet. */
  loss?: Loss
}

export type OpenMedia = MediaPlane & {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Breaks every connection of signaling, as a network does. */
  cut(): void
  /** Where media packets go. */
  address: { address: string; port: number }
}

const openRooms = (ground: Ground, tell: MediaOptions['tell']) => {
  const teller = openTeller(tell)
  const rooms = new Map<string, Room>()
  const of = (meetingId: string): Room => {
    const room = rooms.get(meetingId) ?? new Room(meetingId, teller)
    rooms.set(meetingId, room)
    return room
  }
  return {
    all: () => rooms.values(),
    of,
    ofMeeting: ({ meetingId, primaryMeetingId }: Meeting): Room | undefined =>
      ground.rooms.meeting(primaryMeetingId ?? meetingId) && of(primaryMeetingId ?? meetingId),
    members: () => [...rooms.values()].flatMap(({ members }) => [...members]),
    free: (meetingId: string) => {
      for (const tapped of rooms.get(meetingId)?.taps ?? []) tapped.close(ground.clock.now())
      rooms.delete(meetingId)
    },
  }
}

/** What control has done to people who are connected. */
const enforce = (ground: Ground, rooms: ReturnType<typeof openRooms>) => ({
  capabilitiesChanged: (meetingId: string, attendeeId: string): void =>
    refreshCapabilities(rooms.members(), meetingId, attendeeId, ground),
  attendeeRemoved: (meetingId: string, attendeeId: string): void => {
    for (const member of rooms.members()) {
      if (member.meetingId === meetingId && member.attendee.attendeeId === attendeeId)
        endWith(member, ground.peers, Status.removed)
      if (member.room.meetingId === meetingId && member.promoted?.attendeeId === attendeeId)
        demote(member, { tell: true })
    }
  },
  meetingEnded: (meetingId: string): void => {
    for (const member of rooms.members())
      if (member.meetingId === meetingId || member.room.meetingId === meetingId)
        endWith(member, ground.peers, Status.ended)
    rooms.free(meetingId)
  },
})

/** @param room whose sound and pictures it gets */
const tapInto = (room: Room, tap: Tap, ground: Ground): (() => void) => {
  const tapped = new Tapped(room, tap)
  room.taps.add(tapped)
  return () => {
    if (room.taps.delete(tapped)) tapped.close(ground.clock.now())
  }
}

/** @throws Refusal inside AWS */
export const openMedia = async ({ rooms: control, tell, ...options }: MediaOptions): Promise<OpenMedia> => {
  refuseInsideAws('The media of the local Chime')
  const peers = await openPeers(options)
  // The machine's clock may be put back: silence would not be due for as long.
  const clock = { now: () => performance.now(), at: () => performance.timeOrigin + performance.now() }
  const ground: Ground = { rooms: control, peers, clock }
  const rooms = openRooms(ground, tell)
  const door = openDoor(ground, rooms.ofMeeting)
  const stopRounds = startRounds(() => rooms.all(), clock)
  return {
    ...enforce(ground, rooms),
    address: { address: '127.0.0.1', port: peers.port },
    upgrade: door.upgrade,
    cut: door.cut,
    listening: (meetingId) =>
      rooms.members().filter((member) => member.present && member.meetingId === meetingId).length,
    tap: (meetingId, tap) => tapInto(rooms.of(meetingId), tap, ground),
    close: async () => {
      stopRounds()
      door.close()
      await peers.close()
    },
  }
}
