// Who may take the chair, and for whom it may be entered. Pure.
import { inForce } from '#functions/grants/rules.ts'
import { Problem, wrongField } from '#functions/shared/problem.ts'
import type { Titled } from './persons.schema.ts'
import type { Conference, Presiding } from './schema.ts'
import type { Taking } from './steps.schema.ts'

type Person = {
  sub: string
  personId?: string | undefined
  name: string
  grants: readonly { role: string; scope: string; validFrom: string; validTo?: string | undefined }[]
}

const namedBy = ({ chairs, deputyChair }: Conference): Titled[] => [
  ...chairs,
  ...(deputyChair ? [deputyChair] : []),
]

const roles = ['chair', 'deputy-chair']

/** Whether an account is chair or deputy of the conference by a grant in force. */
const hasRole = ({ grants }: Person, { id }: Conference, at: string): boolean =>
  grants.some(
    (grant) => roles.includes(grant.role) && grant.scope === `conference:${id}` && inForce(grant, at),
  )

/**
 * The person who takes the chair now: the actor, who is chair or deputy here, or whom the actor enters, somebody the
 * conference names. A desk that names nobody gives the chair back to the first chair.
 * @param since the moment of the act, UTC
 * @throws Problem `chair-not-named`
 */
export const takerOf = (
  actor: Person,
  conference: Conference,
  { personId }: Taking,
  since: string,
): Presiding => {
  const named = namedBy(conference)
  const self = personId === undefined || personId === actor.personId
  if (self && hasRole(actor, conference, since)) {
    const display = named.find((one) => one.personId === actor.personId)?.display ?? actor.name
    return { display, sub: actor.sub, since, ...(actor.personId ? { personId: actor.personId } : {}) }
  }
  const entered =
    personId === undefined ? conference.chairs[0] : named.find((one) => one.personId === personId)
  if (!entered) throw wrongField('chair-not-named', '/personId', personId ?? '')
  return { ...entered, since }
}

/** @throws Problem `chair-taken` */
export const expectNotPresiding = (before: Presiding | undefined, taker: Presiding): void => {
  const same = before && (before.sub ?? before.personId) === (taker.sub ?? taker.personId)
  if (same) throw new Problem('chair-taken', { detail: taker.display })
}
