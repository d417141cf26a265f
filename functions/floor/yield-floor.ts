// End the turn: by the chair's desk, or by the operator of the point that speaks.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { floorItem, loadFloor, loadRequest, requestItem } from './entity.ts'
import { floorYielded } from './events.ts'
import type { Floor } from './schema.ts'
import { currentTurn, endOf, yielded } from './turn.rules.ts'

/**
 * @param requestId the turn that is meant; without it, whichever runs now
 * @throws Problem `not-allowed`, `floor-free`, `request-not-speaking`
 */
export const yieldFloor = async (actor: Actor, id: string, requestId: string | undefined): Promise<Floor> => {
  const [conference, floor] = await Promise.all([loadConference(id), loadFloor(id)])
  const touched = { conference: id, host: conference.hostUnitId, unit: floor.current?.unitId }
  allow(actor, 'floor:yield', touched)
  const turn = currentTurn(floor, requestId)
  const request = await loadRequest(id, turn.requestId)
  const next = yielded({ floor, request }, endOf(conference, now().toISOString()))
  await write(
    actor,
    request.id,
    putNext(floorItem(next.floor)),
    putNext(requestItem(next.request)),
    emit(actor, floorYielded(next.request)),
  )
  return next.floor
}
