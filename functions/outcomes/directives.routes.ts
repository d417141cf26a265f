// Directives over HTTP, across conferences: what is open, overdue, done.
import { Hono } from 'hono'
import { pageOf } from '#functions/shared/cursor.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { listDirectives } from './list-directives.ts'
import { DirectiveQuery, DirectiveTasks } from './progress.schema.ts'

export const directives = new Hono<Env>().get(
  '/',
  doc({
    act: 'directive:list',
    summary: 'Directives that a unit is to carry out, or of conferences it hosts',
    answer: DirectiveTasks,
  }),
  valid('query', DirectiveQuery),
  async (c) => {
    const { actor } = c.var
    const { cursor, ...query } = c.req.valid('query')
    const asked = `directives ${JSON.stringify(query)}`
    return c.json(await pageOf(actor.sub, asked, cursor, (after) => listDirectives(actor, query, after)))
  },
)
