// Whose requests somebody may make and change: the unit's operator and the desk any of theirs, a contributor their own.
import type { Conference } from '#functions/conferences/schema.ts'
import { findPerson } from '#functions/directory/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import { may } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { Problem } from '#functions/shared/problem.ts'
import { civilDay } from '#functions/shared/time.ts'
import type { FloorRequest, Speaker } from './schema.ts'

const withoutContributor = ({ grants }: Actor) => grants.filter(({ role }) => role !== 'contributor')

/**
 * A contributor puts themselves on the list, or speakers of a unit they hold a post in on the conference's day; whoever
 * the directory knows no post of is taken at their word, and the record shows who asked.
 * @throws Problem `not-allowed`
 */
export const expectOwnUnit = async (
  actor: Actor,
  { id, hostUnitId, startsAt }: Conference,
  unitId: string,
  speaker: Speaker,
): Promise<void> => {
  const touched = { conference: id, host: hostUnitId, unit: unitId }
  if (may(withoutContributor(actor), 'floor:request', touched, now().toISOString())) return
  if (!actor.personId || speaker.personId === actor.personId) return
  const day = civilDay(startsAt)
  const posts = (await findPerson(actor.personId, day))?.posts ?? []
  const held = posts.filter(({ from, to }) => from <= day && (!to || day < to))
  if (held.length > 0 && !held.some((post) => post.unitId === unitId)) throw new Problem('not-allowed')
}

/** @throws Problem `not-allowed` */
export const allowOwn = (
  actor: Actor,
  { id, hostUnitId }: Pick<Conference, 'id' | 'hostUnitId'>,
  { askedBy, unitId }: Pick<FloorRequest, 'askedBy' | 'unitId'>,
): void => {
  const own = askedBy.sub === actor.sub
  const grants = own ? actor.grants : withoutContributor(actor)
  allow({ ...actor, grants }, 'floor:request', { conference: id, host: hostUnitId, unit: unitId })
}
