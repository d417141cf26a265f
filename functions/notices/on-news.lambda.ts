// Hears what invited units must be told of, from its queue, and mails the letters.
import * as z from 'zod'
import { queueEntry } from '#functions/shared/lambda.ts'
import { remindUnits, tellUnits } from './tell-units.ts'

/** An EventBridge event is a wake-up: which conference, by which event. What is so is read from the table. */
const WakeUp = z.object({
  detail: z.object({ id: z.string(), name: z.string(), scope: z.string(), subject: z.string() }),
})

export const handler = queueEntry(async ({ body }) => {
  const { id, name, scope, subject } = WakeUp.parse(JSON.parse(body)).detail
  if (name === 'reminders.asked') await remindUnits(id, scope, subject)
  else await tellUnits(id, scope)
})
