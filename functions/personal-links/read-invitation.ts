// What a delegate sees of themselves, by personal link or signed in: the invitation, and what they have answered.
import type { CheckIn } from '#functions/attendance/check-ins.schema.ts'
import { loadForRollCall } from '#functions/attendance/entity.ts'
import type { Roll } from '#functions/attendance/roll.schema.ts'
import type { Delegate } from '#functions/bridge-points/delegates.schema.ts'
import {
  delegatesOfPerson,
  findDelegate,
  loadAnswers,
  loadDelegate,
} from '#functions/bridge-points/entity.ts'
import { readConference } from '#functions/conferences/read-conference.ts'
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

const shownMark = (mark: Roll['marks'][string] | undefined): Invitation['mark'] =>
  mark && { state: mark.state, at: mark.at, standing: mark.standing }

type Place = { conferenceId: string; pointId: string; delegateId: string }

const invitationOf = async ({ conferenceId, pointId, delegateId }: Place): Promise<Invitation> => {
  const [{ conference, point, roll, checkIns }, delegate, answers] = await Promise.all([
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
    point: { id: pointId, unitId: point.unitId, name: point.name },
    delegate: {
      id: delegateId,
      display: delegate.display,
      state: delegate.state,
      answer: answers.given[delegateId]?.answer ?? 'unanswered',
      substitutedBy: substitute?.display,
    },
    checkIn: shownCheckIn(checkIns[0]),
    mark: shownMark(roll.marks[delegateId]),
  }
}

/** @throws Problem `link-invalid` for an actor who holds no link */
export const readInvitation = async ({ delegate: held }: Actor): Promise<Invitation> => {
  if (!held) throw new Problem('link-invalid')
  return invitationOf(held)
}

const standingFirst = (a: Delegate, b: Delegate): number =>
  Number(a.state === 'withdrawn') - Number(b.state === 'withdrawn') || (a.id < b.id ? -1 : 1)

/** The signed-in person's own invitations, those that stand before those that do not. @throws Problem `not-allowed` */
export const readOwnInvitations = async (actor: Actor, conferenceId: string): Promise<Invitation[]> => {
  await readConference(actor, conferenceId)
  const found = actor.personId ? await delegatesOfPerson(actor.personId, conferenceId) : []
  const own = found.toSorted(standingFirst)
  return Promise.all(own.map(({ pointId, id }) => invitationOf({ conferenceId, pointId, delegateId: id })))
}
