// Read grants: those over a scope or of a person, for whoever may give them; and what one's own account is and may do.
import { loadConference } from '#functions/conferences/entity.ts'
import { findPerson } from '#functions/directory/entity.ts'
import { shownPerson } from '#functions/directory/persons.rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { Problem } from '#functions/shared/problem.ts'
import { civilDay } from '#functions/shared/time.ts'
import { allow } from './allow.ts'
import { loadGrantsOf, loadStanding } from './entity.ts'
import type { GrantQuery, ShownGrant } from './giving.schema.ts'
import { conferenceOf, inForce, may, stateOf, type Touched, unitOf, unitsHeld } from './rules.ts'
import type { Grant, Scope } from './schema.ts'

/** What a grant over the scope touches: the house itself, or the house that hosts the conference. */
export const touchedBy = async (scope: string): Promise<Touched> => {
  const conference = conferenceOf(scope)
  if (!conference) return { host: unitOf(scope) }
  return { conference, host: (await loadConference(conference)).hostUnitId }
}

export const shownGrant = (grant: Grant, at: string): ShownGrant => ({ ...grant, state: stateOf(grant, at) })

const ofScope = async (actor: Actor, scope: Scope): Promise<Grant[]> => {
  allow(actor, 'grants:read', await touchedBy(scope))
  return loadGrantsOf(scope)
}

/** A secretariat sees of a person's grants those over its own house and the conferences that house hosts. */
const ofPerson = async (actor: Actor, id: string, at: string): Promise<Grant[]> => {
  const everywhere = may(actor.grants, 'grants:read', {}, at)
  if (!everywhere && unitsHeld(actor.grants, 'secretariat', at).length === 0) throw new Problem('not-allowed')
  const person = await findPerson(id)
  if (!person) throw new Problem('not-found')
  const { grants } = person.sub ? await loadStanding(person.sub) : { grants: [] }
  if (everywhere) return grants
  const scopes = [...new Set(grants.map(({ scope }) => scope))]
  const touched = new Map(
    await Promise.all(scopes.map(async (scope) => [scope, await touchedBy(scope)] as const)),
  )
  return grants.filter(({ scope }) => may(actor.grants, 'grants:read', touched.get(scope) ?? {}, at))
}

/** Every grant ever given over the scope or to the person, oldest first; each says how it stands now. */
export const readGrants = async (actor: Actor, { scope, person }: GrantQuery): Promise<ShownGrant[]> => {
  const at = now().toISOString()
  const found = scope ? await ofScope(actor, scope) : await ofPerson(actor, person ?? '', at)
  return found.map((grant) => shownGrant(grant, at))
}

/** Who the actor is and the grants in force now. */
export const readMe = async ({ sub, name, personId, grants }: Actor) => {
  const at = now().toISOString()
  const person = personId ? await findPerson(personId) : undefined
  const held = grants.filter((grant) => inForce(grant, at))
  return {
    sub,
    name,
    ...(person ? { person: shownPerson(person, civilDay(at)) } : {}),
    grants: held.map(({ role, scope, validFrom, validTo }) => ({ role, scope, validFrom, validTo })),
  }
}
