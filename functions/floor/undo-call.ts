// Take a wrong call back: the speaker keeps the place, no turn counts, and the log tells both.
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { atFloor } from './at-floor.ts'
import { floorItem, loadRequest, requestItem } from './entity.ts'
import { floorCallUndone } from './events.ts'
import type { Floor } from './schema.ts'
import { undone } from './turn.rules.ts'

/** @throws Problem `not-allowed`, `floor-free`, `request-not-speaking`, `undo-too-late` */
export const undoCall = async (actor: Actor, id: string, requestId: string): Promise<Floor> => {
  const { floor } = await atFloor(actor, id)
  const request = await loadRequest(id, requestId)
  const next = undone({ floor, request }, now().toISOString())
  await write(
    actor,
    requestId,
    putNext(floorItem(next.floor)),
    putNext(requestItem(next.request)),
    emit(actor, floorCallUndone(request)),
  )
  return next.floor
}
