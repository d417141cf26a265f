// Bridge points and the board over HTTP; mounted under /conferences.
import { Hono } from 'hono'
import * as z from 'zod'
import { pageOf } from '#functions/shared/cursor.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { addDelegates } from './add-delegates.ts'
import { addPoints } from './add-points.ts'
import { Board } from './board.schema.ts'
import { boardAnswer } from './board-answer.ts'
import { checkReadiness } from './check-readiness.ts'
import { Delegates, DelegatesInput } from './delegates.schema.ts'
import { readBoard } from './read-board.ts'
import {
  delegatesAgain,
  listPoints,
  pointsOfUnits,
  readDelegates,
  readPoint,
} from './read-points.ts'
import {
  PointDetail,
  PointPath,
  PointQuery,
  PointsInput,
  PointsPath,
  ReadinessInput,
  ShownPoint,
} from './schema.ts'

const PointPage = z.object({ items: z.array(ShownPoint), cursor: z.string().optional() })

const all = valid('param', PointsPath)
const one = valid('param', PointPath)

export const bridgePoints = new Hono<Env>()
  .get(
    '/:id/board',
    doc({ act: 'conference:read', summary: "Every point's state and counts in one answer", answer: Board }),
    all,
    async (c) => boardAnswer(c, await readBoard(c.var.actor, c.req.valid('param').id)),
  )
  .get(
    '/:id/bridge-points',
    doc({ act: 'conference:read', summary: 'The bridge points of a conference', answer: PointPage }),
    all,
    valid('query', PointQuery),
    async (c) => {
      const { actor } = c.var
      const { id } = c.req.valid('param')
      const { cursor, limit } = c.req.valid('query')
      return c.json(
        await pageOf(actor.sub, `bridge-points ${id}`, cursor, (after) =>
          listPoints(actor, id, limit, after),
        ),
      )
    },
  )
  .post(
    '/:id/bridge-points',
    doc({ act: 'point:add', summary: 'Give units a bridge point', answer: PointPage, status: 201 }),
    all,
    valid('json', PointsInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const input = c.req.valid('json')
      await once(
        c,
        async (actor) => void (await addPoints(actor, id, input)),
        async () => undefined,
      )
      return c.json({ items: await pointsOfUnits(c.var.actor, id, input.unitIds) }, 201)
    },
  )
  .get(
    '/:id/bridge-points/:point',
    doc({ act: 'conference:read', summary: 'One point with its link and last check', answer: PointDetail }),
    one,
    async (c) => {
      const { id, point } = c.req.valid('param')
      return c.json(await readPoint(c.var.actor, id, point))
    },
  )
  .post(
    '/:id/bridge-points/:point/readiness',
    doc({ act: 'point:readiness', summary: 'Record a readiness check', answer: PointDetail, status: 201 }),
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
  .get(
    '/:id/bridge-points/:point/delegates',
    doc({ act: 'conference:read', summary: 'The delegation, in order', answer: Delegates }),
    one,
    async (c) => {
      const { id, point } = c.req.valid('param')
      return c.json({ items: await readDelegates(c.var.actor, id, point) })
    },
  )
  .post(
    '/:id/bridge-points/:point/delegates',
    doc({ act: 'delegates:write', summary: 'Enter delegates', answer: Delegates, status: 201 }),
    one,
    valid('json', DelegatesInput),
    async (c) => {
      const { id, point } = c.req.valid('param')
      const items = await once(
        c,
        (actor) => addDelegates(actor, id, point, c.req.valid('json')),
        (ref) => delegatesAgain(c.var.actor, id, point, ref),
      )
      return c.json({ items }, 201)
    },
  )
