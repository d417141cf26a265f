// Cut a turn short: a point whose link is lost goes back to its place in the list with the time that was left.
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { atFloor } from './at-floor.ts'
import { floorItem, loadRequest, requestItem } from './entity.ts'
import { floorSuspended } from './events.ts'
import { expectSession } from './rules.ts'
import type { Floor, Suspension } from './schema.ts'
import { suspended } from './turn.rules.ts'

/** @throws Problem `not-allowed`, `conference-not-in-session`, `floor-free`, `request-not-speaking` */
export const suspendTurn = async (
  actor: Actor,
  id: string,
  { requestId, reason, note }: Suspension,
): Promise<Floor> => {
  const { conference, floor } = await atFloor(actor, id)
  expectSession(conference)
  const request = await loadRequest(id, requestId)
  const next = suspended({ floor, request }, reason, now().toISOString())
  await write(
    actor,
    requestId,
    putNext(floorItem(next.floor)),
    putNext(requestItem(next.request)),
    emit(actor, floorSuspended(next.request, note)),
  )
  return next.floor
}
