// Works off jobs, one a message: what woke it names the job, all else is read from the table.
import * as z from 'zod'
import { jobKinds } from './job-kinds.ts'
import { runJob } from './jobs/run-job.ts'
import { queueEntry } from './shared/lambda.ts'

const WakeUp = z.object({ detail: z.object({ subject: z.string() }) })

export const handler = queueEntry(async ({ body }, context) => {
  const { detail } = WakeUp.parse(JSON.parse(body))
  await runJob(detail.subject, jobKinds, { remainingMs: () => context.getRemainingTimeInMillis() })
})
