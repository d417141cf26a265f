// Records that need be kept no longer than to a day. A list for people: nothing here, and no route, takes anything away.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { placeOf, recordsByDate } from './entity.ts'
import { endsBefore, latestEnding } from './keeping.rules.ts'
import type { EndingRecord } from './keeping.schema.ts'
import { loadKeepings } from './keeping-entity.ts'

/** Most are kept for ever: so many are looked through for one page, which may then have fewer than asked for. */
const mostLookedAt = 500

type Ending = { before: string; limit: number }

/**
 * A page of records whose retention ends before a day, held ones among them and marked; latest conferences first.
 * @param after the place of the last record already looked at
 * @throws Problem `not-allowed`
 */
export const listEnding = async (actor: Actor, { before, limit }: Ending, after: string | undefined) => {
  allow(actor, 'archive:keep')
  const items: EndingRecord[] = []
  let to = after ?? latestEnding(before)
  for (let looked = 0; looked < mostLookedAt; looked += 100) {
    const heads = await recordsByDate({ from: '0', to, limit: 100 })
    const keepings = await loadKeepings(heads, true)
    for (const [at, head] of heads.entries()) {
      to = placeOf(head)
      const keeping = keepings[at]
      if (keeping && endsBefore(keeping, before)) items.push({ ...head, keeping })
      if (items.length === limit) return { items, next: to }
    }
    if (heads.length < 100) return { items, next: undefined }
  }
  return { items, next: to }
}
