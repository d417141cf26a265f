// A period's records as a file over HTTP: ordered here, followed at /jobs/:id, fetched at /jobs/:id/result.
import { Hono } from 'hono'
import { Accepted, accepted } from '#functions/shared/accepted.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { exportRecords } from './export-records.ts'
import { ExportInput } from './exports.schema.ts'

export const recordExports = new Hono<Env>().post(
  '/exports',
  doc({
    act: 'archive:export',
    summary: 'The records of a period that one may read, as CSV, a job',
    answer: Accepted,
    status: 202,
  }),
  valid('json', ExportInput),
  async (c) =>
    accepted(
      c,
      await once(
        c,
        (actor) => exportRecords(actor, c.req.valid('json')),
        async (jobId) => jobId,
      ),
    ),
)
