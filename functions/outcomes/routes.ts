// Outcomes over HTTP: four kinds with the same verbs.
import { Hono } from 'hono'
import type * as z from 'zod'
import { once } from '#functions/shared/idempotency.ts'
import { onceVersioned } from '#functions/shared/once-versioned.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { etag, ifMatch } from '#functions/shared/version.ts'
import { reloading } from '#functions/shared/write.ts'
import { Progress, ProgressInput } from './progress.schema.ts'
import { loadProgress } from './progress-entity.ts'
import { listOutcomes, readOutcome, readProgress } from './read-outcomes.ts'
import { recordOutcome, reviseOutcome, withdrawOutcome } from './record-outcome.ts'
import { reportProgress } from './report-progress.ts'
import {
  type Inputs,
  inputs,
  type OutcomeKind,
  OutcomesPath,
  outcomePath,
  shown,
  shownLists,
  Withdrawal,
} from './schema.ts'

/** The routes of one kind below `/:id/<plural>`. */
const routesOf = <K extends OutcomeKind, P extends string>(kind: K, plural: P) => {
  const at = valid('param', outcomePath(kind))
  const body = valid('json', inputs[kind] as unknown as z.ZodType<Inputs[K], z.input<(typeof inputs)[K]>>)
  const answer = shown[kind]
  return new Hono<Env>()
    .get(
      `/:id/${plural}`,
      doc({ act: 'conference:read', summary: `The ${plural}, in order of entry`, answer: shownLists[kind] }),
      valid('param', OutcomesPath),
      async (c) => c.json(await listOutcomes(c.var.actor, c.req.valid('param').id, kind)),
    )
    .post(
      `/:id/${plural}`,
      doc({
        act: 'outcome:write',
        summary: `Enter a ${kind}; what is unknown is flagged`,
        answer,
        status: 201,
      }),
      valid('param', OutcomesPath),
      body,
      async (c) => {
        const { id } = c.req.valid('param')
        const again = (item: string) => readOutcome(c.var.actor, id, kind, item)
        const item = await onceVersioned(
          c,
          (actor) => recordOutcome(actor, id, kind, c.req.valid('json')).then((made) => again(made.id)),
          again,
        )
        return c.json(item, 201)
      },
    )
    .get(
      `/:id/${plural}/:item`,
      doc({ act: 'conference:read', summary: `One ${kind}`, answer }),
      at,
      async (c) => {
        const { id, item } = c.req.valid('param')
        const outcome = await readOutcome(c.var.actor, id, kind, item)
        etag(c, outcome)
        return c.json(outcome)
      },
    )
    .put(
      `/:id/${plural}/:item`,
      doc({ act: 'outcome:write', summary: `Word a ${kind} anew (If-Match)`, answer }),
      at,
      body,
      async (c) => {
        const { id, item } = c.req.valid('param')
        await reloading(() => reviseOutcome(c.var.actor, { id, kind, item }, ifMatch(c), c.req.valid('json')))
        const outcome = await readOutcome(c.var.actor, id, kind, item)
        etag(c, outcome)
        return c.json(outcome)
      },
    )
    .post(
      `/:id/${plural}/:item/withdraw`,
      doc({ act: 'outcome:write', summary: `Take a mistaken ${kind} back; it stays and shows`, answer }),
      at,
      valid('json', Withdrawal),
      async (c) => {
        const { id, item } = c.req.valid('param')
        const again = () => readOutcome(c.var.actor, id, kind, item)
        const { reason } = c.req.valid('json')
        const outcome = await onceVersioned(
          c,
          (actor) => withdrawOutcome(actor, { id, kind, item }, reason).then(again),
          again,
        )
        return c.json(outcome)
      },
    )
}

const progress = new Hono<Env>()
  .get(
    '/:id/directives/:item/progress',
    doc({ act: 'conference:read', summary: 'How far a directive is: every word on it', answer: Progress }),
    valid('param', outcomePath('directive')),
    async (c) => {
      const { id, item } = c.req.valid('param')
      return c.json(await readProgress(c.var.actor, id, item))
    },
  )
  .post(
    '/:id/directives/:item/progress',
    doc({
      act: 'directive:progress',
      summary: 'Say how far a directive is; nothing said before is taken away',
      answer: Progress,
    }),
    valid('param', outcomePath('directive')),
    valid('json', ProgressInput),
    async (c) => {
      const { id, item } = c.req.valid('param')
      const answer = await once(
        c,
        (actor) =>
          reportProgress(actor, { id, item }, c.req.valid('json')).then(() => loadProgress(id, item)),
        () => readProgress(c.var.actor, id, item),
      )
      return c.json(answer)
    },
  )

export const outcomes = new Hono<Env>()
  .route('/', progress)
  .route('/', routesOf('directive', 'directives'))
  .route('/', routesOf('commendation', 'commendations'))
  .route('/', routesOf('figure', 'figures'))
  .route('/', routesOf('citation', 'citations'))
