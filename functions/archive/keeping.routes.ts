// How long records are kept, over HTTP: the list of what ends, another class, a hold and its end. Nothing deletes.
import { Hono } from 'hono'
import * as z from 'zod'
import { pageOf } from '#functions/shared/cursor.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { holdRecord, readKeeping, reclassifyRecord, releaseRecord } from './keep-record.ts'
import { EndingQuery, EndingRecord, HoldInput, Keeping, Reclassification } from './keeping.schema.ts'
import { listEnding } from './list-ending.ts'
import { RecordPath } from './schema.ts'

const EndingPage = z.object({ items: z.array(EndingRecord), cursor: z.string().optional() })
const at = valid('param', RecordPath)
const deciding = (summary: string) => doc({ act: 'archive:keep', summary, answer: Keeping })

export const keeping = new Hono<Env>()
  .get(
    '/retention',
    doc({
      act: 'archive:keep',
      summary: 'Records whose retention ends before a day, held ones marked',
      answer: EndingPage,
    }),
    valid('query', EndingQuery),
    async (c) => {
      const { actor } = c.var
      const { cursor, ...query } = c.req.valid('query')
      return c.json(
        await pageOf(actor.sub, `retention?${JSON.stringify(query)}`, cursor, (after) =>
          listEnding(actor, query, after),
        ),
      )
    },
  )
  .post(
    '/:record/retention',
    deciding('Keep a record for another time than usual'),
    at,
    valid('json', Reclassification),
    async (c) => {
      const { record } = c.req.valid('param')
      const view = () => readKeeping(c.var.actor, record)
      return c.json(
        await once(c, (actor) => reclassifyRecord(actor, record, c.req.valid('json')).then(view), view),
      )
    },
  )
  .post(
    '/:record/hold',
    deciding('Hold a record: nothing of it may go, whatever its class'),
    at,
    valid('json', HoldInput),
    async (c) => {
      const { record } = c.req.valid('param')
      const view = () => readKeeping(c.var.actor, record)
      return c.json(await once(c, (actor) => holdRecord(actor, record, c.req.valid('json')).then(view), view))
    },
  )
  .post('/:record/hold/lift', deciding('Lift the hold'), at, valid('json', HoldInput), async (c) => {
    const { record } = c.req.valid('param')
    const view = () => readKeeping(c.var.actor, record)
    return c.json(
      await once(c, (actor) => releaseRecord(actor, record, c.req.valid('json')).then(view), view),
    )
  })
