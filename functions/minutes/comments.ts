// Comments on blocks: made and resolved by whoever leads or writes the conference; in the log, never in the text.
import { loadConference } from '#functions/conferences/entity.ts'
import { readConference } from '#functions/conferences/read-conference.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { Problem } from '#functions/shared/problem.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { loadBlock, loadMinutes } from './entity.ts'
import { commentMade, commentResolved } from './events.ts'
import { expectState } from './rules.ts'
import type { Comment, CommentInput } from './workflow.schema.ts'
import { commentItem, findComment, loadComments } from './workflow-entity.ts'

/** What is sealed is not talked about any more: an addendum is. */
const openMinutes = async (actor: Actor, conferenceId: string) => {
  const { hostUnitId } = await loadConference(conferenceId)
  allow(actor, 'minutes:comment', { conference: conferenceId, host: hostUnitId })
  const minutes = await loadMinutes(conferenceId)
  expectState(minutes, 'draft', 'submitted', 'signed')
  return minutes
}

const byOf = ({ sub, name }: Actor) => ({ sub, name })

/** @throws Problem `minutes-missing`, `minutes-state` once sealed, `not-found` */
export const commentBlock = async (
  actor: Actor,
  at: { id: string; block: string },
  { text }: CommentInput,
): Promise<Comment> => {
  const minutes = await openMinutes(actor, at.id)
  const { id: block } = await loadBlock(minutes, at.block)
  const comment: Comment = {
    id: newId('cmt'),
    minutesId: minutes.id,
    block,
    text,
    by: byOf(actor),
    at: now().toISOString(),
    version: 1,
  }
  await write(
    actor,
    comment.id,
    putNext(commentItem(at.id, comment)),
    emit(actor, commentMade(minutes, comment)),
  )
  return comment
}

const loadComment = async (conferenceId: string, id: string): Promise<Comment> => {
  const comment = await findComment(conferenceId, id)
  if (!comment) throw new Problem('not-found')
  return comment
}

/** Once is enough: a second time answers who resolved it first. @throws Problem `minutes-state`, `not-found` */
export const resolveComment = async (actor: Actor, at: { id: string; comment: string }): Promise<Comment> => {
  const minutes = await openMinutes(actor, at.id)
  const comment = await loadComment(at.id, at.comment)
  if (comment.resolved) return comment
  const resolved = { by: byOf(actor), at: now().toISOString() }
  const next: Comment = { ...comment, resolved, version: comment.version + 1 }
  await write(actor, next.id, putNext(commentItem(at.id, next)), emit(actor, commentResolved(minutes, next)))
  return next
}

/** The comment a repeated request was answered with. */
export const commentAgain = async (actor: Actor, conferenceId: string, id: string): Promise<Comment> => {
  await readConference(actor, conferenceId, 'minutes:comment')
  return loadComment(conferenceId, id)
}

/** @throws Problem `not-allowed` */
export const readComments = async (actor: Actor, conferenceId: string): Promise<Comment[]> => {
  await readConference(actor, conferenceId, 'minutes:read')
  return loadComments(conferenceId)
}
