// Call a conference off, with the reason: its units are told, its calendar entries withdrawn.
import type { Actor } from '#functions/shared/actor.ts'
import { conferenceCancelled } from './events.ts'
import type { Conference } from './schema.ts'
import type { Reason } from './steps.schema.ts'
import { takeStep } from './take-step.ts'
import { cancelled } from './undo.rules.ts'

/** @throws Problem `not-allowed`, `conference-state` */
export const cancelConference = async (actor: Actor, id: string, { reason }: Reason): Promise<Conference> => {
  const { next } = await takeStep(actor, id, {
    act: 'conference:cancel',
    decide: (current, at) => cancelled(current, reason, at),
    announce: conferenceCancelled,
    reason,
  })
  return next
}
