// A grant that is held for as long as something lasts, as a deputy's in the chair: how it ends with it.
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import type { Operation } from '#functions/shared/table.ts'
import { loadGrant, putEnded } from './entity.ts'
import { grantEnded } from './events.ts'
import { canEnd, endedGrant } from './rules.ts'

export type End = { at: string; by: string; reason: string }
type Holding = { sub?: string | undefined; grantId?: string | undefined }

/** The operations that end it now; none where nothing is held, or it is over already. */
export const endingHeld = async (actor: Actor, { sub, grantId }: Holding, end: End): Promise<Operation[]> => {
  if (!sub || !grantId) return []
  const grant = await loadGrant(sub, grantId)
  if (!canEnd(grant, end.at)) return []
  const ended = endedGrant(grant, end)
  return [putEnded(ended, grant), emit(actor, grantEnded(ended))]
}
