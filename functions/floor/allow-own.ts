// Who may change a request: the unit's operator and the desk any of theirs, a contributor only their own.
import type { Conference } from '#functions/conferences/schema.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import type { FloorRequest } from './schema.ts'

/** @throws Problem `not-allowed` */
export const allowOwn = (
  actor: Actor,
  { id, hostUnitId }: Pick<Conference, 'id' | 'hostUnitId'>,
  { askedBy, unitId }: Pick<FloorRequest, 'askedBy' | 'unitId'>,
): void => {
  const own = askedBy.sub === actor.sub
  const grants = own ? actor.grants : actor.grants.filter(({ role }) => role !== 'contributor')
  allow({ ...actor, grants }, 'floor:request', { conference: id, host: hostUnitId, unit: unitId })
}
