// A leaver: nothing is answered to the account from this moment, its roles end, and it signs in no more. And back again.
import { allow } from '#functions/grants/allow.ts'
import {
  disabledHolder,
  enabledHolder,
  forgetStanding,
  loadHolders,
  loadStanding,
  putEnded,
} from '#functions/grants/entity.ts'
import { grantEnded } from '#functions/grants/events.ts'
import { canEnd, endedGrant } from '#functions/grants/rules.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { expectUnused } from '#functions/shared/idempotency.ts'
import { Problem } from '#functions/shared/problem.ts'
import { reloading, write } from '#functions/shared/write.ts'
import { accountDisabled, accountEnabled } from './events.ts'
import { disableUser, enableUser, userBySub } from './pool.ts'
import { readAccount } from './read-accounts.ts'
import type { AccountView } from './schema.ts'

/** A grant and its event, so many in one transaction. */
const grantsAtOnce = 40

const endGrants = (actor: Actor, sub: string, reason: string): Promise<void> =>
  reloading(async () => {
    const at = now().toISOString()
    const { grants } = await loadStanding(sub)
    const ending = grants.filter((grant) => canEnd(grant, at))
    for (let start = 0; start < ending.length; start += grantsAtOnce) {
      const operations = ending.slice(start, start + grantsAtOnce).flatMap((grant) => {
        const ended = endedGrant(grant, { at, by: actor.sub, reason })
        return [putEnded(ended, grant), emit(actor, grantEnded(ended))]
      })
      await write(withoutClaim(actor), sub, ...operations)
    }
  })

/** What follows the decision; each part may be repeated. */
const finishLeaving = async (actor: Actor, sub: string, reason: string): Promise<AccountView> => {
  allow(actor, 'accounts:manage')
  forgetStanding(sub)
  await endGrants(actor, sub, reason)
  await disableUser((await userBySub(sub)).username)
  forgetStanding(sub)
  return readAccount(actor, sub)
}

/**
 * Our own refusal first: it holds everywhere within 30 s, whatever the provider then says.
 * @throws Problem `not-found`; `own-account`
 */
export const disableAccount = async (actor: Actor, sub: string, reason: string): Promise<AccountView> => {
  allow(actor, 'accounts:manage')
  if (sub === actor.sub) throw new Problem('own-account')
  await expectUnused(actor)
  const [user, [holder]] = await Promise.all([userBySub(sub), loadHolders([sub])])
  if (user.enabled || (holder && !holder.disabled)) {
    const mark = holder ? [disabledHolder(sub, { at: now().toISOString(), by: actor.sub, reason })] : []
    await write(
      actor,
      sub,
      ...mark,
      emit(actor, accountDisabled({ sub, personId: holder?.personId }, reason)),
    )
  }
  return finishLeaving(actor, sub, reason)
}

/** What a repeat of the request answers: it finishes what was cut short, and undoes nothing that was decided since. */
export const leavingAgain = async (actor: Actor, sub: string, reason: string): Promise<AccountView> => {
  allow(actor, 'accounts:manage')
  const [holder] = await loadHolders([sub])
  return holder?.disabled ? finishLeaving(actor, sub, reason) : readAccount(actor, sub)
}

/** The account signs in again; roles that ended stay ended. @throws Problem `account-state` when it is not disabled */
export const enableAccount = async (actor: Actor, sub: string, reason: string): Promise<AccountView> => {
  allow(actor, 'accounts:manage')
  // A repeat that comes after the account was disabled again must not let anybody in.
  await expectUnused(actor)
  const [user, [holder]] = await Promise.all([userBySub(sub), loadHolders([sub])])
  if (user.enabled && !holder?.disabled) throw new Problem('account-state')
  await enableUser(user.username)
  const event = emit(actor, accountEnabled({ sub, personId: holder?.personId }, reason))
  await write(actor, sub, ...(holder ? [enabledHolder(sub)] : []), event)
  forgetStanding(sub)
  return readAccount(actor, sub)
}
