// Invite somebody: an account for a person of the directory; the provider mails address and first password.
import { findPerson, loadEntry, personItem } from '#functions/directory/entity.ts'
import { expectStanding } from '#functions/directory/merge.rules.ts'
import { formalName } from '#functions/directory/rules.ts'
import { allow } from '#functions/grants/allow.ts'
import { forgetStanding, holderItem, loadHolders } from '#functions/grants/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { expectUnused } from '#functions/shared/idempotency.ts'
import { Problem, wrongField } from '#functions/shared/problem.ts'
import { putNew, putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { accountInvited, accountInvitedAgain } from './events.ts'
import { createUser, inviteAgain, userBySub } from './pool.ts'
import { readAccount } from './read-accounts.ts'
import type { AccountView, InviteInput } from './schema.ts'

const personFor = async (personId: string) => {
  const found = await findPerson(personId)
  if (!found) throw wrongField('person-unknown', '/personId', personId)
  if (found.sub) throw wrongField('account-linked', '/personId', personId)
  const person = await loadEntry(found.id)
  expectStanding(person)
  return { person, name: formalName(found) }
}

/**
 * The provider first, then our record: what is cut short between the two is taken up by the next try.
 * @throws Problem `person-unknown`, `person-withdrawn`, `account-linked`, `account-exists`
 */
export const inviteAccount = async (
  actor: Actor,
  { username, email, personId }: InviteInput,
): Promise<AccountView> => {
  allow(actor, 'accounts:manage')
  const { person, name } = await personFor(personId)
  const { sub } = await createUser({ username, email, name })
  if ((await loadHolders([sub])).length > 0) throw wrongField('account-exists', '/username', username)
  const next = { ...person, sub, version: person.version + 1 }
  await write(
    actor,
    sub,
    putNext(personItem(next)),
    putNew(holderItem({ sub, personId: person.id, name })),
    emit(actor, accountInvited({ sub, personId: person.id, username })),
  )
  forgetStanding(sub)
  return readAccount(actor, sub)
}

/** Mails a new first password. @throws Problem `not-found`; `account-state` once a password was chosen, or when disabled */
export const remindAccount = async (actor: Actor, sub: string): Promise<AccountView> => {
  allow(actor, 'accounts:manage')
  // A second mail would void the password of the first.
  await expectUnused(actor)
  const [user, [holder]] = await Promise.all([userBySub(sub), loadHolders([sub])])
  if (!user.enabled || !user.invited) throw new Problem('account-state')
  await inviteAgain(user.username)
  await write(actor, sub, emit(actor, accountInvitedAgain({ sub, personId: holder?.personId })))
  return readAccount(actor, sub)
}
