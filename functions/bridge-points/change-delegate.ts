// Change one delegate before or during the session: other words, withdrawn, or another in their place.
import type { Conference } from '#functions/conferences/schema.ts'
import { loadPersons } from '#functions/directory/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { putNew, putNext } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { answerColumns, withoutDelegate } from './answers.rules.ts'
import type { Answers } from './answers.schema.ts'
import { atPoint } from './at-point.ts'
import { delegateEdited, delegateSubstituted, delegateWithdrawn } from './delegates.events.ts'
import {
  editedDelegate,
  expectNewcomers,
  newDelegate,
  substituted,
  withdrawnDelegate,
} from './delegates.rules.ts'
import type { DelegateInput, StoredDelegate, Substitution, Withdrawal } from './delegates.schema.ts'
import {
  answersItem,
  delegateItem,
  loadAnswers,
  loadDelegate,
  loadDelegates,
  pointItem,
  setColumns,
} from './entity.ts'
import { expectBeforeSession, expectOpenList } from './points.rules.ts'
import type { Point } from './stored.schema.ts'

type Place = { id: string; point: string; delegate: string }

const load = async (
  actor: Actor,
  { id, point: pointId, delegate: delegateId }: Place,
  act: 'delegates:write' | 'delegates:answer' = 'delegates:write',
) => {
  const at = await atPoint(actor, act, id, pointId, delegateId)
  const [delegate, listed, answers] = await Promise.all([
    loadDelegate(id, pointId, delegateId),
    loadDelegates(id, pointId),
    loadAnswers(id, pointId),
  ])
  return { ...at, delegate, others: listed.filter((other) => other.id !== delegateId), answers }
}

/** The person named, as they are on the day of the conference. */
const personOf = async (
  { startsAt }: Conference,
  input: DelegateInput,
  others: Parameters<typeof expectNewcomers>[2],
  pointer: string,
) => {
  const found = await loadPersons(input.personId ? [input.personId] : [], civilDay(startsAt))
  expectNewcomers([input], new Map(found.map((person) => [person.id, person])), others, () => pointer)
  return found[0]
}

/**
 * @param version the version the editor read, from `If-Match`
 * @throws Problem `delegate-withdrawn`, `person-unknown`, `already-exists`, `stale-version`
 */
export const editDelegate = async (
  actor: Actor,
  place: Place,
  version: number,
  input: DelegateInput,
): Promise<StoredDelegate> => {
  const { conference, point, delegate, others } = await load(actor, place)
  expectOpenList(conference, point)
  expectVersion(delegate.version, version)
  const next = editedDelegate(delegate, input, await personOf(conference, input, others, '/personId'))
  const event = emit(actor, delegateEdited(point, delegate, next))
  await write(actor, next.id, putNext(delegateItem(next)), event)
  return next
}

/** The point's new list, its row's counts, and its answers without that of whoever left it. */
const listWith = (point: Point, answers: Answers, delegateIds: string[], gone: string) => {
  const { [gone]: _, ...given } = answers.given
  const columns = { listed: delegateIds.length, ...answerColumns({ given }, delegateIds) }
  return [
    putNext(pointItem({ ...point, delegateIds, version: point.version + 1 })),
    putNext(answersItem({ ...answers, given, version: answers.version + 1 })),
    setColumns(point, columns),
  ]
}

const toldBy = (actor: Actor, reason: string) => ({ at: now().toISOString(), by: actor.name, reason })

/** @throws Problem `delegate-withdrawn`, and `conference-state` once the session has begun */
export const withdrawDelegate = (
  actor: Actor,
  place: Place,
  { reason }: Withdrawal,
): Promise<StoredDelegate> =>
  persisting(async () => {
    const { conference, point, delegate, answers } = await load(actor, place)
    expectBeforeSession(conference, point)
    const gone = withdrawnDelegate(delegate, toldBy(actor, reason))
    await write(
      actor,
      gone.id,
      putNext(delegateItem(gone)),
      ...listWith(point, answers, withoutDelegate(point.delegateIds, gone.id), gone.id),
      emit(actor, delegateWithdrawn(point, gone)),
    )
    return gone
  })

/**
 * Names another in a delegate's place, who takes their place in the list; what was stays to be seen.
 * @returns the substitute
 * @throws Problem `delegate-withdrawn`, `person-unknown`, `already-exists`, and `conference-state` in session
 */
export const substituteDelegate = (
  actor: Actor,
  place: Place,
  { delegate: input, reason }: Substitution,
): Promise<StoredDelegate> => {
  const newcomer = newId('dlg')
  return persisting(async () => {
    const { conference, point, delegate, others, answers } = await load(actor, place, 'delegates:answer')
    expectBeforeSession(conference, point)
    const person = await personOf(conference, input, others, '/delegate/personId')
    const entered = newDelegate(newcomer, point, input, person)
    const { gone, substitute } = substituted(delegate, entered, toldBy(actor, reason))
    const delegateIds = point.delegateIds.map((id) => (id === gone.id ? substitute.id : id))
    await write(
      actor,
      substitute.id,
      putNext(delegateItem(gone)),
      putNew(delegateItem(substitute)),
      ...listWith(point, answers, delegateIds, gone.id),
      emit(actor, delegateSubstituted(point, gone, substitute)),
    )
    return substitute
  })
}
