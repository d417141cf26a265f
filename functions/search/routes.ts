// The search over HTTP.
import { Hono } from 'hono'
import { pageOf } from '#functions/shared/cursor.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { Found, SearchQuery } from './schema.ts'
import { searchArchive } from './search-archive.ts'

export const search = new Hono<Env>().get(
  '/search',
  doc({
    act: 'archive:read',
    summary: 'Full text over sealed records and contributions, with highlights and counts, the best first',
    answer: Found,
  }),
  valid('query', SearchQuery),
  async (c) => {
    const { actor } = c.var
    const { cursor, ...query } = c.req.valid('query')
    let told: Omit<Found, 'items' | 'cursor'> | undefined
    const page = await pageOf(actor.sub, `search?${JSON.stringify(query)}`, cursor, async (after) => {
      const { items, next, ...rest } = await searchArchive(actor, query, after)
      told = rest
      return { items, next }
    })
    return c.json({ ...told, ...page } as Found)
  },
)
