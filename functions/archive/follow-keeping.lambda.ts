// Hears of seals and of what archivists decide, and has the store's lock follow.
import * as z from 'zod'
import { queueEntry } from '#functions/shared/lambda.ts'
import { followKeeping } from './follow-keeping.ts'

const WakeUp = z.object({ detail: z.object({ id: z.string(), subject: z.string() }) })

export const handler = queueEntry(async ({ body }) => {
  const { id, subject } = WakeUp.parse(JSON.parse(body)).detail
  await followKeeping(subject, id)
})
