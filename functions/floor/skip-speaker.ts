// Pass over a request, with a reason: one that waits leaves the list, one that was called frees the floor.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { floorItem, loadFloor, loadRequest, requestItem } from './entity.ts'
import { floorSkipped } from './events.ts'
import { endOf, skipped } from './rules.ts'
import type { Floor, Skip } from './schema.ts'

/** @throws Problem `not-allowed`, `request-not-waiting` */
export const skipSpeaker = async (actor: Actor, id: string, { requestId, reason }: Skip): Promise<Floor> => {
  const [conference, floor] = await Promise.all([loadConference(id), loadFloor(id)])
  allow(actor, 'floor:run', { conference: id, host: conference.hostUnitId })
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
