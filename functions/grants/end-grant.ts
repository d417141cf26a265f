// End a role before its time: by whom and why stays in the record; the account feels it within half a minute.
import { loadConference } from '#functions/conferences/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { Operation } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { type End, endingHeld, findGrant, forgetStanding, putEnded } from './entity.ts'
import { grantEnded } from './events.ts'
import { allowGiving } from './give-grant.ts'
import { canEnd, conferenceOf, endedGrant } from './rules.ts'
import type { Grant } from './schema.ts'

/** A deputy who is in the chair has it by a grant of its own: without the deputy's role that one ends too. */
const endOfChair = async (actor: Actor, deputy: Grant, end: End): Promise<Operation[]> => {
  const conference = deputy.role === 'deputy-chair' ? conferenceOf(deputy.scope) : undefined
  const { presiding } = conference ? await loadConference(conference) : {}
  return presiding?.sub === deputy.sub ? endingHeld(actor, presiding, end) : []
}

/**
 * @throws Problem `not-found`; `grant-over` when it has ended already
 * @throws Problem `own-account` when an administrator would shut himself out
 */
export const endGrant = async (actor: Actor, id: string, reason: string): Promise<Grant> => {
  const at = now().toISOString()
  const grant = await findGrant(id)
  await allowGiving(actor, 'grants:end', grant.scope)
  if (!canEnd(grant, at)) throw new Problem('grant-over')
  if (grant.role === 'administrator' && grant.sub === actor.sub) throw new Problem('own-account')
  const ended = endedGrant(grant, { at, by: actor.sub, reason })
  await write(
    actor,
    id,
    putEnded(ended, grant),
    emit(actor, grantEnded(ended)),
    ...(await endOfChair(actor, grant, { at, by: actor.sub, reason })),
  )
  forgetStanding(grant.sub)
  return ended
}

/** The grant a repeated request ended, for who may still end it. */
export const endedAgain = async (actor: Actor, id: string): Promise<Grant> => {
  const grant = await findGrant(id)
  await allowGiving(actor, 'grants:end', grant.scope)
  return grant
}
