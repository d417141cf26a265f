// Attendance as a file over HTTP: ordered here, followed at /jobs/:id, fetched at /jobs/:id/result.
import { Hono } from 'hono'
import { Accepted, accepted } from '#functions/shared/accepted.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { ExportInput } from './exports.schema.ts'
import { AttendancePath } from './schema.ts'
import { startExport } from './start-export.ts'

export const exportRoutes = new Hono<Env>().post(
  '/:id/attendance/exports',
  doc({
    act: 'attendance:export',
    summary: 'Attendance as CSV or XLSX, a job',
    answer: Accepted,
    status: 202,
  }),
  valid('param', AttendancePath),
  valid('json', ExportInput),
  async (c) => {
    const { id } = c.req.valid('param')
    const jobId = await once(
      c,
      (actor) => startExport(actor, id, c.req.valid('json')),
      async (ref) => ref,
    )
    return accepted(c, jobId)
  },
)
