// What notices announce: who was told of what, at which address; what was said to all points; who was reminded.
import type { LetterKind, Notice, Posting, Reminder } from './schema.ts'

const names = {
  invitation: 'invitation.sent',
  change: 'change-notice.sent',
  postponement: 'postponement-notice.sent',
  cancellation: 'cancellation-notice.sent',
  reminder: 'reminder.sent',
} as const satisfies Record<LetterKind, `${string}.${string}`>

/** The mail server took a letter. Kept in the conference's log. */
export const letterSent = (
  { conferenceId, unitId, address, event, kind, sequence }: Notice,
  pointId: string,
) => ({
  name: names[kind],
  scope: conferenceId,
  subject: pointId,
  point: pointId,
  data: { unitId, address, scheduledBy: event, sequence },
})

/** Said to all points. */
export const noticePosted = ({ id, conferenceId, text, weight }: Posting) => ({
  name: 'notice.posted' as const,
  scope: conferenceId,
  subject: id,
  data: { text, weight },
})

/** Whoever has not answered is to be reminded: the letters follow. */
export const remindersAsked = ({ id, conferenceId, units, note }: Reminder) => ({
  name: 'reminders.asked' as const,
  scope: conferenceId,
  subject: id,
  data: { units, ...(note === undefined ? {} : { note }) },
})
