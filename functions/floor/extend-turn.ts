// Give whoever speaks more time.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { floorItem, loadFloor } from './entity.ts'
import { floorExtended } from './events.ts'
import { extended } from './rules.ts'
import type { Floor } from './schema.ts'

/** @throws Problem `not-allowed`, `floor-free` */
export const extendTurn = async (actor: Actor, id: string, seconds: number): Promise<Floor> => {
  const [conference, floor] = await Promise.all([loadConference(id), loadFloor(id)])
  allow(actor, 'floor:run', { conference: id, host: conference.hostUnitId })
  const next = extended(floor, seconds)
  await write(actor, id, putNext(floorItem(next)), emit(actor, floorExtended(next, seconds)))
  return next
}
