// Call a speaker: one act gives the floor, starts the clock and is recorded.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { floorItem, loadFloor, loadRequest, requestItem } from './entity.ts'
import { floorCalled } from './events.ts'
import { called, expectSession } from './rules.ts'
import type { Floor } from './schema.ts'

/** @throws Problem `not-allowed`, `conference-not-in-session`, `floor-occupied`, `request-not-waiting` */
export const callSpeaker = async (actor: Actor, id: string, requestId: string): Promise<Floor> => {
  const [conference, floor] = await Promise.all([loadConference(id), loadFloor(id)])
  allow(actor, 'floor:run', { conference: id, host: conference.hostUnitId })
  expectSession(conference)
  const next = called({ floor, request: await loadRequest(id, requestId) }, now().toISOString())
  await write(
    actor,
    requestId,
    putNext(floorItem(next.floor)),
    putNext(requestItem(next.request)),
    emit(actor, floorCalled(next.request)),
  )
  return next.floor
}
