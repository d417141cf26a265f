// Works off the jobs that publish bulletins: a function of its own, which alone may write where the public reads.
import * as z from 'zod'
import { runJob } from '#functions/jobs/run-job.ts'
import type { JobKinds } from '#functions/shared/job.ts'
import { queueEntry } from '#functions/shared/lambda.ts'

const kinds: JobKinds = {
  'bulletin.publish': async () => (await import('./publish.job.ts')).publishing,
}

const WakeUp = z.object({ detail: z.object({ subject: z.string() }) })

export const handler = queueEntry(async ({ body }, context) => {
  const { detail } = WakeUp.parse(JSON.parse(body))
  await runJob(detail.subject, kinds, { remainingMs: () => context.getRemainingTimeInMillis() })
})
