// Attendance over time: how a series is asked for, and what it tells.
import * as z from 'zod'

/** A screen draws no more moments than this, and an answer stays small. */
export const momentsMost = 200

export const SeriesQuery = z.strictObject({
  /** Seconds from one moment to the next; rounded up, and longer where the session would need more than 200 of them. */
  step: z.coerce.number().int().min(10).max(3600).default(60),
})

const SeriesMoment = z.object({
  at: z.string(),
  points: z.number(),
  expected: z.number(),
  present: z.number(),
  absent: z.number(),
  substituted: z.number(),
  heads: z.number(),
})
export type SeriesMoment = z.infer<typeof SeriesMoment>

/** From the start of the session to its close, or to now; none before it has started. */
export const Series = z.object({ step: z.number(), items: z.array(SeriesMoment) })
export type Series = z.infer<typeof Series>
