// The floor as every screen of the conference shows it.
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { loadFloor, loadRequest, loadRequests } from './entity.ts'
import { waitingPoints } from './lost-points.ts'
import { listOf } from './rules.ts'
import type { FloorRequest, FloorTotals } from './schema.ts'
import { totalsOf } from './time.rules.ts'
import { endOf } from './turn.rules.ts'

/** Open or closed, who speaks, who waits in which order, who has spoken; with the server's time. */
export const readFloor = async (actor: Actor, id: string) => {
  await readConference(actor, id)
  const [floor, requests] = await Promise.all([loadFloor(id), loadRequests(id)])
  const { queue, ...turns } = listOf(requests)
  const states = await waitingPoints(id, queue)
  const shown = queue.map((request) => ({ ...request, pointState: states.get(request.pointId) }))
  return { ...floor, ...turns, queue: shown, now: now().toISOString() }
}

export const readRequest = async (actor: Actor, id: string, requestId: string): Promise<FloorRequest> => {
  await readConference(actor, id)
  return loadRequest(id, requestId)
}

/** Who has spoken for how long, by unit and by person; a running turn counts up to now. */
export const readTotals = async (actor: Actor, id: string): Promise<FloorTotals> => {
  const conference = await readConference(actor, id)
  return totalsOf(await loadRequests(id), endOf(conference, now().toISOString()))
}
