// Who said what of whom, and when it holds: marks, the acts that made them, and the roll they add up to. Pure.
import * as z from 'zod'

/** `unmarked` takes a mark back: it was of somebody else, or nobody knows. */
export const MarkState = z.enum(['present', 'online', 'absent', 'substituted', 'unmarked'])
export type MarkState = z.infer<typeof MarkState>

/** Rehearsal before the session starts, attendance in it, late after it was closed: kept, and marked so. */
export const Standing = z.enum(['rehearsal', 'attendance', 'late'])
export type Standing = z.infer<typeof Standing>

/** Where a statement comes from and when it holds: what folds are ordered by. */
export const Stamp = z.object({
  at: z.string(),
  rank: z.number(),
  event: z.string(),
  standing: Standing,
  /** As records name whoever said it. */
  by: z.string().optional(),
  /** The account, and the tablet where it has several: the later word of one author replaces the earlier. */
  author: z.string().optional(),
  /** The newest event its author had seen: what came after was said without knowing of this, and this without that. */
  seen: z.string().optional(),
})
export type Stamp = z.infer<typeof Stamp>

export const Told = z.object({
  state: MarkState,
  reason: z.string().optional(),
  /** As records name whoever came instead. */
  substitute: z.string().optional(),
  /** The delegate who came instead, where it was one of the same point. */
  substituteId: z.string().optional(),
})
export type Told = z.infer<typeof Told>

export const Mark = z.object({ ...Stamp.shape, ...Told.shape })
export type Mark = z.infer<typeof Mark>

/** One statement about a point as its event holds it: a roll call, a check-in, what settled a disagreement. */
export const RollAct = z.object({
  ...Stamp.shape,
  /** Null where it was settled that nobody knows. */
  heads: z.number().nullable().optional(),
  marks: z.array(z.object({ delegateId: z.string(), ...Told.shape })),
  /** Settled: the roll as taken so far counts for nothing, or does again. */
  aside: z.boolean().optional(),
})
export type RollAct = z.infer<typeof RollAct>

const Heads = z.object({ ...Stamp.shape, count: z.number().nullable() })

/** A point's marks, a cached fold of what was said: delegate → the mark that holds. */
export const Roll = z.object({
  conferenceId: z.string(),
  pointId: z.string(),
  marks: z.record(z.string(), Mark),
  /** Delegate → what else was said of them, newest first: corrected marks, and those of other authors. */
  others: z.record(z.string(), z.array(Mark)),
  heads: Heads.optional(),
  /** The head count that was settled on. */
  agreedHeads: Heads.optional(),
  aside: z.object({ ...Stamp.shape, holds: z.boolean() }).optional(),
  version: z.number(),
})
export type Roll = z.infer<typeof Roll>

export const Counts = z.object({
  /** Delegates marked present, in the room or online. */
  present: z.number(),
  online: z.number(),
  absent: z.number(),
  substituted: z.number(),
  heads: z.number().optional(),
})
export type Counts = z.infer<typeof Counts>
