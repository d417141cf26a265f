// A contributor acts on their own contributions only; the permission table knows conferences, not papers.
import type { Conference } from '#functions/conferences/schema.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Act } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import type { Contribution } from './schema.ts'

/** @throws Problem `not-allowed` */
export const allowOwn = (
  actor: Actor,
  act: Act,
  conference: Conference,
  contribution: Contribution,
): void => {
  const own = contribution.submittedBy.sub === actor.sub
  const grants = own ? actor.grants : actor.grants.filter(({ role }) => role !== 'contributor')
  const touched = { conference: conference.id, host: conference.hostUnitId, unit: contribution.unitId }
  allow({ ...actor, grants }, act, touched)
}
