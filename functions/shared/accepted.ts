// The answer to whatever became a job: 202, its id and where to follow it.
import type { Context } from 'hono'
import * as z from 'zod'
import type { Env } from './route.ts'

export const Accepted = z.object({ jobId: z.string(), state: z.literal('queued') })

/** @param jobId the id `startJob` gave, or the reference its repeat is answered from */
export const accepted = (c: Context<Env>, jobId: string) =>
  c.json({ jobId, state: 'queued' as const }, 202, { Location: `/api/jobs/${jobId}` })
