// One step in a contribution's life: the secretariat's decisions, the delivery, the withdrawal.
import { loadConference } from '#functions/conferences/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import type { Act } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { putNew, putNext } from '#functions/shared/table.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { write } from '#functions/shared/write.ts'
import { allowOwn } from './allow-own.ts'
import { contributionItem, loadContribution, loadContributions, noteItem } from './entity.ts'
import { contributionMoved } from './events.ts'
import { expectTurn } from './heard-turn.ts'
import { type Change, expectAgendaItem, type Move, moved, orderAfter } from './rules.ts'
import type { Contribution, ReviewNote } from './schema.ts'
import { expectDeciding, expectSession, expectTakeable } from './time.rules.ts'

type Noted = { note?: string | undefined }

export type Step =
  | { move: 'return' | 'decline'; note: string }
  | ({ move: 'review' | 'accept' | 'withdraw' } & Noted)
  | { move: 'schedule'; agendaItem: string; order?: number | undefined }
  | { move: 'deliver'; turn?: string | undefined }
  | { move: 'take-as-written' }

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
  if (step.move !== 'withdraw') expectDeciding(conference)
  if (step.move === 'deliver') expectSession(conference)
  if (step.move === 'take-as-written') expectTakeable(conference, now().toISOString())
  if (step.move === 'schedule') expectAgendaItem(conference, step.agendaItem)
}

/** What the step changes beside the state. Two that are put at the end at once may share a place: their order is then that of submission. */
const changeOf = async (current: Contribution, step: Step): Promise<Change> => {
  const { conferenceId, id } = current
  if (step.move === 'deliver') await expectTurn(conferenceId, step.turn, current.unitId)
  const { move: _, ...told } = step
  if (step.move !== 'schedule' || step.order !== undefined) return told
  const others = (await loadContributions(conferenceId)).filter((other) => other.id !== id)
  return { ...told, order: orderAfter(others, step.agendaItem) }
}

const noteOf = (actor: Actor, { id, receipt }: Contribution, step: Step): ReviewNote | undefined =>
  'note' in step && step.note !== undefined
    ? {
        id: newId('nte'),
        contributionId: id,
        move: step.move,
        note: step.note,
        toAuthor: true,
        number: receipt.number,
        by: { sub: actor.sub, personId: actor.personId, name: actor.name },
        at: now().toISOString(),
      }
    : undefined

/**
 * @param version the version that was read, where it is told
 * @throws Problem `not-allowed`, `stale-version`, `contribution-state`, `conference-state`, `conference-not-in-session`, `conference-closed`,
 * `agenda-item-unknown`, `turn-unknown`
 */
export const moveContribution = async (
  actor: Actor,
  at: { id: string; ctb: string },
  step: Step,
  version?: number,
): Promise<Contribution> => {
  const [conference, current] = await Promise.all([loadConference(at.id), loadContribution(at.id, at.ctb)])
  allowOwn(actor, actOf[step.move], conference, current)
  if (version !== undefined) expectVersion(current.version, version)
  expectMoment(conference, step)
  const next = moved(current, step.move, await changeOf(current, step))
  const note = noteOf(actor, next, step)
  await write(
    actor,
    next.id,
    putNext(contributionItem(next)),
    ...(note ? [putNew(noteItem(at.id, note))] : []),
    emit(actor, contributionMoved(step.move, next)),
  )
  return next
}
