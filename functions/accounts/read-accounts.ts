// Read accounts: the pool's users with the persons they act as.
import { findPerson } from '#functions/directory/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import { loadHolders } from '#functions/grants/entity.ts'
import type { Holder } from '#functions/grants/schema.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { listUsers, type PoolUser, userBySub } from './pool.ts'
import type { Account, AccountQuery, AccountView } from './schema.ts'

/** Disabled on either side is disabled. */
export const accountOf = (user: PoolUser, holder: Holder | undefined): Account => ({
  sub: user.sub,
  username: user.username,
  ...(user.email ? { email: user.email } : {}),
  state: !user.enabled || holder?.disabled ? 'disabled' : user.invited ? 'invited' : 'active',
  ...(holder ? { name: holder.name, personId: holder.personId } : {}),
  ...(holder?.disabled ? { disabled: holder.disabled } : {}),
})

/** A page of accounts. @param after the pool's own page token */
export const readAccounts = async (
  actor: Actor,
  { q, limit }: Pick<AccountQuery, 'q' | 'limit'>,
  after: string | undefined,
): Promise<{ items: Account[]; next: string | undefined }> => {
  allow(actor, 'accounts:manage')
  const { users, next } = await listUsers(q, limit, after)
  const holders = new Map(
    (await loadHolders(users.map(({ sub }) => sub))).map((holder) => [holder.sub, holder]),
  )
  return { items: users.map((user) => accountOf(user, holders.get(user.sub))), next }
}

/** One account with its person's posts. @throws Problem `not-found` */
export const readAccount = async (actor: Actor, sub: string): Promise<AccountView> => {
  allow(actor, 'accounts:manage')
  const [user, [holder]] = await Promise.all([userBySub(sub), loadHolders([sub])])
  const person = holder ? await findPerson(holder.personId) : undefined
  return { ...accountOf(user, holder), posts: person?.posts ?? [] }
}
