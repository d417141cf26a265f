// Grants under their holder: one query tells a request who it is and what it may do. Remembered for half a minute.
import * as z from 'zod'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { later } from '#functions/shared/later.ts'
import { Problem } from '#functions/shared/problem.ts'
import {
  all,
  type Item,
  type Key,
  load,
  loadMany,
  type Operation,
  put,
  putNew,
  set,
  tableName,
} from '#functions/shared/table.ts'
import { grantEnded } from './events.ts'
import { canEnd, endedGrant } from './rules.ts'
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

const pointerKey = (id: string): Key => ({ pk: `GRANT#${id}`, sk: 'GRANT' })

/** The items of a grant: under its holder, and where its id alone finds it. */
export const grantItems = (grant: Grant): Item[] => [
  grantItem(grant),
  { ...pointerKey(grant.id), type: 'grant-pointer', sub: grant.sub },
]

/** The operations of a new grant. */
export const putGrant = (grant: Grant): Operation[] => grantItems(grant).map(putNew)

/** Puts an ended grant, unless somebody ended it meanwhile. @param seen the grant as it was read */
export const putEnded = (grant: Grant, { validTo }: Pick<Grant, 'validTo'>): Operation => ({
  Put: {
    TableName: tableName(),
    Item: grantItem(grant),
    ConditionExpression:
      validTo === undefined
        ? 'attribute_exists(pk) AND attribute_not_exists(#validTo)'
        : 'attribute_exists(pk) AND #validTo = :validTo',
    ExpressionAttributeNames: { '#validTo': 'validTo' },
    ...(validTo === undefined ? {} : { ExpressionAttributeValues: { ':validTo': validTo } }),
  },
})

export type End = { at: string; by: string; reason: string }
type Holding = { sub?: string | undefined; grantId?: string | undefined }

/**
 * The operations that end a grant held for as long as something lasts, as a deputy's in the chair: none where nothing
 * is held, or it is over already.
 */
export const endingHeld = async (actor: Actor, { sub, grantId }: Holding, end: End): Promise<Operation[]> => {
  if (!sub || !grantId) return []
  const grant = await loadGrant(sub, grantId)
  if (!canEnd(grant, end.at)) return []
  const ended = endedGrant(grant, end)
  return [putEnded(ended, grant), emit(actor, grantEnded(ended))]
}

/** Writes only while nobody disabled the account; one that acts for nobody yet has nothing to be disabled. */
export const whileEnabled = (sub: string): Operation => ({
  ConditionCheck: {
    TableName: tableName(),
    Key: holderKey(sub),
    ConditionExpression: 'attribute_not_exists(#disabled)',
    ExpressionAttributeNames: { '#disabled': 'disabled' },
  },
})

/** The operations that let a grant of before there were pointers be found by its id. */
export const putPointer = (grant: Grant): Operation[] => grantItems(grant).slice(1).map(put)

export const holderItem = (holder: Holder): Item => ({ ...holder, ...holderKey(holder.sub), type: 'holder' })

/** The account acts under this person and name from now on; what else is known of it stays. */
export const renamedHolder = ({ sub, personId, name }: Holder): Operation =>
  set(holderKey(sub), { sub, personId, name, type: 'holder' })

/** The account is answered again; all else that is known of it stays. */
export const enabledHolder = (sub: string): Operation => set(holderKey(sub), { sub }, ['disabled'])

const Held = later(() => z.union([Grant, Holder]))

export type Standing = { holder: Holder | undefined; grants: Grant[] }

/** The person behind an account and every grant it ever had. */
export const loadStanding = async (sub: string): Promise<Standing> => {
  const items = await all({ pk: partition(sub) }, Held)
  return {
    holder: items.find((item): item is Holder => !('role' in item)),
    grants: items.filter((item): item is Grant => 'role' in item),
  }
}

/** The persons behind accounts; accounts of nobody are left out. */
export const loadHolders = (subs: readonly string[]): Promise<Holder[]> =>
  loadMany([...new Set(subs)].map(holderKey), Holder)

/** Marks an account as one that is answered nothing any more. */
export const disabledHolder = (sub: string, disabled: NonNullable<Holder['disabled']>): Operation =>
  set(holderKey(sub), { disabled })

const lifeMs = 30_000
const most = 5_000

const seen = new Map<string, { standing: Standing; until: number }>()

/** Forgets what is remembered of an account, so that what changed here is felt at once here. */
export const forgetStanding = (sub: string): void => {
  seen.delete(sub)
}

/**
 * Standings are remembered for 30 s at most: an ended grant, a disabled account is felt everywhere within that time. A
 * deputy's is not: whoever takes the chair acts in it the next moment, wherever the request goes.
 */
export const standingOf = async (sub: string): Promise<Standing> => {
  const known = seen.get(sub)
  if (known && known.until > performance.now()) return known.standing
  const standing = await loadStanding(sub)
  if (standing.grants.some(({ role }) => role === 'deputy-chair')) return standing
  if (seen.size >= most) seen.clear()
  seen.set(sub, { standing, until: performance.now() + lifeMs })
  return standing
}

/** The grants given over a scope. */
export const loadGrantsOf = (scope: string) => all({ index: 'byOne', pk: `GRANTS#${scope}` }, Grant)

/** @throws Problem `not-found` */
export const loadGrant = async (sub: string, id: string): Promise<Grant> => {
  const grant = await load(grantKey(sub, id), Grant)
  if (!grant) throw new Problem('not-found')
  return grant
}

/** @throws Problem `not-found` */
export const findGrant = async (id: string): Promise<Grant> => {
  const pointer = await load(pointerKey(id), z.object({ sub: z.string() }))
  if (!pointer) throw new Problem('not-found')
  return loadGrant(pointer.sub, id)
}

/** There is one first administrator: whoever writes this item first. */
export const firstAdministratorItem = (sub: string): Item => ({
  pk: 'BOOTSTRAP',
  sk: 'ADMINISTRATOR',
  type: 'bootstrap',
  sub,
})
