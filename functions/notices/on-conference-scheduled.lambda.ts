// Hears that a conference was scheduled, from its queue, and mails the invitations.
import * as z from 'zod'
import { queueEntry } from '#functions/shared/lambda.ts'
import { inviteUnits } from './invite-units.ts'

/** An EventBridge event is a wake-up: which conference, by which event. What is so is read from the table. */
const WakeUp = z.object({ detail: z.object({ id: z.string(), scope: z.string() }) })

export const handler = queueEntry(async ({ body }) => {
  const { detail } = WakeUp.parse(JSON.parse(body))
  await inviteUnits(detail.id, detail.scope)
})
