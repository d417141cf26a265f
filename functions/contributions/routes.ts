// Contributions over HTTP.
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { pageOf } from '#functions/shared/cursor.ts'
import { once } from '#functions/shared/idempotency.ts'
import { onceVersioned } from '#functions/shared/once-versioned.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { etag, ifMatch, maybeIfMatch } from '#functions/shared/version.ts'
import { reloading } from '#functions/shared/write.ts'
import {
  ContributionInput,
  Delivery,
  MaybeNote,
  Note,
  Remark,
  Scheduling,
  TextInput,
} from './input.schema.ts'
import { moveContribution, type Step } from './move-contribution.ts'
import {
  countContributions,
  listContributions,
  openContribution,
  readContribution,
} from './read-contributions.ts'
import { remarkContribution } from './remark-contribution.ts'
import { rewriteContribution } from './rewrite-contribution.ts'
import {
  Contribution,
  ContributionCounts,
  ContributionPath,
  ContributionQuery,
  ContributionsPath,
  ContributionWithTexts,
} from './schema.ts'
import { submitContribution } from './submit-contribution.ts'

const ContributionPage = z.object({ items: z.array(Contribution), cursor: z.string().optional() })

const here = valid('param', ContributionPath)

/** With If-Match a step is for the version that was read: nobody accepts what the author wrote meanwhile. */
const moving = async (c: Context<Env>, at: z.infer<typeof ContributionPath>, step: Step) => {
  const contribution = await onceVersioned(
    c,
    (actor) => moveContribution(actor, at, step, maybeIfMatch(c)),
    () => readContribution(c.var.actor, at),
  )
  return c.json(contribution)
}

const decision = (summary: string) => doc({ act: 'contribution:review', summary, answer: Contribution })
const delivery = (summary: string) => doc({ act: 'contribution:deliver', summary, answer: Contribution })

export const contributions = new Hono<Env>()
  .get(
    '/:id/contributions',
    doc({
      act: 'conference:read',
      summary: 'Contributions I may see, oldest first',
      answer: ContributionPage,
    }),
    valid('param', ContributionsPath),
    valid('query', ContributionQuery),
    async (c) => {
      const { actor } = c.var
      const { id } = c.req.valid('param')
      const { cursor, ...query } = c.req.valid('query')
      return c.json(
        await pageOf(actor.sub, `contributions ${id}?${JSON.stringify(query)}`, cursor, (after) =>
          listContributions(actor, id, query, after),
        ),
      )
    },
  )
  .post(
    '/:id/contributions',
    doc({
      act: 'contribution:submit',
      summary: 'Submit a text, files or both; the answer is its receipt',
      answer: Contribution,
      status: 201,
    }),
    valid('param', ContributionsPath),
    valid('json', ContributionInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const contribution = await onceVersioned(
        c,
        (actor) => submitContribution(actor, id, c.req.valid('json')),
        (ctb) => readContribution(c.var.actor, { id, ctb }),
      )
      return c.json(contribution, 201)
    },
  )
  .get(
    '/:id/contributions/counts',
    doc({
      act: 'conference:read',
      summary: 'How many of those I may see, by state and by unit',
      answer: ContributionCounts,
    }),
    valid('param', ContributionsPath),
    async (c) => c.json(await countContributions(c.var.actor, c.req.valid('param').id)),
  )
  .get(
    '/:id/contributions/:ctb',
    doc({
      act: 'conference:read',
      summary: 'One contribution with its versions and the notes on it',
      answer: ContributionWithTexts,
    }),
    here,
    async (c) => {
      const contribution = await openContribution(c.var.actor, c.req.valid('param'))
      etag(c, contribution)
      return c.json(contribution)
    },
  )
  .put(
    '/:id/contributions/:ctb',
    doc({ act: 'contribution:submit', summary: 'Hand in a new version (If-Match)', answer: Contribution }),
    here,
    valid('json', TextInput),
    async (c) => {
      const at = c.req.valid('param')
      const contribution = await reloading(() =>
        rewriteContribution(c.var.actor, at, ifMatch(c), c.req.valid('json')),
      )
      etag(c, contribution)
      return c.json(contribution)
    },
  )
  .post(
    '/:id/contributions/:ctb/review',
    decision('Take under review'),
    here,
    valid('json', MaybeNote),
    (c) => moving(c, c.req.valid('param'), { move: 'review', ...c.req.valid('json') }),
  )
  .post('/:id/contributions/:ctb/accept', decision('Accept'), here, valid('json', MaybeNote), (c) =>
    moving(c, c.req.valid('param'), { move: 'accept', ...c.req.valid('json') }),
  )
  .post('/:id/contributions/:ctb/return', decision('Return with a note'), here, valid('json', Note), (c) =>
    moving(c, c.req.valid('param'), { move: 'return', ...c.req.valid('json') }),
  )
  .post('/:id/contributions/:ctb/decline', decision('Decline with a note'), here, valid('json', Note), (c) =>
    moving(c, c.req.valid('param'), { move: 'decline', ...c.req.valid('json') }),
  )
  .post(
    '/:id/contributions/:ctb/schedule',
    decision('Put on the agenda'),
    here,
    valid('json', Scheduling),
    (c) => moving(c, c.req.valid('param'), { move: 'schedule', ...c.req.valid('json') }),
  )
  .post('/:id/contributions/:ctb/deliver', delivery('Delivered live'), here, valid('json', Delivery), (c) =>
    moving(c, c.req.valid('param'), { move: 'deliver', ...c.req.valid('json') }),
  )
  .post('/:id/contributions/:ctb/take-as-written', delivery('Taken as written'), here, nothing, (c) =>
    moving(c, c.req.valid('param'), { move: 'take-as-written' }),
  )
  .post(
    '/:id/contributions/:ctb/withdraw',
    doc({ act: 'contribution:withdraw', summary: 'Withdraw before delivery', answer: Contribution }),
    here,
    valid('json', MaybeNote),
    (c) => moving(c, c.req.valid('param'), { move: 'withdraw', ...c.req.valid('json') }),
  )
  .post(
    '/:id/contributions/:ctb/remarks',
    doc({
      act: 'contribution:review',
      summary: 'Note a remark on it, for the desk or for the author too',
      answer: Contribution,
      status: 201,
    }),
    here,
    valid('json', Remark),
    async (c) => {
      const at = c.req.valid('param')
      const contribution = await once(
        c,
        (actor) => remarkContribution(actor, at, c.req.valid('json')),
        () => readContribution(c.var.actor, at),
      )
      return c.json(contribution, 201)
    },
  )
