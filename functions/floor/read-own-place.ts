// One's own place in the list of speakers, and nobody else's.
import type { Actor } from '#functions/shared/actor.ts'
import { Problem } from '#functions/shared/problem.ts'
import { loadFloor, loadRequests } from './entity.ts'
import { placesOf } from './rules.ts'

/** @throws Problem `link-invalid` for an actor who holds no link */
export const readOwnPlace = async ({ delegate }: Actor) => {
  if (!delegate) throw new Problem('link-invalid')
  const { conferenceId, delegateId } = delegate
  const [floor, requests] = await Promise.all([loadFloor(conferenceId), loadRequests(conferenceId)])
  return { open: floor.open, places: placesOf(requests, delegateId) }
}
