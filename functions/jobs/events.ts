// What jobs announce. The scope is the log of whatever the job is about.
import type { Job, JobState } from './schema.ts'

const about = ({ id, scope, kind }: Job) => ({ scope, subject: id, data: { kind } })

/** Somebody asked for long work: this wakes the worker. */
export const jobStarted = (job: Job) => ({ ...about(job), name: 'job.started' as const })

/** A run handed the rest to the next before its time was up: this wakes the worker again. */
export const jobContinued = (job: Job) => ({ ...about(job), name: 'job.continued' as const })

/** Somebody asked for its end. */
export const jobCancelled = (job: Job) => ({ ...about(job), name: 'job.cancelled' as const })

/** It is over. */
export const jobFinished = (job: Job, state: JobState) => ({
  ...about(job),
  name: 'job.finished' as const,
  data: { kind: job.kind, state, errorCount: job.errorCount },
})
