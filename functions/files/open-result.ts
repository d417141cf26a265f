// Hand out the file a job has made: an address for a minute, to whoever started the job.

import { allow } from '#functions/grants/allow.ts'
import { loadJob } from '#functions/jobs/entity.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { emit } from '#functions/shared/event-log.ts'
import { presignDownload } from '#functions/shared/presigned.ts'
import { Problem } from '#functions/shared/problem.ts'
import { write } from '#functions/shared/write.ts'
import { resultOpened } from './events.ts'
import { expectKept } from './rules.ts'
import { exportKey, JobResultFile } from './schema.ts'

/** The opening is recorded in the log the job belongs to. @throws Problem `not-found`, `not-allowed`, `result-expired` */
export const openResult = async (actor: Actor, jobId: string): Promise<string> => {
  const job = await loadJob(jobId)
  if (job.by.sub !== actor.sub) allow(actor, 'jobs:read')
  const made = JobResultFile.safeParse(job.result)
  if (job.state !== 'done' || !made.success) throw new Problem('not-found')
  expectKept(job.finishedAt, now())
  const { file } = made.data
  await write(withoutClaim(actor), jobId, emit(actor, resultOpened(job, file)))
  return presignDownload(required('FILES_BUCKET'), file.key ?? exportKey(jobId, file.digest), file)
}
