// Packages and extracts over HTTP: ordered here, followed at /jobs/:id, taken away at /jobs/:id/result.
import { Hono } from 'hono'
import { Accepted, accepted } from '#functions/shared/accepted.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { orderExtract, orderPackage } from './order.ts'
import { ExtractInput, RecordPath } from './schema.ts'

const at = valid('param', RecordPath)
const again = async (jobId: string) => jobId

export const packages = new Hono<Env>()
  .post(
    '/:record/packages',
    doc({
      act: 'archive:package',
      summary: 'The archive package of a record (a BagIt bag in a ZIP), a job',
      answer: Accepted,
      status: 202,
    }),
    at,
    nothing,
    async (c) => {
      const { record } = c.req.valid('param')
      return accepted(c, await once(c, (actor) => orderPackage(actor, record), again))
    },
  )
  .post(
    '/:record/extracts',
    doc({
      act: 'archive:read',
      summary: 'A certified extract of one point or one contribution, a job',
      answer: Accepted,
      status: 202,
    }),
    at,
    valid('json', ExtractInput),
    async (c) => {
      const { record } = c.req.valid('param')
      return accepted(c, await once(c, (actor) => orderExtract(actor, record, c.req.valid('json')), again))
    },
  )
