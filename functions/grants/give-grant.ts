// Give a role to a person's account: the administrator any, a host's secretariat the roles of its own conference.
import { loadConference } from '#functions/conferences/entity.ts'
import { expectUnit, findPerson } from '#functions/directory/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { wrongField } from '#functions/shared/problem.ts'
import { putNew } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import { write } from '#functions/shared/write.ts'
import { allow } from './allow.ts'
import { forgetStanding } from './authenticate.ts'
import { grantItem, loadGrant } from './entity.ts'
import { grantGiven } from './events.ts'
import { conferenceOf, newGrant, unitOf } from './rules.ts'
import type { Grant, GrantInput } from './schema.ts'

/** Only the host of the conference in the scope makes a secretariat's grant; other scopes are the administrator's. */
const allowGiving = async (actor: Actor, { scope }: Pick<Grant, 'scope'>): Promise<void> => {
  const conference = conferenceOf(scope)
  const host = conference ? (await loadConference(conference)).hostUnitId : undefined
  allow(actor, 'grants:give', { conference, host })
}

/**
 * @throws Problem `scope-mismatch` when the role is not one of that kind of scope
 * @throws Problem `person-unknown`, `account-missing`, `unit-unknown`
 */
export const giveGrant = async (actor: Actor, input: GrantInput): Promise<Grant> => {
  const at = now().toISOString()
  await allowGiving(actor, input)
  const person = await findPerson(input.personId)
  if (!person) throw wrongField('person-unknown', '/personId', input.personId)
  if (!person.sub) throw wrongField('account-missing', '/personId', input.personId)
  const grant = newGrant(newId('grt'), person.sub, input, { by: actor.sub, at })
  const unit = unitOf(input.scope)
  if (unit) await expectUnit(unit, civilDay(grant.validFrom), '/scope')
  await write(actor, `${grant.sub} ${grant.id}`, putNew(grantItem(grant)), emit(actor, grantGiven(grant)))
  forgetStanding(grant.sub)
  return grant
}

/** The grant a repeated request was answered with, for who may still give it. @param ref subject and id, as given to `write` */
export const grantAgain = async (actor: Actor, ref: string): Promise<Grant> => {
  const [sub = '', id = ''] = ref.split(' ')
  const grant = await loadGrant(sub, id)
  await allowGiving(actor, grant)
  return grant
}
