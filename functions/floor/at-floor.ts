// What every act of the desk begins with: the conference, its floor, and whether the actor runs it.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { loadFloor } from './entity.ts'

/** @throws Problem `not-found`, `not-allowed` */
export const atFloor = async (actor: Actor, id: string) => {
  const [conference, floor] = await Promise.all([loadConference(id), loadFloor(id)])
  allow(actor, 'floor:run', { conference: id, host: conference.hostUnitId })
  return { conference, floor }
}
