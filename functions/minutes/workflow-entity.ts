// What lies beside a draft in the table: wordings, claims, comments, versions of before, entries of the register.
import { all, type Item, type Key, load, page } from '#functions/shared/table.ts'
import { minutesPartition } from './entity.ts'
import { Editor } from './parts.schema.ts'
import { revisionsMost } from './revisions.rules.ts'
import { Minutes } from './schema.ts'
import { Comment, RegisterEntry, StoredRevision } from './workflow.schema.ts'

const padded = (number: number): string => String(number).padStart(6, '0')

const revisionsUnder = (block: string) => `REVISION#${block}#`

export const revisionItem = (conferenceId: string, revision: StoredRevision): Item => ({
  ...revision,
  pk: minutesPartition(conferenceId),
  sk: `${revisionsUnder(revision.block)}${padded(revision.version)}`,
  type: 'minutes-revision',
})

/** Newest first. */
export const loadRevisions = (conferenceId: string, block: string): Promise<StoredRevision[]> => {
  const where = { pk: minutesPartition(conferenceId), begins: revisionsUnder(block) }
  return all({ ...where, newestFirst: true, limit: revisionsMost }, StoredRevision)
}

const claims = 'EDITING#'

export const editorKey = (
  conferenceId: string,
  { block, sub, page }: Pick<Editor, 'block' | 'sub' | 'page'>,
): Key => ({
  pk: minutesPartition(conferenceId),
  sk: `${claims}${block}#${sub}#${page}`,
})

export const editorItem = (conferenceId: string, editor: Editor): Item => ({
  ...editor,
  ...editorKey(conferenceId, editor),
  type: 'minutes-editor',
  ttl: Math.ceil(Date.parse(editor.until) / 1000),
})

/** Those at work now. @param at UTC instant */
export const loadEditors = async (conferenceId: string, at: string): Promise<Editor[]> => {
  const found = await all({ pk: minutesPartition(conferenceId), begins: claims }, Editor)
  return found.filter(({ until }) => until > at)
}

const commentsUnder = 'COMMENT#'

const commentKey = (conferenceId: string, id: string): Key => ({
  pk: minutesPartition(conferenceId),
  sk: `${commentsUnder}${id}`,
})

export const commentItem = (conferenceId: string, comment: Comment): Item & { version: number } => ({
  ...comment,
  ...commentKey(conferenceId, comment.id),
  type: 'minutes-comment',
})

export const findComment = (conferenceId: string, id: string): Promise<Comment | undefined> =>
  load(commentKey(conferenceId, id), Comment)

/** The newest 500, oldest first. */
export const loadComments = async (conferenceId: string): Promise<Comment[]> => {
  const where = { pk: minutesPartition(conferenceId), begins: commentsUnder }
  return (await all({ ...where, newestFirst: true, limit: 500 }, Comment)).toReversed()
}

const earlierKey = (conferenceId: string, minutesId: string): Key => ({
  pk: minutesPartition(conferenceId),
  sk: `EARLIER#${minutesId}`,
})

/** A sealed version as it stood when an addendum was opened to it. */
export const earlierItem = (minutes: Minutes): Item => ({
  ...minutes,
  ...earlierKey(minutes.conferenceId, minutes.id),
  type: 'minutes-earlier',
})

export const findEarlier = (conferenceId: string, minutesId: string): Promise<Minutes | undefined> =>
  load(earlierKey(conferenceId, minutesId), Minutes)

const registerPartition = (unitId: string, year: number) => `REGISTER#minutes#${unitId}#${year}`

export const registerEntryItem = (entry: RegisterEntry): Item => ({
  ...entry,
  pk: registerPartition(entry.unitId, entry.year),
  sk: `NUMBER#${padded(entry.number)}`,
  type: 'register-entry',
})

/** Entries from a number on, in order: numbers given before entries were kept have none. */
export const loadRegisterEntries = async (
  unitId: string,
  year: number,
  { from, to }: { from: number; to: number },
): Promise<RegisterEntry[]> => {
  const between = { from: `NUMBER#${padded(from)}`, to: `NUMBER#${padded(to)}` }
  const { items } = await page({ pk: registerPartition(unitId, year), between }, RegisterEntry)
  return items
}
