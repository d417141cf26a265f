// Notices in the table: one item per conference and unit that was told of it, one per reminder, one per posting.
import { conferencePartition } from '#functions/conferences/entity.ts'
import { Problem } from '#functions/shared/problem.ts'
import { all, type Item, type Key, load, page } from '#functions/shared/table.ts'
import { Notice, Posting, Reminder } from './schema.ts'

const partition = (conferenceId: string) => `${conferencePartition(conferenceId)}#NOTICES`

/** Which notice: the unit's standing one, or the reminder of an event. */
export type Which = Pick<Notice, 'conferenceId' | 'unitId' | 'kind' | 'event'>

const noticeKey = ({ conferenceId, unitId, kind, event }: Which): Key => ({
  pk: partition(conferenceId),
  sk: kind === 'reminder' ? `REMINDER#${event}#${unitId}` : `INVITATION#${unitId}`,
})

export const noticeItem = (notice: Notice): Item & { version: number } => ({
  ...notice,
  ...noticeKey(notice),
  type: 'notice',
})

/** The notice, if the unit was ever told, or is being told. */
export const findNotice = (which: Which): Promise<Notice | undefined> => load(noticeKey(which), Notice)

/** What every unit was told of the conference itself, reminders left aside. */
export const loadNotices = (conferenceId: string): Promise<Notice[]> =>
  all({ pk: partition(conferenceId), begins: 'INVITATION#' }, Notice)

const postings = (conferenceId: string) => `${conferencePartition(conferenceId)}#POSTINGS`

const postingKey = (conferenceId: string, id: string): Key => ({ pk: postings(conferenceId), sk: id })

export const postingItem = (posting: Posting): Item => ({
  ...posting,
  ...postingKey(posting.conferenceId, posting.id),
  type: 'posting',
})

/** @throws Problem `not-found` */
export const loadPosting = async (conferenceId: string, id: string): Promise<Posting> => {
  const posting = await load(postingKey(conferenceId, id), Posting)
  if (!posting) throw new Problem('not-found')
  return posting
}

/** What was said to all points, newest first. @param after the id of the last one already seen */
export const pageOfPostings = (conferenceId: string, limit: number, after: string | undefined) =>
  page(
    {
      pk: postings(conferenceId),
      newestFirst: true,
      limit,
      after: after === undefined ? undefined : postingKey(conferenceId, after),
    },
    Posting,
  )

const reminderKey = (conferenceId: string, id: string): Key => ({
  pk: partition(conferenceId),
  sk: `REMINDERS#${id}`,
})

export const reminderItem = (reminder: Reminder): Item => ({
  ...reminder,
  ...reminderKey(reminder.conferenceId, reminder.id),
  type: 'reminder',
})

/** @throws Problem `not-found` */
export const loadReminder = async (conferenceId: string, id: string): Promise<Reminder> => {
  const reminder = await load(reminderKey(conferenceId, id), Reminder)
  if (!reminder) throw new Problem('not-found')
  return reminder
}
