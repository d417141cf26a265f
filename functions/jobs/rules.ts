// What may still become of a job, and how it is shown. Pure.
import { Problem, type Slug } from '#functions/shared/problem.ts'
import { catalogue } from '#functions/shared/problems.data.ts'
import type { Job, ShownJob } from './schema.ts'

export const isOver = ({ state }: Job): boolean =>
  state === 'done' || state === 'failed' || state === 'cancelled'

/**
 * How a wish to cancel is met at `at` (epoch ms): nobody works on it, so it is over; or its run ends at the next chunk.
 * @throws Problem `job-over`, `job-needed`
 */
export const cancelling = (job: Job, at: number): 'at once' | 'by its run' => {
  if (isOver(job)) throw new Problem('job-over')
  if (job.needed) throw new Problem('job-needed')
  return job.state === 'queued' || job.leaseUntil < at ? 'at once' : 'by its run'
}

const words = (slug: string, english: boolean): string => {
  const { en, vi } = catalogue[Object.hasOwn(catalogue, slug) ? (slug as Slug) : 'internal-error']
  return english ? en : vi
}

export const shownJob = (job: Job, english: boolean): ShownJob => ({
  id: job.id,
  kind: job.kind,
  scope: job.scope,
  state: job.state,
  done: job.done,
  total: job.total,
  errorCount: job.errorCount,
  result: job.result,
  queuedAt: job.queuedAt,
  startedAt: job.startedAt,
  finishedAt: job.finishedAt,
  startedBy: job.by.name,
  cancelAsked: job.cancelAsked ?? false,
  failure: job.failure && { ...job.failure, title: words(job.failure.slug, english) },
})
