// Meetings that end by themselves: five minutes without anybody connected with sound, or a day after they were made.
import type { Room } from './rooms.ts'
import { endMeeting, type World } from './world.ts'

const silentMs = 5 * 60_000
const longestMs = 24 * 3600_000

/** A replica has no such silence of its own: it ends with its primary. */
const isOver = (room: Room, at: number): boolean =>
  at - room.createdAt >= longestMs || (room.primaryMeetingId === undefined && at - room.heardAt >= silentMs)

/** A clock put back makes nobody older. */
const note = (room: Room, at: number, listening: number) => {
  room.createdAt = Math.min(room.createdAt, at)
  room.heardAt = listening > 0 ? at : Math.min(room.heardAt, at)
}

/** Looks at every meeting as of now. */
export const endOver = (world: World): void => {
  const { rooms, media, now } = world
  const at = now().getTime()
  for (const room of rooms.all()) {
    note(room, at, media.listening(room.meetingId))
    if (rooms.known.meeting(room.meetingId) && isOver(room, at)) endMeeting(world, room)
  }
}
