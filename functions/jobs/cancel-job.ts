// Cancel a job: at once if nobody works on it, else its run ends at the next chunk.
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { write } from '#functions/shared/write.ts'
import { loadJob, setJob, unmoved } from './entity.ts'
import { jobCancelled } from './events.ts'
import { expectOwn } from './read-jobs.ts'
import { cancelling } from './rules.ts'
import type { Job } from './schema.ts'

/** @throws Problem `not-found`, `not-allowed`, `job-over`, `job-needed` */
export const cancelJob = async (actor: Actor, id: string): Promise<Job> => {
  const job = await loadJob(id)
  expectOwn(actor, job, 'jobs:cancel')
  const change: Partial<Job> =
    cancelling(job, now().getTime()) === 'at once'
      ? { state: 'cancelled', cancelAsked: true, finishedAt: now().toISOString() }
      : { cancelAsked: true }
  // A run renews its lease meanwhile: it counts as unmoved while it is at work, whatever the lease says.
  const condition =
    change.state === 'cancelled'
      ? unmoved(job)
      : { expression: '#state = :seen', values: { ':seen': job.state } }
  await write(actor, id, setJob(id, change, condition), emit(actor, jobCancelled(job)))
  return { ...job, ...change }
}
