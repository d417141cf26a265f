// The worker: takes a job, runs its kind, and tells how it ended. Killed or delivered twice, the job is done once.
import { loadStanding } from '#functions/grants/entity.ts'
import { type Actor, systemActor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { type Announcement, emit } from '#functions/shared/event-log.ts'
import type { JobKinds } from '#functions/shared/job.ts'
import { log } from '#functions/shared/log.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { Problem } from '#functions/shared/problem.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { heldBy, updateJob } from './entity.ts'
import { jobContinued, jobFinished } from './events.ts'
import { LostLease, leaseMs, renewing, takeLease } from './lease.ts'
import { Cancelled, type Ended, openRun, type Run, TimeUp } from './run.ts'
import type { Job } from './schema.ts'

/** A queue gives a message up after five deliveries: by then the job must have been told as failed. */
const mostAttempts = 4

/** Whoever started it, with what that account may do now: a leaver's job does not go on. */
const starterOf = async ({ by, requestId }: Job): Promise<Actor> => {
  const { holder, grants } = await loadStanding(by.sub)
  return { ...by, name: holder?.name ?? by.name, grants, authTime: 0, requestId }
}

/** The operation is bound to the lease: where it no longer holds, another run has the job. */
const tell = async ({ job, operation }: Ended, announcement: Announcement): Promise<void> => {
  const actor = systemActor('jobs', job.requestId)
  try {
    await write(actor, job.id, operation, emit(actor, announcement))
  } catch (error) {
    throw error instanceof Stale ? new LostLease() : error
  }
}

const finish = async (run: Run, attributes: Partial<Job> & Pick<Job, 'state'>): Promise<void> => {
  const ended = await run.ended({ ...attributes, finishedAt: now().toISOString(), leaseUntil: 0 })
  await tell(ended, jobFinished(ended.job, attributes.state))
}

/** Frees the lease so that the next run need not wait for its end, and wakes that run. */
const handOn = async (run: Run): Promise<void> => {
  const ended = await run.ended({ leaseUntil: 0 })
  await tell(ended, jobContinued(ended.job))
}

const fail = (run: Run, { slug, more }: Problem) =>
  finish(run, { state: 'failed', failure: { slug, ...(more.detail ? { detail: more.detail } : {}) } })

/** What passes by itself is tried again by the queue; of all else the starter is told. */
const conclude = async (run: Run, job: Job, error: unknown): Promise<void> => {
  if (error instanceof Cancelled) return finish(run, { state: 'cancelled' })
  if (error instanceof TimeUp) return handOn(run)
  if (error instanceof Problem && error.slug !== 'busy') return fail(run, error)
  if (error instanceof LostLease) throw error
  log.error('a run of a job failed', { jobId: job.id, attempts: job.attempts, error: error as Error })
  if (job.attempts >= mostAttempts) return fail(run, new Problem('job-interrupted'))
  await updateJob(job.id, { leaseUntil: 0 }, heldBy(job.leaseHolder ?? ''))
  throw error
}

const work = async (run: Run, job: Job, kinds: JobKinds): Promise<void> => {
  if (job.attempts > mostAttempts) throw new Problem('job-interrupted')
  if (job.cancelAsked) throw new Cancelled()
  const kind = await kinds[job.kind]?.()
  if (!kind) throw new Error(`there is no job of the kind ${job.kind}`)
  const result = await kind.run(run.context, kind.input.parse(job.input))
  await finish(run, { state: 'done', ...(result ? { result } : {}), ...run.whole() })
}

type Time = { remainingMs: () => number; waitMs?: number }

/**
 * Runs a job as far as this run's time goes. Nothing happens when it is over.
 * @param kinds loads the kind of a job by its name
 * @param time `remainingMs` tells the milliseconds this process has left; `waitMs` how long a dead run's lease is waited for
 * @throws Error when the wake-up must come again
 */
export const runJob = async (id: string, kinds: JobKinds, time: Time): Promise<void> => {
  const holder = newUlid()
  const job = await takeLease(id, holder, time.waitMs ?? leaseMs + 5_000)
  if (!job) return
  const lease = renewing(id, holder)
  try {
    const { remainingMs } = time
    const run = await openRun({ job, holder, remainingMs, actor: await starterOf(job) })
    await work(run, job, kinds).catch((error: unknown) => conclude(run, job, error))
  } catch (error) {
    if (!(error instanceof LostLease)) throw error
    log.warn('another run took the job, or it was cancelled', { jobId: id })
  } finally {
    lease.stop()
  }
}
