// One run at a time works on a job: a lease on the job's item, renewed while the run lives, free when it died.
import { setTimeout as pause } from 'node:timers/promises'
import { now } from '#functions/shared/clock.ts'
import { log } from '#functions/shared/log.ts'
import { freeAt, heldBy, loadJob, updateJob } from './entity.ts'
import { isOver } from './rules.ts'
import type { Job } from './schema.ts'

/** How long a dead run keeps the next from beginning. */
export const leaseMs = 15_000
const lookMs = 250

/** Another run has the job, or it is over: whatever this one still had in hand must not be told any more. */
export class LostLease extends Error {}

const take = ({ id, attempts, startedAt }: Job, holder: string): Promise<Job | undefined> => {
  const at = now()
  const taken: Partial<Job> = {
    state: 'running',
    leaseHolder: holder,
    leaseUntil: at.getTime() + leaseMs,
    attempts: attempts + 1,
    startedAt: startedAt ?? at.toISOString(),
  }
  return updateJob(id, taken, freeAt(at.getTime()))
}

/** An answer lost on the way makes the taking look refused when it is repeated. */
const ownOf = async (id: string, holder: string): Promise<Job | undefined> => {
  const job = await loadJob(id)
  return job.leaseHolder === holder && !isOver(job) ? job : undefined
}

/**
 * Takes the job for this run; waits out the lease of a run that died.
 * @returns the job, or undefined when it is over
 * @throws Error when another run is alive and at it: the wake-up must come again, for that run may yet die
 */
export const takeLease = async (id: string, holder: string, waitMs: number): Promise<Job | undefined> => {
  for (let waited = 0; waited <= waitMs; waited += lookMs) {
    const job = await loadJob(id)
    if (isOver(job)) return undefined
    const taken = (await take(job, holder)) ?? (await ownOf(id, holder))
    if (taken) return taken
    await pause(lookMs)
  }
  throw new Error(`job ${id}: another run is at it`)
}

/** Renews the lease until stopped. A renewal that fails is told at the next one: the lease outlives two of them. */
export const renewing = (id: string, holder: string): { stop(): void } => {
  const renew = () =>
    updateJob(id, { leaseUntil: now().getTime() + leaseMs }, heldBy(holder)).catch((error: Error) => {
      log.warn('a lease was not renewed', { jobId: id, error })
    })
  const timer = setInterval(renew, leaseMs / 3)
  return { stop: () => clearInterval(timer) }
}
