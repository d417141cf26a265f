// The board as it is answered: every point's line, what they add up to, and which snapshot this is.
import * as z from 'zod'
import { BoardLine, PointState } from './schema.ts'

/** What all lines add up to. */
export const BoardTotals = z.object({
  points: z.number(),
  /** Points by state; a state no point is in is 0. */
  states: z.record(PointState, z.number()),
  /** Faults told and not ended, over all points. */
  faults: z.number(),
  expected: z.number(),
  /** Delegates marked present, in the room or online. */
  present: z.number(),
  online: z.number(),
  absent: z.number(),
  substituted: z.number(),
  unmarked: z.number(),
  /** People counted in the rooms. */
  heads: z.number(),
})
export type BoardTotals = z.infer<typeof BoardTotals>

export const BoardContent = z.object({ totals: BoardTotals, items: z.array(BoardLine) })
export type BoardContent = z.infer<typeof BoardContent>

/**
 * `number` only grows, and of two boards the one with the greater number holds; it begins at the second of the first
 * build, so that a store made anew goes on above what viewers hold. `builtAt` is when the rows were read: what happened
 * later is not in it.
 */
export const Board = z.object({ number: z.number(), builtAt: z.string() }).extend(BoardContent.shape)
export type Board = z.infer<typeof Board>
