// Read how the room of a conference stands: whoever reads the conference may know, and nothing in it is secret.
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { findRoom } from './entity.ts'
import { roomStateOf } from './entry.rules.ts'
import type { RoomState } from './schema.ts'

/** @throws Problem `not-found`, `not-allowed` */
export const readRoom = async (actor: Actor, conferenceId: string): Promise<RoomState> => {
  const [conference, room] = await Promise.all([readConference(actor, conferenceId), findRoom(conferenceId)])
  return roomStateOf(conference, room)
}
