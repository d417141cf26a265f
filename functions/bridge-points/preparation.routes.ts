// Preparing points over HTTP: cards with telephones, the technical plan, checklists; mounted under /conferences.
import { type Context, Hono } from 'hono'
import { pageOf } from '#functions/shared/cursor.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { etag, ifMatch } from '#functions/shared/version.ts'
import { reloading } from '#functions/shared/write.ts'
import { checkReadiness } from './check-readiness.ts'
import { PointDetail } from './detail.schema.ts'
import { editCard, listContacts, readCard } from './edit-card.ts'
import { planTechnical, readTechnicalPlan } from './plan-technical.ts'
import { CardInput, CardPage, ShownCard } from './points.schema.ts'
import { readPoint } from './read-points.ts'
import { readReadinessSheet } from './read-readiness.ts'
import { PointPath, PointQuery, PointsPath } from './schema.ts'
import {
  ReadinessInput,
  ReadinessQuery,
  ReadinessSheet,
  ShownTechnical,
  type Technical,
  TechnicalInput,
} from './technical.schema.ts'

const all = valid('param', PointsPath)
const one = valid('param', PointPath)

const card = async (c: Context<Env>, { id, point }: { id: string; point: string }) => {
  const shown = await readCard(c.var.actor, id, point)
  etag(c, shown)
  return shown
}

const technical = (c: Context<Env>, { conferenceId: _, ...plan }: Technical) => {
  etag(c, plan)
  return plan
}

export const preparation = new Hono<Env>()
  .get(
    '/:id/bridge-points/:point/card',
    doc({ act: 'conference:read', summary: "A point's room, address and contacts", answer: ShownCard }),
    one,
    async (c) => c.json(await card(c, c.req.valid('param'))),
  )
  .put(
    '/:id/bridge-points/:point/card',
    doc({ act: 'point:edit', summary: "Edit a point's card (If-Match)", answer: ShownCard }),
    one,
    valid('json', CardInput),
    async (c) => {
      const { id, point } = c.req.valid('param')
      await reloading(() => editCard(c.var.actor, id, point, ifMatch(c), c.req.valid('json')))
      return c.json(await card(c, { id, point }))
    },
  )
  .get(
    '/:id/contacts',
    doc({ act: 'contacts:read', summary: 'Whom to telephone at every point', answer: CardPage }),
    all,
    valid('query', PointQuery),
    async (c) => {
      const { actor } = c.var
      const { id } = c.req.valid('param')
      const { cursor, limit } = c.req.valid('query')
      return c.json(
        await pageOf(actor.sub, `contacts ${id}`, cursor, (after) => listContacts(actor, id, limit, after)),
      )
    },
  )
  .get(
    '/:id/technical',
    doc({
      act: 'technical:read',
      summary: 'What points check, and the telephone line to the centre',
      answer: ShownTechnical,
    }),
    all,
    async (c) => c.json(technical(c, await readTechnicalPlan(c.var.actor, c.req.valid('param').id))),
  )
  .put(
    '/:id/technical',
    doc({
      act: 'technical:plan',
      summary: 'Set the checklist and the line to the centre (If-Match)',
      answer: ShownTechnical,
    }),
    all,
    valid('json', TechnicalInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const plan = () => planTechnical(c.var.actor, id, ifMatch(c), c.req.valid('json'))
      return c.json(technical(c, await reloading(plan)))
    },
  )
  .get(
    '/:id/readiness',
    doc({
      act: 'conference:read',
      summary: 'Which points are ready, which are not, and which have not been checked',
      answer: ReadinessSheet,
    }),
    all,
    valid('query', ReadinessQuery),
    async (c) => {
      const { state } = c.req.valid('query')
      return c.json(await readReadinessSheet(c.var.actor, c.req.valid('param').id, state))
    },
  )
  .post(
    '/:id/bridge-points/:point/readiness',
    doc({
      act: 'point:readiness',
      summary: 'Record what was checked, item by item',
      answer: PointDetail,
      status: 201,
    }),
    one,
    valid('json', ReadinessInput),
    async (c) => {
      const { id, point } = c.req.valid('param')
      await once(
        c,
        async (actor) => void (await checkReadiness(actor, id, point, c.req.valid('json'))),
        async () => undefined,
      )
      return c.json(await readPoint(c.var.actor, id, point), 201)
    },
  )
