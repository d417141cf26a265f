// Give a role to a person's account: the administrator any, a host's secretariat the roles of its own conference.
import { loadConference } from '#functions/conferences/entity.ts'
import { expectUnit, findPerson } from '#functions/directory/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { wrongField } from '#functions/shared/problem.ts'
import { civilDay } from '#functions/shared/time.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { allow } from './allow.ts'
import { forgetStanding, loadGrant, loadStanding, putGrant, whileEnabled } from './entity.ts'
import { grantGiven } from './events.ts'
import type { GrantInput } from './giving.schema.ts'
import { conferenceOf, expectNotBackdated, may, newGrant, unitOf } from './rules.ts'
import type { Grant } from './schema.ts'

/** Only the host of the conference in the scope makes a secretariat's grant; other scopes are the administrator's. */
export const allowGiving = async (
  actor: Actor,
  act: 'grants:give' | 'grants:end',
  scope: string,
): Promise<void> => {
  const conference = conferenceOf(scope)
  const host = conference ? (await loadConference(conference)).hostUnitId : undefined
  allow(actor, act, { conference, host })
}

/** The account of the person named. @throws Problem `person-unknown`, `account-missing`, `account-disabled` */
const accountOf = async (personId: string): Promise<string> => {
  const person = await findPerson(personId)
  if (!person || person.withdrawn) throw wrongField('person-unknown', '/personId', personId)
  if (!person.sub) throw wrongField('account-missing', '/personId', personId)
  const { holder } = await loadStanding(person.sub)
  if (holder?.disabled) throw wrongField('holder-disabled', '/personId', personId)
  return person.sub
}

const give = async (actor: Actor, input: GrantInput): Promise<Grant> => {
  const at = now().toISOString()
  await allowGiving(actor, 'grants:give', input.scope)
  expectNotBackdated(input, at, may(actor.grants, 'grants:give', {}, at))
  const sub = await accountOf(input.personId)
  const grant = newGrant(newId('grt'), sub, input, { by: actor.sub, at })
  const unit = unitOf(input.scope)
  if (unit) await expectUnit(unit, civilDay(grant.validFrom), '/scope')
  const operations = [...putGrant(grant), whileEnabled(sub), emit(actor, grantGiven(grant))]
  await write(actor, `${grant.sub} ${grant.id}`, ...operations)
  forgetStanding(grant.sub)
  return grant
}

/**
 * Nothing is given to an account that is disabled meanwhile; several roles given to one account at once wait for another.
 * @throws Problem `scope-mismatch` when the role is not one of that kind of scope; `backdating-refused`
 * @throws Problem `person-unknown`, `account-missing`, `holder-disabled`, `unit-unknown`
 */
export const giveGrant = (actor: Actor, input: GrantInput): Promise<Grant> =>
  persisting(() => give(actor, input))

/** The grant a repeated request was answered with, for who may still give it. @param ref subject and id, as given to `write` */
export const grantAgain = async (actor: Actor, ref: string): Promise<Grant> => {
  const [sub = '', id = ''] = ref.split(' ')
  const grant = await loadGrant(sub, id)
  await allowGiving(actor, 'grants:give', grant.scope)
  return grant
}
