// Open and close the list of speakers.
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { atFloor } from './at-floor.ts'
import { floorItem } from './entity.ts'
import { floorClosed, floorOpened } from './events.ts'
import { closed, expectSession, opened } from './rules.ts'
import type { Floor, Opening } from './schema.ts'

/** @throws Problem `not-allowed`, `conference-not-in-session`, `agenda-item-unknown` */
export const openFloor = async (actor: Actor, id: string, opening: Opening): Promise<Floor> => {
  const { conference, floor } = await atFloor(actor, id)
  expectSession(conference)
  const next = opened(floor, conference, opening, now().toISOString())
  await write(actor, id, putNext(floorItem(next)), emit(actor, floorOpened(next)))
  return next
}

/** @throws Problem `not-allowed`, `floor-closed` */
export const closeFloor = async (actor: Actor, id: string): Promise<Floor> => {
  const { floor } = await atFloor(actor, id)
  const next = closed(floor)
  await write(actor, id, putNext(floorItem(next)), emit(actor, floorClosed(next)))
  return next
}
