// Read grants: those over a scope, for the administrator; and what one's own account is and may do.
import { findPerson } from '#functions/directory/entity.ts'
import { shownPerson } from '#functions/directory/persons.rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { allow } from './allow.ts'
import { loadGrantsOf } from './entity.ts'
import { inForce } from './rules.ts'
import type { Grant, Scope } from './schema.ts'

/** Every grant ever given over the scope, ended ones too, oldest first. */
export const readGrants = async (actor: Actor, scope: Scope): Promise<Grant[]> => {
  allow(actor, 'grants:read')
  return loadGrantsOf(scope)
}

/** Who the actor is and the grants in force now. */
export const readMe = async ({ sub, name, personId, grants }: Actor) => {
  const at = now().toISOString()
  const person = personId ? await findPerson(personId) : undefined
  const held = grants.filter((grant) => inForce(grant, at))
  return {
    sub,
    name,
    ...(person ? { person: shownPerson(person) } : {}),
    grants: held.map(({ role, scope, validFrom, validTo }) => ({ role, scope, validFrom, validTo })),
  }
}
