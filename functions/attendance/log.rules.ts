// A point's roll as its log tells it: the same for any order and repetition of events. Pure.
import {
  claimActOf,
  confirmationActsOf,
  type Logged,
  rejectionActOf,
  rollActOf,
  settledIn,
  settlementActOf,
} from './events.ts'
import { folded, foldedWhole, newRoll } from './fold.rules.ts'
import type { Roll, RollAct } from './roll.schema.ts'
import { type Lifecycle, rollWithin } from './standing.rules.ts'

type Held = { call: RollAct; event: string }

/** A roll in the making. */
export type RollDraft = {
  roll: Roll
  fold: typeof folded
  held: Held[]
  settled: Map<string, { at: string; holds: boolean }>
}

/** @param fold `foldedWhole` where every statement is asked for, not only what the table keeps */
export const newDraft = (conferenceId = '', pointId = '', fold = folded): RollDraft => ({
  roll: newRoll(conferenceId, pointId),
  fold,
  held: [],
  settled: new Map(),
})

/** A call under an ended grant waits for whether it was settled to hold. */
const noteCall = (draft: RollDraft, event: Logged): RollAct[] => {
  const { grantEnded, ...call } = rollActOf(event)
  if (!grantEnded) return [call]
  draft.held.push({ call, event: event.id })
  return []
}

const noteSettled = (draft: RollDraft, event: Logged): RollAct[] => {
  const { disagreement, chosen } = settledIn(event)
  const act = settlementActOf(event)
  if (disagreement.kind !== 'ended-grant') return act ? [act] : []
  for (const statement of disagreement.statements ?? []) {
    const before = draft.settled.get(statement.event)
    if (!before || event.id > before.at)
      draft.settled.set(statement.event, { at: event.id, holds: chosen === 'mark' })
  }
  return []
}

const actsOf = (draft: RollDraft, event: Logged): RollAct[] => {
  switch (event.name) {
    case 'roll-call.taken':
      return noteCall(draft, event)
    case 'check-in.confirmed':
      return confirmationActsOf(event)
    case 'check-in.claimed':
      return [claimActOf(event)]
    case 'check-in.rejected':
      return [rejectionActOf(event)]
    case 'disagreement.settled':
      return noteSettled(draft, event)
    default:
      return []
  }
}

/** Takes one event of the point into the draft; others leave it as it is. */
export const note = (draft: RollDraft, event: Logged): void => {
  draft.roll = actsOf(draft, event).reduce(draft.fold, draft.roll)
}

/** The roll of all events noted, in whatever order they came. @param lifecycle what they count as by the conference's life */
export const rollOf = ({ roll, fold, held, settled }: RollDraft, lifecycle?: Lifecycle): Roll => {
  const judged = held.filter(({ event }) => settled.get(event)?.holds).map(({ call }) => call)
  return rollWithin(judged.reduce(fold, roll), lifecycle)
}

const added = (draft: RollDraft, events: readonly Logged[], lifecycle?: Lifecycle): Roll => {
  for (const event of events) note(draft, event)
  return rollOf(draft, lifecycle)
}

/** The roll these events of one point add up to. */
export const rollIn = (
  events: readonly Logged[],
  conferenceId = '',
  pointId = '',
  lifecycle?: Lifecycle,
): Roll => added(newDraft(conferenceId, pointId), events, lifecycle)

/** The same with everything that was ever said. */
export const wholeRollIn = (events: readonly Logged[], lifecycle?: Lifecycle): Roll =>
  added(newDraft('', '', foldedWhole), events, lifecycle)
