// Edit a conference's fields before it opens: a document, so only the version that was read may be replaced.

import { expectUnit } from '#functions/directory/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { type Operation, putNext } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { conferenceItem, loadConference } from './entity.ts'
import { conferenceEdited } from './events.ts'
import { movedPoints } from './moved-points.ts'
import { edited } from './rules.ts'
import type { Conference, ConferenceInput } from './schema.ts'

/** With the conference and its event within a transaction's 100. */
const movesInTransaction = 90

/** Writes all but the last operations that one transaction holds, and returns those. */
const writeAllButLast = async (actor: Actor, id: string, moves: Operation[]): Promise<Operation[]> => {
  const left = [...moves]
  while (left.length > movesInTransaction) await write(actor, id, ...left.splice(0, movesInTransaction))
  return left
}

/**
 * Points carry the date; up to 90 move with the conference in its own transaction. Of more the first ones move before
 * it: an edit cut short is completed by its repeat, for only the points that still have another date are moved.
 */
const movesTo = async (actor: Actor, before: Conference, next: Conference): Promise<Operation[]> =>
  before.startsAt === next.startsAt ? [] : writeAllButLast(actor, next.id, await movedPoints(next))

/**
 * Moves the points that were given between our look at them and our write. None can come after it with the old date:
 * they are given on condition of the conference's version.
 */
const moveLateComers = (actor: Actor, id: string): Promise<void> =>
  persisting(async () => {
    const late = await writeAllButLast(actor, id, await movedPoints(await loadConference(id)))
    if (late.length > 0) await write(actor, id, ...late)
  })

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
  if (current.startsAt !== next.startsAt) await moveLateComers(actor, id)
  return next
}
