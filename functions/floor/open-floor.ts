// Open and close the list of speakers.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { floorItem, loadFloor } from './entity.ts'
import { floorClosed, floorOpened } from './events.ts'
import { closed, expectSession, opened } from './rules.ts'
import type { Floor, Opening } from './schema.ts'

/** @throws Problem `not-allowed`, `conference-not-in-session`, `agenda-item-unknown` */
export const openFloor = async (actor: Actor, id: string, opening: Opening): Promise<Floor> => {
  const [conference, floor] = await Promise.all([loadConference(id), loadFloor(id)])
  allow(actor, 'floor:run', { conference: id, host: conference.hostUnitId })
  expectSession(conference)
  const next = opened(floor, conference, opening, now().toISOString())
  await write(actor, id, putNext(floorItem(next)), emit(actor, floorOpened(next)))
  return next
}

/** @throws Problem `not-allowed`, `floor-closed` */
export const closeFloor = async (actor: Actor, id: string): Promise<Floor> => {
  const [conference, floor] = await Promise.all([loadConference(id), loadFloor(id)])
  allow(actor, 'floor:run', { conference: id, host: conference.hostUnitId })
  const next = closed(floor)
  await write(actor, id, putNext(floorItem(next)), emit(actor, floorClosed(next)))
  return next
}
