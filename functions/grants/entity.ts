// Grants under their holder: one query tells a request who it is and what it may do.
import * as z from 'zod'
import { Problem } from '#functions/shared/problem.ts'
import { all, type Item, type Key, load } from '#functions/shared/table.ts'
import { Grant, Holder } from './schema.ts'

const partition = (sub: string) => `SUB#${sub}`

export const holderKey = (sub: string): Key => ({ pk: partition(sub), sk: 'HOLDER' })

const grantKey = (sub: string, id: string): Key => ({ pk: partition(sub), sk: `GRANT#${id}` })

export const grantItem = (grant: Grant): Item => ({
  ...grant,
  ...grantKey(grant.sub, grant.id),
  type: 'grant',
  gsi1pk: `GRANTS#${grant.scope}`,
  gsi1sk: grant.id,
})

export const holderItem = (holder: Holder): Item => ({ ...holder, ...holderKey(holder.sub), type: 'holder' })

const Held = z.union([Grant, Holder])

export type Standing = { holder: Holder | undefined; grants: Grant[] }

/** The person behind an account and every grant it ever had. */
export const loadStanding = async (sub: string): Promise<Standing> => {
  const items = await all({ pk: partition(sub) }, Held)
  return {
    holder: items.find((item): item is Holder => !('role' in item)),
    grants: items.filter((item): item is Grant => 'role' in item),
  }
}

/** The grants given over a scope. */
export const loadGrantsOf = (scope: string) => all({ index: 'byOne', pk: `GRANTS#${scope}` }, Grant)

/** @throws Problem `not-found` */
export const loadGrant = async (sub: string, id: string): Promise<Grant> => {
  const grant = await load(grantKey(sub, id), Grant)
  if (!grant) throw new Problem('not-found')
  return grant
}

/** There is one first administrator: whoever writes this item first. */
export const firstAdministratorItem = (sub: string): Item => ({
  pk: 'BOOTSTRAP',
  sk: 'ADMINISTRATOR',
  type: 'bootstrap',
  sub,
})
