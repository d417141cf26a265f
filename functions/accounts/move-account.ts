// Move somebody from unit to unit on a day: the posts change, an operator's roles go along, other roles there end.
import { expectUnit, loadEntry, personItem, putPersonWords } from '#functions/directory/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import { forgetStanding, loadStanding, putEnded, putGrant, whileEnabled } from '#functions/grants/entity.ts'
import { grantEnded, grantGiven } from '#functions/grants/events.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { Problem } from '#functions/shared/problem.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { accountMoved } from './events.ts'
import { readAccount } from './read-accounts.ts'
import { expectMoves, movedGrants, movedPosts } from './rules.ts'
import type { Moved, MoveInput } from './schema.ts'

/** More roles over one unit than these nobody has; each is up to five items of the transaction. */
const grantsMost = 15

/** @throws Problem `not-found`, `account-state` (disabled, or of nobody), `unit-unknown`, `not-at-unit` */
export const moveAccount = async (actor: Actor, sub: string, input: MoveInput): Promise<Moved> => {
  allow(actor, 'accounts:manage')
  const { holder, grants } = await loadStanding(sub)
  if (!holder) throw new Problem('not-found')
  if (holder.disabled) throw new Problem('account-state')
  await expectUnit(input.to, input.on, '/to')
  const person = await loadEntry(holder.personId)
  const posts = movedPosts(person.posts, input)
  const at = now().toISOString()
  const change = movedGrants(grants, input, { by: actor.sub, at, newId: () => newId('grt') })
  expectMoves(person.posts, input, change)
  if (change.ended.length > grantsMost) throw new Problem('account-state')
  const next = { ...person, posts, version: person.version + 1 }
  await write(
    actor,
    sub,
    putNext(personItem(next)),
    ...change.ended.flatMap((grant) => [
      putEnded(grant, grants.find(({ id }) => id === grant.id) ?? {}),
      emit(actor, grantEnded(grant)),
    ]),
    whileEnabled(sub),
    ...change.given.flatMap((grant) => [...putGrant(grant), emit(actor, grantGiven(grant))]),
    emit(actor, accountMoved({ sub, personId: person.id }, input)),
  )
  forgetStanding(sub)
  // Beside the grants there is no room for them in one transaction. No word is lost by a move.
  await write(withoutClaim(actor), sub, ...putPersonWords(next))
  return {
    ...(await readAccount(actor, sub)),
    moved: change.given.map(({ id, role, validFrom }) => ({ id, role, validFrom })),
    ended: change.ended.map(({ id, role, validTo = at }) => ({ id, role, validTo })),
  }
}

/** What a repeated request answers: how the account stands now. */
export const movedAgain = async (actor: Actor, sub: string): Promise<Moved> => ({
  ...(await readAccount(actor, sub)),
  moved: [],
  ended: [],
})
