// One step in a contribution's life: the secretariat's decisions, the delivery, the withdrawal.
import { loadConference } from '#functions/conferences/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import type { Act } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { allowOwn } from './allow-own.ts'
import { contributionItem, loadContribution } from './entity.ts'
import { contributionMoved } from './events.ts'
import { expectAgendaItem, expectSession, expectTakeable, type Move, moved } from './rules.ts'
import type { Contribution } from './schema.ts'

export type Step =
  | { move: 'return' | 'decline'; note: string }
  | { move: 'schedule'; agendaItem: string }
  | { move: Exclude<Move, 'return' | 'decline' | 'schedule'> }

const actOf: Record<Move, Act> = {
  review: 'contribution:review',
  accept: 'contribution:review',
  return: 'contribution:review',
  decline: 'contribution:review',
  schedule: 'contribution:review',
  deliver: 'contribution:deliver',
  'take-as-written': 'contribution:deliver',
  withdraw: 'contribution:withdraw',
}

const expectMoment = (conference: Conference, step: Step): void => {
  if (step.move === 'deliver') expectSession(conference)
  if (step.move === 'take-as-written') expectTakeable(conference, now().toISOString())
  if (step.move === 'schedule') expectAgendaItem(conference, step.agendaItem)
}

/** @throws Problem `not-allowed`, `contribution-state`, `conference-not-in-session`, `conference-closed`, `agenda-item-unknown` */
export const moveContribution = async (
  actor: Actor,
  at: { id: string; ctb: string },
  step: Step,
): Promise<Contribution> => {
  const [conference, current] = await Promise.all([loadConference(at.id), loadContribution(at.id, at.ctb)])
  allowOwn(actor, actOf[step.move], conference, current)
  expectMoment(conference, step)
  const { move, ...change } = step
  const next = moved(current, move, change)
  await write(actor, next.id, putNext(contributionItem(next)), emit(actor, contributionMoved(move, next)))
  return next
}
