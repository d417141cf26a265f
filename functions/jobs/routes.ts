// Jobs over HTTP: how far they are, what was wrong with which row, and their end before time.
import { Hono } from 'hono'
import { pageOf } from '#functions/shared/cursor.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env, readsEnglish } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { cancelJob } from './cancel-job.ts'
import { loadJobsOf } from './entity.ts'
import { readJob } from './read-jobs.ts'
import { shownJob } from './rules.ts'
import { JobList, JobPath, JobQuery, JobWithErrors, ShownJob } from './schema.ts'

const jobAt = valid('param', JobPath)

export const jobs = new Hono<Env>()
  .get(
    '/',
    doc({ act: 'signed-in', summary: 'The jobs I started, newest first', answer: JobList }),
    valid('query', JobQuery),
    async (c) => {
      const { limit, cursor } = c.req.valid('query')
      const { sub } = c.var.actor
      const { items, ...more } = await pageOf(sub, 'jobs', cursor, (after) => loadJobsOf(sub, limit, after))
      return c.json({ items: items.map((job) => shownJob(job, readsEnglish(c))), ...more })
    },
  )
  .get(
    '/:id',
    doc({ act: 'jobs:read', summary: 'One job with the rows that were wrong', answer: JobWithErrors }),
    jobAt,
    async (c) => {
      const { job, errors } = await readJob(c.var.actor, c.req.valid('param').id)
      return c.json({ ...shownJob(job, readsEnglish(c)), errors })
    },
  )
  .post(
    '/:id/cancel',
    doc({ act: 'jobs:cancel', summary: 'Ask a job to end', answer: ShownJob }),
    jobAt,
    nothing,
    async (c) => {
      const { id } = c.req.valid('param')
      const again = async () => (await readJob(c.var.actor, id)).job
      const job = await once(c, (actor) => cancelJob(actor, id), again)
      return c.json(shownJob(job, readsEnglish(c)))
    },
  )
