// Works off jobs that end with a statement of the house: the only function that may use the certifying key.
import * as z from 'zod'
import { runJob } from '#functions/jobs/run-job.ts'
import { queueEntry } from '#functions/shared/lambda.ts'
import { certifiedJobs } from './job-kinds.ts'

const WakeUp = z.object({ detail: z.object({ subject: z.string() }) })

export const handler = queueEntry(async ({ body }, context) => {
  const { detail } = WakeUp.parse(JSON.parse(body))
  await runJob(detail.subject, certifiedJobs, { remainingMs: () => context.getRemainingTimeInMillis() })
})
