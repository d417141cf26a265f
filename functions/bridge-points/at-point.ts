// What every act at a point begins with: the conference, the point, and whether the actor may.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Act } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { findLink, loadPoint } from './entity.ts'
import { newLink } from './link.rules.ts'

/** @throws Problem `not-found`, `not-allowed` */
export const atPoint = async (actor: Actor, act: Act, conferenceId: string, pointId: string) => {
  const [conference, point] = await Promise.all([
    loadConference(conferenceId),
    loadPoint(conferenceId, pointId),
  ])
  allow(actor, act, { conference: conferenceId, host: conference.hostUnitId, unit: point.unitId })
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
