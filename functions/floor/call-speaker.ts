// Call a speaker: one act gives the floor, starts the clock and is recorded.
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { type Operation, putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { atFloor } from './at-floor.ts'
import { floorItem, loadRequest, loadRequests, requestItem } from './entity.ts'
import { floorCalled, floorSuspended } from './events.ts'
import { lostPoints } from './lost-points.ts'
import { expectSession, nextOf } from './rules.ts'
import type { Call, Floor, FloorRequest } from './schema.ts'
import { budgetOf } from './time.rules.ts'
import { called, suspended } from './turn.rules.ts'

const chosen = async (id: string, requestId: string | undefined, requests: FloorRequest[]) =>
  requestId === undefined ? nextOf(requests, await lostPoints(id, requests)) : loadRequest(id, requestId)

type MadeFree = { floor: Floor; operations: Operation[] }

/** A point of order that may not wait sends whoever speaks back to the list. */
const madeFree = async (
  actor: Actor,
  floor: Floor,
  { kind }: FloorRequest,
  call: Call,
): Promise<MadeFree> => {
  if (!floor.current || !call.suspend || kind !== 'point-of-order') return { floor, operations: [] }
  const speaking = await loadRequest(floor.conferenceId, floor.current.requestId)
  const next = suspended({ floor, request: speaking }, 'point-of-order', now().toISOString())
  return {
    // Both changes are one write of the floor: its version goes up once.
    floor: { ...next.floor, version: floor.version },
    operations: [putNext(requestItem(next.request)), emit(actor, floorSuspended(next.request))],
  }
}

/**
 * @throws Problem `not-allowed`, `conference-not-in-session`, `floor-occupied`, `request-not-waiting`,
 * `nobody-waiting`, `unit-time-spent`
 */
export const callSpeaker = async (actor: Actor, id: string, call: Call): Promise<Floor> => {
  const { conference, floor } = await atFloor(actor, id)
  expectSession(conference)
  const requests = await loadRequests(id)
  const request = await chosen(id, call.requestId, requests)
  const free = await madeFree(actor, floor, request, call)
  const at = now().toISOString()
  const budget = budgetOf({ floor, request, requests, at }, call.budgetSeconds)
  const next = called({ floor: free.floor, request }, at, budget)
  await write(
    actor,
    request.id,
    putNext(floorItem(next.floor)),
    putNext(requestItem(next.request)),
    emit(actor, floorCalled(next.request)),
    ...free.operations,
  )
  return next.floor
}
