// The floor as every screen of the conference shows it.
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { loadFloor, loadRequest, loadRequests } from './entity.ts'
import { listOf } from './rules.ts'
import type { FloorRequest } from './schema.ts'

/** Open or closed, who speaks, who waits in which order, who has spoken; with the server's time. */
export const readFloor = async (actor: Actor, id: string) => {
  await readConference(actor, id)
  const [floor, requests] = await Promise.all([loadFloor(id), loadRequests(id)])
  return { ...floor, ...listOf(requests), now: now().toISOString() }
}

export const readRequest = async (actor: Actor, id: string, requestId: string): Promise<FloorRequest> => {
  await readConference(actor, id)
  return loadRequest(id, requestId)
}
