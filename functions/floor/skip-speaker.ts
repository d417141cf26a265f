// Pass over a request, with a reason: one that waits leaves the list, one that was called frees the floor.
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { atFloor } from './at-floor.ts'
import { floorItem, loadRequest, requestItem } from './entity.ts'
import { floorRestored, floorSkipped } from './events.ts'
import type { Floor, FloorRequest, Skip } from './schema.ts'
import { endOf, restored, skipped } from './turn.rules.ts'

/** @throws Problem `not-allowed`, `request-not-waiting` */
export const skipSpeaker = async (actor: Actor, id: string, { requestId, reason }: Skip): Promise<Floor> => {
  const { conference, floor } = await atFloor(actor, id)
  const request = await loadRequest(id, requestId)
  const next = skipped({ floor, request }, reason, endOf(conference, now().toISOString()))
  const freed = next.floor === floor ? [] : [putNext(floorItem(next.floor))]
  await write(
    actor,
    requestId,
    ...freed,
    putNext(requestItem(next.request)),
    emit(actor, floorSkipped(next.request)),
  )
  return next.floor
}

/** Puts whoever was passed over back into the old place. @throws Problem `not-allowed`, `request-not-skipped` */
export const restoreSpeaker = async (actor: Actor, id: string, requestId: string): Promise<FloorRequest> => {
  await atFloor(actor, id)
  const next = restored(await loadRequest(id, requestId))
  await write(actor, requestId, putNext(requestItem(next)), emit(actor, floorRestored(next)))
  return next
}
