// What a personal link shows: the invitation, and what its holder has answered.
import type { CheckIn } from '#functions/attendance/check-ins.schema.ts'
import { loadForRollCall } from '#functions/attendance/entity.ts'
import { findDelegate, loadAnswers, loadDelegate } from '#functions/bridge-points/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { Invitation } from './schema.ts'

const shownCheckIn = (checkIn: CheckIn | undefined): Invitation['checkIn'] =>
  checkIn && {
    state: checkIn.state,
    at: checkIn.at,
    standing: checkIn.standing,
    reason: checkIn.decided?.reason,
  }

/** @throws Problem `link-invalid` for an actor who holds no link */
export const readInvitation = async ({ delegate: held }: Actor): Promise<Invitation> => {
  if (!held) throw new Problem('link-invalid')
  const { conferenceId, pointId, delegateId } = held
  const [{ conference, point, checkIns }, delegate, answers] = await Promise.all([
    loadForRollCall(conferenceId, pointId, { checkInsOf: [delegateId] }),
    loadDelegate(conferenceId, pointId, delegateId),
    loadAnswers(conferenceId, pointId),
  ])
  const { id, title, state, startsAt, endsAt, venue, contributionsDueAt } = conference
  const substitute = delegate.substitutedBy
    ? await findDelegate(conferenceId, pointId, delegate.substitutedBy)
    : undefined
  return {
    conference: { id, title, state, startsAt, endsAt, venue, contributionsDueAt },
    point: { id: pointId, name: point.name },
    delegate: {
      id: delegateId,
      display: delegate.display,
      state: delegate.state,
      answer: answers.given[delegateId]?.answer ?? 'unanswered',
      substitutedBy: substitute?.display,
    },
    checkIn: shownCheckIn(checkIns[0]),
  }
}
