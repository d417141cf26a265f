// Who was told of the conference, who owes an answer, and the secretariat's reminder to those.
import { loadBoard } from '#functions/bridge-points/entity.ts'
import { loadConference } from '#functions/conferences/entity.ts'
import { expectState } from '#functions/conferences/rules.ts'
import { expectNoStamp } from '#functions/conferences/secret.rules.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { putNew } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { loadNotices, loadReminder, reminderItem } from './entity.ts'
import { remindersAsked } from './events.ts'
import { invitationList, unansweredOf } from './rules.ts'
import type { InvitationList, Reminder, ReminderInput } from './schema.ts'

/** The letters follow by mail. @throws Problem `not-allowed`, `conference-state`, `secret-grade-refused` */
export const remindUnanswered = async (
  actor: Actor,
  conferenceId: string,
  { note }: ReminderInput,
): Promise<Reminder> => {
  const conference = await loadConference(conferenceId)
  allow(actor, 'notice:remind', { conference: conferenceId, host: conference.hostUnitId })
  expectState(conference, ['scheduled', 'open'])
  expectNoStamp([['/note', note]])
  const units = unansweredOf(conference, await loadBoard(conferenceId)).length
  const at = now().toISOString()
  const reminder: Reminder = { id: newId('ntc'), conferenceId, units, at, ...(note ? { note } : {}) }
  await write(actor, reminder.id, putNew(reminderItem(reminder)), emit(actor, remindersAsked(reminder)))
  return reminder
}

/** A reminder as it was asked for, for the answer to a repeated request. */
export const reminderAgain = async (actor: Actor, conferenceId: string, id: string): Promise<Reminder> => {
  const { hostUnitId } = await loadConference(conferenceId)
  allow(actor, 'notice:remind', { conference: conferenceId, host: hostUnitId })
  return loadReminder(conferenceId, id)
}

/** @throws Problem `not-found`, `not-allowed` */
export const listInvitations = async (actor: Actor, conferenceId: string): Promise<InvitationList> => {
  const conference = await loadConference(conferenceId)
  allow(actor, 'invitations:read', { conference: conferenceId, host: conference.hostUnitId })
  const [rows, notices] = await Promise.all([loadBoard(conferenceId), loadNotices(conferenceId)])
  return invitationList(conference, rows, notices)
}
