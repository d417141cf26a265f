// Open an addendum to sealed minutes: a new draft that reaches to now; the sealed version stays as it is.
import { findLink } from '#functions/archive/entity.ts'
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { Problem } from '#functions/shared/problem.ts'
import { put, putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { addendumTo, withdrawnAddendum } from './addendum.rules.ts'
import { refsKnown } from './annex-refs.rules.ts'
import { compileNow, writeDraft } from './draft-minutes.ts'
import { loadBlocks, loadMinutes, minutesItem } from './entity.ts'
import { addendumOpened, addendumWithdrawn } from './events.ts'
import { expectState, merged } from './rules.ts'
import type { Minutes, MinutesView } from './schema.ts'
import { viewOf } from './view.ts'
import type { AddendumInput } from './workflow.schema.ts'
import { earlierItem, findEarlier } from './workflow-entity.ts'

/** A seal that broke off is completed first: what it lacks is found by the current version alone. */
const expectSealComplete = async ({ seal }: Minutes): Promise<void> => {
  if (!seal) return
  const link = await findLink(seal.n)
  if (!link?.attestation) throw new Problem('seal-unfinished')
}

/** @throws Problem `minutes-missing`, `minutes-state` before the seal, `seal-unfinished`, `history-settling` */
export const openAddendum = async (
  actor: Actor,
  conferenceId: string,
  { reason }: AddendumInput,
): Promise<MinutesView> => {
  const conference = await loadConference(conferenceId)
  allow(actor, 'minutes:draft', { conference: conferenceId, host: conference.hostUnitId })
  const current = await loadMinutes(conferenceId)
  expectState(current, 'sealed')
  await expectSealComplete(current)
  const { fresh, pointer } = await compileNow(conference, true)
  const next = addendumTo(current, { id: newId('min'), reason, ...pointer })
  const before = refsKnown(await loadBlocks(current), current)
  const blocks = merged(fresh, before)
  await writeDraft(actor, next, blocks, { current, before })
  await write(
    actor,
    next.id,
    put(earlierItem(current)),
    putNext(minutesItem(next)),
    emit(actor, addendumOpened(next)),
  )
  return viewOf(conference, next, blocks)
}

/**
 * Opened by mistake: the sealed version is the current one again.
 * @throws Problem `minutes-state` once it was submitted, for it then has a number
 */
export const withdrawAddendum = async (actor: Actor, conferenceId: string): Promise<MinutesView> => {
  const conference = await loadConference(conferenceId)
  allow(actor, 'minutes:draft', { conference: conferenceId, host: conference.hostUnitId })
  const addendum = await loadMinutes(conferenceId)
  const last = addendum.earlier.at(-1)
  const before = last && (await findEarlier(conferenceId, last.minutesId))
  if (!before) throw new Problem('minutes-state', { detail: addendum.state })
  const next = withdrawnAddendum(addendum, before)
  await write(actor, next.id, putNext(minutesItem(next)), emit(actor, addendumWithdrawn(addendum)))
  return viewOf(conference, next, await loadBlocks(next))
}
