// Draft the minutes from the event log; again as often as wanted until they are submitted.
import { loadConference } from '#functions/conferences/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { allow } from '#functions/grants/allow.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId, newUlid } from '#functions/shared/new-id.ts'
import { Problem } from '#functions/shared/problem.ts'
import { type Item, type Operation, put, putNext, whileVersion } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { annexesOf } from './annex-list.rules.ts'
import { refsKnown } from './annex-refs.rules.ts'
import { blockItem, findMinutes, loadBlocks, minutesItem, minutesKey } from './entity.ts'
import { minutesDrafted } from './events.ts'
import { lateSince } from './late-since.ts'
import { compileBlocks, loadHistory } from './load-facts.ts'
import { compiledAnew } from './revisions.rules.ts'
import { closeOf, drafted, expectState, merged, redrafted } from './rules.ts'
import type { Block, Minutes, MinutesView } from './schema.ts'
import { settledAt } from './so-far.rules.ts'
import { viewOf } from './view.ts'
import type { StoredRevision } from './workflow.schema.ts'
import { revisionItem } from './workflow-entity.ts'

const perTransaction = 50

/** Items that mean nothing before the minutes point to them: they may be written in parts, and a crash leaves no trace. */
const writeParts = async (
  actor: Actor,
  { id }: Minutes,
  items: readonly Item[],
  ...only: Operation[]
): Promise<void> => {
  for (let start = 0; start < items.length; start += perTransaction)
    await write(withoutClaim(actor), id, ...only, ...items.slice(start, start + perTransaction).map(put))
}

/** The set of blocks that the minutes will point to. */
const writeBlocks = (actor: Actor, minutes: Minutes, blocks: readonly Block[]): Promise<void> =>
  writeParts(
    actor,
    minutes,
    blocks.map((block) => blockItem(minutes, block)),
  )

/**
 * Words that stood and stand no more. A wording newer than its block is none: see `revisionsOf`.
 * @param current the minutes in which they stood: an edit since has a wording of the same version, which stays
 * @throws Stale
 */
export const keepWords = (
  actor: Actor,
  current: Minutes,
  revisions: readonly StoredRevision[],
): Promise<void> =>
  writeParts(
    actor,
    current,
    revisions.map((revision) => revisionItem(current.conferenceId, revision)),
    whileVersion(minutesKey(current.conferenceId), current.version),
  )

/** The blocks of a new draft, and the words they take the place of. */
export const writeDraft = async (
  actor: Actor,
  next: Minutes,
  blocks: readonly Block[],
  stood?: { current: Minutes; before: readonly Block[] },
): Promise<void> => {
  await writeBlocks(actor, next, blocks)
  const made = { by: { sub: actor.sub, name: actor.name }, at: now().toISOString() }
  if (stood) await keepWords(actor, stood.current, compiledAnew(blocks, stood.before, made))
}

/**
 * What is younger than the settling is in no draft: one that is to tell of it waits those seconds.
 * @throws Problem `history-settling`
 */
const expectSettled = async (conference: Conference, reach: string): Promise<void> => {
  if (await lateSince(conference, reach)) throw new Problem('history-settling', { retryAfter: 1 })
}

/**
 * The blocks as the record gives them now, and what the minutes remember of that.
 * @param reaches an addendum's draft counts to now, a first version's to its horizon
 * @throws Problem `history-settling` when something an addendum must tell was recorded a moment ago
 */
export const compileNow = async (conference: Conference, reaches: boolean) => {
  const readTo = now()
  const reach = reaches ? { reach: settledAt(readTo).toISOString() } : {}
  if (reach.reach) await expectSettled(conference, reach.reach)
  const { facts } = await loadHistory(conference, readTo, reach.reach)
  const { blocks: fresh, compiled } = compileBlocks(facts)
  return { fresh, pointer: { generation: newUlid(), compiled, annexes: annexesOf(facts), ...reach } }
}

/** @throws Problem `conference-state` before the close, `minutes-state` after submission, `history-settling` */
export const draftMinutes = async (actor: Actor, conferenceId: string): Promise<MinutesView> => {
  const conference = await loadConference(conferenceId)
  allow(actor, 'minutes:draft', { conference: conferenceId, host: conference.hostUnitId })
  closeOf(conference)
  const current = await findMinutes(conferenceId)
  if (current) expectState(current, 'draft')
  const { fresh, pointer } = await compileNow(conference, current?.kind === 'addendum')
  const next = current ? redrafted(current, pointer) : drafted(newId('min'), conferenceId, pointer)
  const before = current ? refsKnown(await loadBlocks(current), current) : []
  const blocks = merged(fresh, before)
  await writeDraft(actor, next, blocks, current && { current, before })
  await write(actor, next.id, putNext(minutesItem(next)), emit(actor, minutesDrafted(next, blocks.length)))
  return viewOf(conference, next, blocks)
}
