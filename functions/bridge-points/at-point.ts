// What every act at a point begins with: the conference, the point, and whether the actor may.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import { type Act, may, type Touched } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { isSelf } from './delegates.rules.ts'
import { findDelegate, findLink, loadPoint } from './entity.ts'
import { newLink } from './link.rules.ts'

type Place = { conferenceId: string; pointId: string }

/** Whoever reads the conference signed in may for themselves what the holder of their personal link may; asked only when nothing else lets them. */
const asDelegate = async (actor: Actor, act: Act, touched: Touched, at: Place): Promise<Actor> => {
  const { delegate: id } = touched
  const present = now().toISOString()
  if (!id || actor.delegate || !actor.personId || may(actor.grants, act, touched, present)) return actor
  if (!may(actor.grants, 'conference:read', touched, present)) return actor
  const delegate = await findDelegate(at.conferenceId, at.pointId, id)
  if (!delegate || !isSelf(actor, delegate)) return actor
  const self = { role: 'delegate', scope: `delegate:${id}`, validFrom: '' }
  return { ...actor, grants: [...actor.grants, self] }
}

/**
 * @param delegate the one delegate it is about, who may do it signed in or by a personal link
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
  const touched = { conference: conferenceId, host: conference.hostUnitId, unit: point.unitId, delegate }
  allow(await asDelegate(actor, act, touched, { conferenceId, pointId }), act, touched)
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
