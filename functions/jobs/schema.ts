// What is kept and shown of a job.
import * as z from 'zod'
import { idOf } from '#functions/shared/ids.ts'

export const JobPath = z.object({ id: idOf('job') })

/** The first so many wrong rows are kept by line; the rest are counted. */
export const mostErrors = 1_000

export const JobState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled'])
export type JobState = z.infer<typeof JobState>

const RowError = z.object({ row: z.number(), pointer: z.string().optional(), message: z.string() })

/** Why a job failed: a slug of the catalogue, and what it said of itself. */
const Failure = z.object({ slug: z.string(), detail: z.string().optional() })

/** The job's item. `steps` holds what finished steps gave, and how far those in chunks are. */
export const Job = z.object({
  id: idOf('job'),
  kind: z.string(),
  /** The log its events stand in: a conference id, or another root such as `directory`. */
  scope: z.string(),
  by: z.object({ sub: z.string(), personId: z.string().optional(), name: z.string() }),
  requestId: z.string(),
  input: z.unknown(),
  state: JobState,
  done: z.number(),
  total: z.number().optional(),
  errorCount: z.number(),
  steps: z.record(z.string(), z.unknown()),
  result: z.record(z.string(), z.unknown()).optional(),
  failure: Failure.optional(),
  cancelAsked: z.boolean().optional(),
  /** Finishes what is saved already: nobody may cancel it. */
  needed: z.literal(true).optional(),
  /** Runs begun since the last that got anywhere. */
  attempts: z.number(),
  /** Which run works on it, and until when (epoch ms) nobody else may. */
  leaseHolder: z.string().optional(),
  leaseUntil: z.number(),
  queuedAt: z.string(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
})
export type Job = z.infer<typeof Job>

export const RowErrors = z.object({ errors: z.array(RowError) })

/** A job as its starter sees it. */
export const ShownJob = Job.pick({
  id: true,
  kind: true,
  scope: true,
  state: true,
  done: true,
  total: true,
  errorCount: true,
  result: true,
  queuedAt: true,
  startedAt: true,
  finishedAt: true,
}).extend({
  startedBy: z.string(),
  cancelAsked: z.boolean(),
  /** Why it failed, in the reader's language. */
  failure: z.object({ slug: z.string(), title: z.string(), detail: z.string().optional() }).optional(),
})
export type ShownJob = z.infer<typeof ShownJob>

export const JobWithErrors = ShownJob.extend({ errors: z.array(RowError) })

export const JobQuery = z.strictObject({
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

export const JobList = z.object({ items: z.array(ShownJob), cursor: z.string().optional() })
