// Take the chair during the session: a deputy from the chair, or the chair back. Audited; the floor keeps running.
import { findPerson } from '#functions/directory/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import { endingHeld, forgetStanding, loadStanding, putGrant } from '#functions/grants/entity.ts'
import { grantGiven } from '#functions/grants/events.ts'
import { inForce, newGrant } from '#functions/grants/rules.ts'
import type { Grant } from '#functions/grants/schema.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { write } from '#functions/shared/write.ts'
import { expectNotPresiding, takerOf } from './chair.rules.ts'
import { conferenceSaved, loadConference } from './entity.ts'
import { chairTaken } from './events.ts'
import { expectState } from './rules.ts'
import type { Conference, Presiding } from './schema.ts'
import type { Taking } from './steps.schema.ts'

const handedOver = 'Thôi điều hành hội nghị'

/** Until when somebody is deputy chair here; undefined where no end is set, or where nobody gave the role. */
const deputyUntil = (grants: readonly Grant[], scope: string, at: string): string | undefined => {
  const held = grants.filter((one) => one.role === 'deputy-chair' && one.scope === scope && inForce(one, at))
  const ends = held.flatMap(({ validTo }) => validTo ?? [])
  return ends.length < held.length ? undefined : ends.toSorted().at(-1)
}

/**
 * Whoever has the chair without being a chair of the conference has it by a grant of its own, for as long as that
 * lasts and no longer than the deputy's role: every act in the chair is then the deputy's, the signature under the
 * minutes included.
 */
const grantFor = async (actor: Actor, { id }: Conference, taker: Presiding): Promise<Grant | undefined> => {
  const { sub, personId, since } = taker
  if (!sub || !personId) return undefined
  const scope = `conference:${id}` as const
  const { holder, grants } = await loadStanding(sub)
  if (holder?.disabled) return undefined
  const held = grants.some(
    (grant) => grant.role === 'chair' && grant.scope === scope && inForce(grant, since),
  )
  const validTo = deputyUntil(grants, scope, since)
  const input = { personId, role: 'chair' as const, scope, ...(validTo ? { validTo } : {}) }
  return held ? undefined : newGrant(newId('grt'), sub, input, { by: actor.sub, at: since })
}

/**
 * @throws Problem `not-allowed`, `conference-state`, `chair-taken`
 * @throws Problem `chair-not-named` when it is entered for somebody who is neither chair nor deputy here
 */
export const takeChair = async (actor: Actor, id: string, told: Taking): Promise<Conference> => {
  const current = await loadConference(id)
  allow(actor, 'conference:take-chair', { conference: id, host: current.hostUnitId })
  expectState(current, ['open', 'in-session'])
  const at = now().toISOString()
  const named = takerOf(actor, current, told, at)
  const sub = named.sub ?? (named.personId ? (await findPerson(named.personId))?.sub : undefined)
  const taker: Presiding = { ...named, ...(sub ? { sub } : {}) }
  const before = current.presiding
  expectNotPresiding(before, taker)
  const grant = await grantFor(actor, current, taker)
  const presiding = { ...taker, ...(grant ? { grantId: grant.id } : {}) }
  const next = { ...current, presiding, version: current.version + 1 }
  await write(
    actor,
    id,
    ...conferenceSaved(next, current),
    ...(grant ? [...putGrant(grant), emit(actor, grantGiven(grant))] : []),
    ...(await endingHeld(actor, before ?? {}, { at, by: actor.sub, reason: handedOver })),
    emit(actor, chairTaken(next, before, grant ? 'deputy' : 'chair')),
  )
  for (const one of [taker.sub, before?.sub]) if (one) forgetStanding(one)
  return next
}
