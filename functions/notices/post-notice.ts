// Say something to all points: "Giải lao 10 phút". An act: kept as said, in the log and in order.
import { loadConference } from '#functions/conferences/entity.ts'
import { readConference } from '#functions/conferences/read-conference.ts'
import { expectState } from '#functions/conferences/rules.ts'
import { expectNoStamp } from '#functions/conferences/secret.rules.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { putNew } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { loadPosting, pageOfPostings, postingItem } from './entity.ts'
import { noticePosted } from './events.ts'
import type { Posting, PostingInput } from './schema.ts'

/** @throws Problem `not-allowed`, `conference-state` before it is scheduled, `secret-grade-refused` */
export const postNotice = async (
  actor: Actor,
  conferenceId: string,
  input: PostingInput,
): Promise<Posting> => {
  const conference = await loadConference(conferenceId)
  allow(actor, 'notice:post', { conference: conferenceId, host: conference.hostUnitId })
  expectState(conference, ['scheduled', 'postponed', 'open', 'in-session', 'closed', 'cancelled'])
  expectNoStamp([['/text', input.text]])
  const posting: Posting = {
    ...input,
    id: newId('ntc'),
    conferenceId,
    by: { sub: actor.sub, personId: actor.personId, name: actor.name },
    at: now().toISOString(),
    version: 1,
  }
  await write(actor, posting.id, putNew(postingItem(posting)), emit(actor, noticePosted(posting)))
  return posting
}

/** What was said to all points, newest first. @param after the id of the last one already seen */
export const listPostings = async (
  actor: Actor,
  conferenceId: string,
  limit: number,
  after: string | undefined,
) => {
  await readConference(actor, conferenceId)
  const { items, next } = await pageOfPostings(conferenceId, limit, after)
  return { items, next: next && items.at(-1)?.id }
}

/** One of them, for the answer to a repeated request. */
export const readPosting = async (actor: Actor, conferenceId: string, id: string): Promise<Posting> => {
  await readConference(actor, conferenceId)
  return loadPosting(conferenceId, id)
}
