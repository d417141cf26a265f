// What every act at a point begins with: the conference, the point, and whether the actor may.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Act } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { findLink, loadPoint } from './entity.ts'
import { newLink } from './link.rules.ts'

/**
 * @param delegate the one delegate it is about, who may do it by a personal link
 * @throws Problem `not-found`, `not-allowed`
 */
export const atPoint = async (
  actor: Actor,
  act: Act,
  conferenceId: string,
  pointId: string,
  delegate?: string,
) => {
  const [conference, point] = await Promise.all([
    loadConference(conferenceId),
    loadPoint(conferenceId, pointId),
  ])
  const touched = { conference: conferenceId, host: conference.hostUnitId, unit: point.unitId }
  allow(actor, act, { ...touched, delegate })
  return { conference, point }
}

/** The same with the point's link. */
export const atLink = async (actor: Actor, act: Act, conferenceId: string, pointId: string) => {
  const [at, link] = await Promise.all([
    atPoint(actor, act, conferenceId, pointId),
    findLink(conferenceId, pointId),
  ])
  return { ...at, link: link ?? newLink(conferenceId, pointId) }
}
