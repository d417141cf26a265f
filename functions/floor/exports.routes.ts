// The floor as a file over HTTP: ordered here, followed at /jobs/:id, fetched at /jobs/:id/result.
import { Hono } from 'hono'
import { Accepted, accepted } from '#functions/shared/accepted.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { exportFloor } from './export-floor.ts'
import { FloorPath } from './schema.ts'

export const floorExports = new Hono<Env>().post(
  '/:id/floor/exports',
  doc({
    act: 'floor:export',
    summary: 'Every turn and the time of each unit as XLSX, a job',
    answer: Accepted,
    status: 202,
  }),
  valid('param', FloorPath),
  nothing,
  async (c) => {
    const { id } = c.req.valid('param')
    return accepted(
      c,
      await once(
        c,
        (actor) => exportFloor(actor, id),
        async (jobId) => jobId,
      ),
    )
  },
)
