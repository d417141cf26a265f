// Notices in the table: one item per conference and unit that was told of it.
import { conferencePartition } from '#functions/conferences/entity.ts'
import { type Item, type Key, load } from '#functions/shared/table.ts'
import { Notice } from './schema.ts'

const noticeKey = (conferenceId: string, unitId: string): Key => ({
  pk: `${conferencePartition(conferenceId)}#NOTICES`,
  sk: `INVITATION#${unitId}`,
})

export const noticeItem = (notice: Notice): Item & { version: number } => ({
  ...notice,
  ...noticeKey(notice.conferenceId, notice.unitId),
  type: 'notice',
})

/** The notice, if the unit was ever told, or is being told. */
export const findNotice = (conferenceId: string, unitId: string): Promise<Notice | undefined> =>
  load(noticeKey(conferenceId, unitId), Notice)
