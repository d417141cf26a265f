// Submit the minutes for signing: the horizon is fixed, a number is taken, the text is frozen.
import { conferenceKey, loadConference } from '#functions/conferences/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { allow } from '#functions/grants/allow.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { digestOfContents, digestOfIds } from '#functions/shared/event-digest.ts'
import { emit, type RecordedEvent } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { type Operation, put, putNew, putNext, whileVersion } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import { write } from '#functions/shared/write.ts'
import { toldOf } from './addendum.rules.ts'
import { frozenItems, lastNumber, loadBlocks, loadMinutes, minutesItem, registerItem } from './entity.ts'
import { minutesSubmitted } from './events.ts'
import { lateSince } from './late-since.ts'
import { compileBlocks, type History, loadHistory } from './load-facts.ts'
import { registerNumber } from './register.rules.ts'
import { closeOf, expectGraceOver, expectState, horizonEnd, submitted } from './rules.ts'
import type { Block, Horizon, Minutes, MinutesView, RegisterNumber } from './schema.ts'
import { settledAt } from './so-far.rules.ts'
import { minutesText } from './text.rules.ts'
import { viewOf } from './view.ts'
import { registerEntryItem } from './workflow-entity.ts'

const horizonOf = (events: readonly RecordedEvent[], until: string): Horizon => ({
  until,
  count: events.length,
  digest: digestOfIds(events.map(({ id }) => id)),
  contents: digestOfContents(events),
})

/** The number these minutes have, or the next of the host's register of this civil year. */
const numberFor = async (minutes: Minutes, { facts }: History): Promise<RegisterNumber> => {
  if (minutes.number) return minutes.number
  const { hostUnitId } = facts.conference
  const year = Number(civilDay(now().toISOString()).slice(0, 4))
  const last = await lastNumber(hostUnitId, year)
  return registerNumber(hostUnitId, facts.unitName(hostUnitId), year, last + 1)
}

/** @throws Problem `minutes-behind`, `disagreement-unsettled` */
const expectComplete = (minutes: Minutes, { facts, unsettled }: History): void => {
  if (unsettled > 0) throw new Problem('disagreement-unsettled', { detail: String(unsettled) })
  // Drafted before texts listed their annexes, it knows none of the numbers that its text would give them.
  if (!minutes.annexes || compileBlocks(facts).compiled !== minutes.compiled)
    throw new Problem('minutes-behind')
}

/** An addendum tells of all there is to tell. @throws Problem `minutes-behind` */
const expectReached = async (conference: Conference, { reach }: Minutes): Promise<void> => {
  if (reach && (await lateSince(conference, reach))) throw new Problem('minutes-behind')
}

/** @returns what takes the number, and says to whom; nothing for minutes that have theirs */
const takeNumber = (minutes: Minutes, number: RegisterNumber, title: string[]): Operation[] => {
  if (minutes.number) return []
  const { conferenceId, id: minutesId } = minutes
  const addendum = minutes.supersedes ? { supersedes: minutes.supersedes.number } : {}
  const entry = { ...number, conferenceId, minutesId, title, ...addendum, takenAt: now().toISOString() }
  return [putNext(registerItem(number.unitId, number.year, number.number)), putNew(registerEntryItem(entry))]
}

const freeze = (minutes: Minutes, history: History, number: RegisterNumber, blocks: Block[]) => {
  const { facts, events } = history
  const horizon = horizonOf(events, minutes.reach ?? horizonEnd(closeOf(facts.conference)))
  const { id, supersedes } = minutes
  const text = minutesText({ ...history, id, supersedes, number, blocks, horizon })
  return { bytes: canonicalBytes(text), horizon, annexes: text.annexes }
}

/** The frozen bytes lie under their own digest: written before the minutes point to them, they harm nobody alone. */
const keepFrozen = async (actor: Actor, { id }: Minutes, bytes: Buffer): Promise<void> => {
  for (const item of frozenItems(bytes)) await write(withoutClaim(actor), id, put(item))
}

const submit = async (actor: Actor, conference: Conference): Promise<MinutesView> => {
  const minutes = await loadMinutes(conference.id)
  expectState(minutes, 'draft')
  expectGraceOver(closeOf(conference), now().toISOString())
  await expectReached(conference, minutes)
  const readTo = now()
  const history = await loadHistory(conference, readTo, minutes.reach)
  expectComplete(minutes, history)
  const [number, blocks] = await Promise.all([numberFor(minutes, history), loadBlocks(minutes)])
  const { bytes, horizon, annexes } = freeze(minutes, history, number, blocks)
  await keepFrozen(actor, minutes, bytes)
  const next = submitted(minutes, {
    digest: sha256(bytes),
    horizon,
    annexes,
    number,
    submittedAt: now().toISOString(),
    told: toldOf(history.since, settledAt(readTo).toISOString()),
  })
  await write(
    actor,
    next.id,
    putNext(minutesItem(next)),
    ...takeNumber(minutes, number, conference.title),
    whileVersion(conferenceKey(conference.id), conference.version),
    emit(actor, minutesSubmitted(next)),
  )
  return viewOf(conference, next, blocks)
}

/**
 * @throws Problem `minutes-state`, `grace-running`, `disagreement-unsettled`
 * @throws Problem `minutes-behind` when something within the horizon came after the last draft
 */
export const submitMinutes = async (actor: Actor, conferenceId: string): Promise<MinutesView> => {
  const conference = await loadConference(conferenceId)
  allow(actor, 'minutes:submit', { conference: conferenceId, host: conference.hostUnitId })
  return submit(actor, conference)
}
