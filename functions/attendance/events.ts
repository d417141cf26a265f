// What attendance announces, and how a roll call is read back from its event.
import * as z from 'zod'
import { type Source, sourceRank } from './rules.ts'
import { MarkState, type RollAct, type Settlement, Standing } from './schema.ts'

type Where = { id: string; conferenceId: string }

/** One event for all marks of a call. What it stands for follows from when it holds, and is added by `standing`. */
export const rollCallTaken = (
  { id, conferenceId }: Where,
  source: Source,
  { marks, heads }: Pick<RollAct, 'marks' | 'heads'>,
) => ({
  name: 'roll-call.taken' as const,
  scope: conferenceId,
  subject: id,
  point: id,
  data: {
    source,
    heads,
    marks: marks.map(({ delegateId, state, reason, substitute }) => ({
      delegateId,
      mark: state,
      reason,
      substitute,
    })),
  },
})

const Taken = z.object({
  source: z.enum(['secretariat', 'operator']),
  standing: Standing,
  heads: z.number().optional(),
  marks: z.array(
    z
      .object({
        delegateId: z.string(),
        mark: MarkState,
        reason: z.string().optional(),
        substitute: z.string().optional(),
      })
      .transform(({ mark, ...rest }) => ({ ...rest, state: mark })),
  ),
})

type Logged = { id: string; effectiveAt: string; data: Record<string, unknown> }

/** The roll call that a `roll-call.taken` event records. */
export const rollActOf = ({ id, effectiveAt, data }: Logged): RollAct => {
  const { source, ...taken } = Taken.parse(data)
  return { ...taken, at: effectiveAt, event: id, rank: sourceRank[source] }
}

/** A disagreement was settled: the figures as they stood, the choice and why. */
export const disagreementSettled = (
  conferenceId: string,
  { disagreement, chosen, reason }: Pick<Settlement, 'disagreement' | 'chosen' | 'reason'>,
) => ({
  name: 'disagreement.settled' as const,
  scope: conferenceId,
  subject: disagreement.id,
  point: disagreement.pointId,
  data: { kind: disagreement.kind, pointId: disagreement.pointId, disagreement, chosen, reason },
})
