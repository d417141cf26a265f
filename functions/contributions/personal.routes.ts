// What the holder of a personal link does with their own papers: hands in, hands in anew, takes back. Texts only: files
// need an account.
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { onceVersioned } from '#functions/shared/once-versioned.ts'
import { Problem } from '#functions/shared/problem.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { etag, ifMatch } from '#functions/shared/version.ts'
import { reloading } from '#functions/shared/write.ts'
import { moveContribution } from './move-contribution.ts'
import { ownContributions, ownPaper } from './own-contributions.ts'
import { OwnContribution, OwnText } from './personal.schema.ts'
import { readContribution } from './read-contributions.ts'
import { rewriteContribution } from './rewrite-contribution.ts'
import { Contribution, ContributionPath } from './schema.ts'
import { submitContribution } from './submit-contribution.ts'

const one = valid('param', ContributionPath.pick({ ctb: true }))

/** @throws Problem `link-invalid` for an actor who holds no link */
const conferenceOf = (c: Context<Env>): string => {
  const { delegate } = c.var.actor
  if (!delegate) throw new Problem('link-invalid')
  return delegate.conferenceId
}

export const ownPapers = new Hono<Env>()
  .get(
    '/contributions',
    doc({ act: 'personal', summary: 'One’s own papers', answer: z.object({ items: z.array(Contribution) }) }),
    async (c) => c.json({ items: await ownContributions(c.var.actor, conferenceOf(c)) }),
  )
  .post(
    '/contributions',
    doc({ act: 'personal', summary: 'Hand in a text', answer: Contribution, status: 201 }),
    valid('json', OwnContribution),
    async (c) => {
      const id = conferenceOf(c)
      const paper = await onceVersioned(
        c,
        async (actor) => submitContribution(actor, id, await ownPaper(actor, c.req.valid('json'))),
        (ctb) => readContribution(c.var.actor, { id, ctb }),
      )
      return c.json(paper, 201)
    },
  )
  .put(
    '/contributions/:ctb',
    doc({ act: 'personal', summary: 'Hand in a new version (If-Match)', answer: Contribution }),
    one,
    valid('json', OwnText),
    async (c) => {
      const at = { id: conferenceOf(c), ...c.req.valid('param') }
      const paper = await reloading(() =>
        rewriteContribution(c.var.actor, at, ifMatch(c), c.req.valid('json')),
      )
      etag(c, paper)
      return c.json(paper)
    },
  )
  .post(
    '/contributions/:ctb/withdraw',
    doc({ act: 'personal', summary: 'Take one’s paper back', answer: Contribution }),
    one,
    nothing,
    async (c) => {
      const at = { id: conferenceOf(c), ...c.req.valid('param') }
      const paper = await onceVersioned(
        c,
        (actor) => moveContribution(actor, at, { move: 'withdraw' }),
        () => readContribution(c.var.actor, at),
      )
      return c.json(paper)
    },
  )
