// Minutes on paper over HTTP: ordered here, followed at /jobs/:id, fetched at /jobs/:id/result.
import { Hono } from 'hono'
import { Accepted, accepted } from '#functions/shared/accepted.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { orderPrint } from './order-print.ts'
import { PrintInput, PrintPath } from './print.schema.ts'

const at = valid('param', PrintPath)

export const documents = new Hono<Env>()
  .post(
    '/:id/minutes/preview',
    doc({
      act: 'minutes:read',
      summary: 'The minutes as they stand, page by page as pictures, a job',
      answer: Accepted,
      status: 202,
    }),
    at,
    nothing,
    async (c) => {
      const { id } = c.req.valid('param')
      const jobId = await once(
        c,
        (actor) => orderPrint(actor, id, 'minutes.preview'),
        async (ref) => ref,
      )
      return accepted(c, jobId)
    },
  )
  .post(
    '/:id/minutes/exports',
    doc({
      act: 'minutes:read',
      summary: 'The minutes as they stand, as PDF or for Word, a job',
      answer: Accepted,
      status: 202,
    }),
    at,
    valid('json', PrintInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const { format } = c.req.valid('json')
      const jobId = await once(
        c,
        (actor) => orderPrint(actor, id, `minutes.${format}`),
        async (ref) => ref,
      )
      return accepted(c, jobId)
    },
  )
