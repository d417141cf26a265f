// Take a request back while it waits. A contributor takes back only their own.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { loadRequest, requestItem } from './entity.ts'
import { floorRequestWithdrawn } from './events.ts'
import { withdrawn } from './rules.ts'
import type { FloorRequest } from './schema.ts'

/** @throws Problem `not-allowed`, `request-not-waiting` */
export const withdrawRequest = async (actor: Actor, id: string, requestId: string): Promise<FloorRequest> => {
  const [conference, request] = await Promise.all([loadConference(id), loadRequest(id, requestId)])
  const own = request.askedBy.sub === actor.sub
  const grants = own ? actor.grants : actor.grants.filter(({ role }) => role !== 'contributor')
  const touched = { conference: id, host: conference.hostUnitId, unit: request.unitId }
  allow({ ...actor, grants }, 'floor:request', touched)
  const next = withdrawn(request)
  await write(actor, requestId, putNext(requestItem(next)), emit(actor, floorRequestWithdrawn(next)))
  return next
}
