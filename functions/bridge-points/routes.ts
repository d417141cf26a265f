// Bridge points and the board over HTTP: giving, showing, taking out; mounted under /conferences.
import { Hono } from 'hono'
import { accepted } from '#functions/shared/accepted.ts'
import { pageOf } from '#functions/shared/cursor.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { addedAgain, addPoints } from './add-points.ts'
import { Board } from './board.schema.ts'
import { boardAnswer } from './board-answer.ts'
import { PointDetail } from './detail.schema.ts'
import { PointPage, PointsInput, PointsPreview, Removal, Removed, SelectionQuery } from './points.schema.ts'
import { readBoard } from './read-board.ts'
import { listPoints, pointsMeant, previewPoints, readPoint } from './read-points.ts'
import { removedAgain, removePoint, restorePoint } from './remove-point.ts'
import { PointPath, PointQuery, PointsPath } from './schema.ts'

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
    doc({
      act: 'point:add',
      summary: 'Give units a bridge point: those named, or all of a kind; more than 90 by a job (202)',
      answer: PointPage,
      status: 201,
    }),
    all,
    valid('json', PointsInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const input = c.req.valid('json')
      const ref = await once(
        c,
        (actor) => addPoints(actor, id, input),
        (ref) => addedAgain(c.var.actor, id, ref),
      )
      if (ref.startsWith('job_')) return accepted(c, ref)
      return c.json({ items: await pointsMeant(c.var.actor, id, input) }, 201)
    },
  )
  .get(
    '/:id/bridge-points/preview',
    doc({
      act: 'point:add',
      summary: 'Which units "all of a kind" means on that day, and which have a point already',
      answer: PointsPreview,
    }),
    all,
    valid('query', SelectionQuery),
    async (c) => c.json(await previewPoints(c.var.actor, c.req.valid('param').id, c.req.valid('query'))),
  )
  .get(
    '/:id/bridge-points/:point',
    doc({ act: 'conference:read', summary: 'One point with its link and checklist', answer: PointDetail }),
    one,
    async (c) => {
      const { id, point } = c.req.valid('param')
      return c.json(await readPoint(c.var.actor, id, point))
    },
  )
  .post(
    '/:id/bridge-points/:point/remove',
    doc({
      act: 'point:remove',
      summary: 'Take a point out before the session; once something happened there it stays to be seen',
      answer: Removed,
    }),
    one,
    valid('json', Removal),
    async (c) => {
      const { id, point } = c.req.valid('param')
      const outcome = await once(
        c,
        (actor) => removePoint(actor, id, point, c.req.valid('json')),
        (ref) => removedAgain(c.var.actor, id, ref),
      )
      return c.json({ outcome })
    },
  )
  .post(
    '/:id/bridge-points/:point/restore',
    doc({ act: 'point:remove', summary: 'Bring back a point that was withdrawn', answer: PointDetail }),
    one,
    nothing,
    async (c) => {
      const { id, point } = c.req.valid('param')
      await once(
        c,
        (actor) => restorePoint(actor, id, point),
        async () => undefined,
      )
      return c.json(await readPoint(c.var.actor, id, point))
    },
  )
