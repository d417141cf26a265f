// Undo a mistaken start or close, with the reason: visible for ever, and only while nobody was asked to sign minutes.
import { findMinutes, minutesKey } from '#functions/minutes/entity.ts'
import type { Minutes } from '#functions/minutes/schema.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { Problem } from '#functions/shared/problem.ts'
import { type Operation, whileAbsent, whileVersion } from '#functions/shared/table.ts'
import { whileAgendaStays } from './entity.ts'
import { conferenceReopened } from './events.ts'
import type { Conference } from './schema.ts'
import type { Reason } from './steps.schema.ts'
import { takeStep } from './take-step.ts'
import { reopened } from './undo.rules.ts'

const expectUnsubmitted = (minutes: Minutes | undefined): void => {
  if (!minutes || (minutes.state === 'draft' && minutes.kind === 'conference')) return
  const signed = minutes.attestations.length > 0 || minutes.kind === 'addendum'
  throw new Problem(signed ? 'minutes-signed' : 'minutes-begun')
}

/** Minutes submitted beside us would rest on a close that is undone. */
const whileMinutesStay = async (id: string): Promise<Operation[]> => {
  const minutes = await findMinutes(id)
  expectUnsubmitted(minutes)
  return [minutes ? whileVersion(minutesKey(id), minutes.version) : whileAbsent(minutesKey(id))]
}

/** @throws Problem `not-allowed`, `conference-state`, `minutes-begun`, `minutes-signed` */
export const reopenConference = async (actor: Actor, id: string, { reason }: Reason): Promise<Conference> => {
  const { next } = await takeStep(actor, id, {
    act: 'conference:reopen',
    decide: (current, at) => reopened(current, reason, at),
    announce: conferenceReopened,
    with: async (current, next) => [...(await whileMinutesStay(id)), ...whileAgendaStays(next, current)],
    reason,
  })
  return next
}
