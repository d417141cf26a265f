// Give whoever speaks more time.
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { atFloor } from './at-floor.ts'
import { floorItem } from './entity.ts'
import { floorExtended } from './events.ts'
import type { Extension, Floor } from './schema.ts'
import { extended } from './turn.rules.ts'

/** @throws Problem `not-allowed`, `floor-free`, `request-not-speaking` */
export const extendTurn = async (actor: Actor, id: string, extension: Extension): Promise<Floor> => {
  const { floor } = await atFloor(actor, id)
  const next = extended(floor, extension)
  await write(actor, id, putNext(floorItem(next)), emit(actor, floorExtended(next, extension.seconds)))
  return next
}
