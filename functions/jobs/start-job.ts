// Start long work: the job's item and the event that wakes the worker, in the very write of whatever it belongs to.
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { type Operation, putNew } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { jobItem } from './entity.ts'
import { jobStarted } from './events.ts'
import type { Job } from './schema.ts'

type Order = {
  /** A name of functions/job-kinds.ts. */
  kind: string
  /** The log it belongs to: a conference id, or another root such as `directory`. */
  scope: string
  /** Small: it lies in the job's item. Files go by their upload's id. */
  input: unknown
  total?: number
  /** It finishes what is written with its start: it cannot be cancelled. */
  needed?: true
}

/**
 * Starts a job; the caller has checked that the actor may do what it will do, and answers with `accepted`.
 * A repeat of the request is answered from the job's id.
 * @param operations what must happen with the start or not at all
 */
export const startJob = async (actor: Actor, order: Order, ...operations: Operation[]): Promise<string> => {
  const job: Job = {
    ...order,
    id: newId('job'),
    by: { sub: actor.sub, personId: actor.personId, name: actor.name },
    requestId: actor.requestId,
    state: 'queued',
    done: 0,
    errorCount: 0,
    steps: {},
    attempts: 0,
    leaseUntil: 0,
    queuedAt: now().toISOString(),
  }
  await write(actor, job.id, putNew(jobItem(job)), emit(actor, jobStarted(job)), ...operations)
  return job.id
}
