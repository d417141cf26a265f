// What attendance announces, and how an act is read back from its event.
import * as z from 'zod'
import type { CheckIn } from './check-ins.schema.ts'
import { Disagreement, Effect, type Raised, type Settlement } from './disagreements.schema.ts'
import { sourceRank } from './fold.rules.ts'
import { MarkState, type RollAct, Standing } from './roll.schema.ts'

type Where = { id: string; conferenceId: string }

/** How a call was made: from which tablet, in knowledge of what, under a grant that ended when. */
export type Manner = {
  device?: string | undefined
  seen?: string | undefined
  /** When the grant ended under which this was done, where it has: then the call is kept and not counted. */
  grantEnded?: string | undefined
}

const toldMarks = (marks: RollAct['marks']) =>
  marks.map(({ delegateId, state, reason, substitute, substituteId }) => ({
    delegateId,
    mark: state,
    reason,
    substitute,
    substituteId,
  }))

const atPoint = <N extends `${string}.${string}`>(
  name: N,
  { id, conferenceId }: Where,
  data: Record<string, unknown>,
) => ({ name, scope: conferenceId, subject: id, point: id, data })

type Speaking = 'secretariat' | 'operator'

/** One event for all marks of a call. What it stands for follows from when it holds, and is added by `standing`. */
export const rollCallTaken = (
  point: Where,
  source: Speaking,
  { marks, heads }: Pick<RollAct, 'marks' | 'heads'>,
  manner: Manner = {},
) => atPoint('roll-call.taken', point, { source, heads, ...manner, marks: toldMarks(marks) })

/** A delegate says to be there: a claim, which marks nobody. */
export const checkInClaimed = (point: Where, delegateId: string) =>
  atPoint('check-in.claimed', point, { delegateId })

/** Claims found true: the delegates are marked, on the word of whoever confirms. */
export const checkInsConfirmed = (point: Where, source: Speaking, marks: RollAct['marks']) =>
  atPoint('check-in.confirmed', point, { source, marks: toldMarks(marks) })

/** Claims found untrue. */
export const checkInsRejected = (point: Where, delegateIds: readonly string[], reason: string) =>
  atPoint('check-in.rejected', point, { delegateIds, reason })

type Settled = Pick<Settlement, 'disagreement' | 'chosen' | 'reason'> & { effect?: Effect | undefined }

/** A disagreement was settled: the statements as they stood, the choice and why, and what it makes of the roll. */
export const disagreementSettled = (
  conferenceId: string,
  { disagreement, chosen, reason, effect }: Settled,
) => ({
  name: 'disagreement.settled' as const,
  scope: conferenceId,
  subject: disagreement.id,
  point: disagreement.pointId,
  data: { kind: disagreement.kind, pointId: disagreement.pointId, disagreement, chosen, reason, effect },
})

/** Documents disagree, or no longer do. */
export const disagreementRaised = ({ conferenceId, disagreement, withdrawn }: Raised) => ({
  name: withdrawn ? ('disagreement.withdrawn' as const) : ('disagreement.raised' as const),
  scope: conferenceId,
  subject: disagreement.id,
  point: disagreement.pointId,
  data: { disagreement },
})

const ToldMark = z
  .object({
    delegateId: z.string(),
    mark: MarkState,
    reason: z.string().optional(),
    substitute: z.string().optional(),
    substituteId: z.string().optional(),
  })
  .transform(({ mark, ...rest }) => ({ ...rest, state: mark }))

const Taken = z.object({
  source: z.enum(['secretariat', 'operator']),
  standing: Standing,
  heads: z.number().optional(),
  device: z.string().optional(),
  seen: z.string().optional(),
  grantEnded: z.string().optional(),
  marks: z.array(ToldMark),
})
const Claimed = z.object({ standing: Standing, delegateId: z.string() })
const Rejected = z.object({ standing: Standing, delegateIds: z.array(z.string()) })
const SettledData = z.object({
  disagreement: Disagreement,
  chosen: z.string(),
  reason: z.string(),
  effect: Effect.optional(),
})

/** An event as the log holds it. */
export type Logged = {
  id: string
  name: string
  point?: string | undefined
  effectiveAt: string
  by: { name: string; sub?: string | undefined }
  data: Record<string, unknown>
}

const stampOf = ({ id, effectiveAt, by }: Logged) => ({ at: effectiveAt, event: id, by: by.name })

/** The call that a `roll-call.taken` or `check-in.confirmed` event records. */
export const rollActOf = (event: Logged): RollAct & Pick<Manner, 'grantEnded'> => {
  const { source, device, ...taken } = Taken.parse(event.data)
  const author = [event.by.sub, device].filter(Boolean).join(' ')
  return { ...taken, ...stampOf(event), rank: sourceRank[source], ...(author ? { author } : {}) }
}

const checkInAct = (
  event: Logged,
  delegateIds: readonly string[],
  state: 'present' | 'unmarked',
  standing: Standing,
): RollAct => ({
  ...stampOf(event),
  rank: sourceRank['check-in'],
  standing,
  author: 'check-in',
  marks: delegateIds.map((delegateId) => ({ delegateId, state })),
})

/** What somebody's claim says, as the roll remembers it beside the marks. */
export const claimActOf = (event: Logged): RollAct => {
  const { delegateId, standing } = Claimed.parse(event.data)
  return checkInAct(event, [delegateId], 'present', standing)
}

/** The same from the check-in as it is kept. */
export const claimOf = ({ delegateId, at, event, standing, display }: CheckIn): RollAct => ({
  at,
  event,
  by: display,
  rank: sourceRank['check-in'],
  standing,
  author: 'check-in',
  marks: [{ delegateId, state: 'present' }],
})

/** A rejected claim says nothing any more. */
export const rejectionActOf = (event: Logged): RollAct => {
  const { delegateIds, standing } = Rejected.parse(event.data)
  return checkInAct(event, delegateIds, 'unmarked', standing)
}

/** Whoever confirms marks the delegates, and the claims say nothing beside that any more. */
export const confirmationActsOf = (event: Logged): RollAct[] => {
  const { grantEnded: _, ...act } = rollActOf(event)
  const ids = act.marks.map(({ delegateId }) => delegateId)
  return [act, checkInAct(event, ids, 'unmarked', act.standing)]
}

/** What a `disagreement.settled` event tells. */
export const settledIn = ({ data }: Logged) => SettledData.parse(data)

/** What a settlement makes of the roll, if it changes it. */
export const settlementActOf = (event: Logged): RollAct | undefined => {
  const { effect } = settledIn(event)
  if (!effect) return undefined
  const standing = 'attendance' as const
  return { ...effect, ...stampOf(event), rank: sourceRank.settlement, standing, author: 'settlement' }
}

const Found = z.object({ disagreement: Disagreement })

/** The disagreement that a `disagreement.raised` or `disagreement.withdrawn` event is about. */
export const raisedIn = ({ data }: Logged): Disagreement => Found.parse(data).disagreement
