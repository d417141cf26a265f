// Edit a conference's fields before it opens: a document, so only the version that was read may be replaced.

import { expectUnit } from '#functions/directory/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { type Operation, putNext } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { write } from '#functions/shared/write.ts'
import { conferenceItem, loadConference } from './entity.ts'
import { conferenceEdited } from './events.ts'
import { movedPoints } from './moved-points.ts'
import { edited } from './rules.ts'
import type { Conference, ConferenceInput } from './schema.ts'

/** With the conference and its event within a transaction's 100. */
const movesInTransaction = 90

/**
 * Points carry the date; up to 90 move with the conference in its own transaction. Of more the first ones move before
 * it: an edit cut short is completed by its repeat, for only the points that still have another date are moved.
 */
const movesTo = async (actor: Actor, before: Conference, next: Conference): Promise<Operation[]> => {
  if (before.startsAt === next.startsAt) return []
  const moves = await movedPoints(next)
  while (moves.length > movesInTransaction)
    await write(actor, next.id, ...moves.splice(0, movesInTransaction))
  return moves
}

/** @param version the version the editor read, from `If-Match` */
export const editConference = async (
  actor: Actor,
  id: string,
  version: number,
  input: ConferenceInput,
): Promise<Conference> => {
  const current = await loadConference(id)
  allow(actor, 'conference:edit', { conference: id, host: current.hostUnitId })
  if (input.hostUnitId !== current.hostUnitId) allow(actor, 'conference:draft', { host: input.hostUnitId })
  expectVersion(current.version, version)
  const next = edited(current, input)
  await expectUnit(input.hostUnitId, civilDay(input.startsAt), '/hostUnitId')
  const moves = await movesTo(actor, current, next)
  await write(actor, id, putNext(conferenceItem(next)), ...moves, emit(actor, conferenceEdited(next)))
  return next
}
