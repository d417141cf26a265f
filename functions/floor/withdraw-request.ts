// Take a request back while it waits. A contributor takes back only their own.
import { loadConference } from '#functions/conferences/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { allowOwn } from './allow-own.ts'
import { loadRequest, requestItem } from './entity.ts'
import { floorRequestWithdrawn } from './events.ts'
import type { FloorRequest } from './schema.ts'
import { withdrawn } from './turn.rules.ts'

/** @throws Problem `not-allowed`, `request-not-waiting` */
export const withdrawRequest = async (actor: Actor, id: string, requestId: string): Promise<FloorRequest> => {
  const [conference, request] = await Promise.all([loadConference(id), loadRequest(id, requestId)])
  allowOwn(actor, conference, request)
  const next = withdrawn(request)
  await write(actor, requestId, putNext(requestItem(next)), emit(actor, floorRequestWithdrawn(next)))
  return next
}
