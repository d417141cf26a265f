// How many codes a delegate may try: six digits are guessed by whoever may guess without end. Pure.
import * as z from 'zod'
import { Problem } from '#functions/shared/problem.ts'

/** So many wrong codes in so long a time. */
export const triesMost = 5
const triesMs = 5 * 60_000

/** When codes were tried, the oldest first: those of the last minutes are enough. */
export const Tries = z.object({ at: z.array(z.string()), version: z.number() })
export type Tries = z.infer<typeof Tries>

/**
 * The tries with this one, which is counted before its code is looked at: right ones count no more afterwards.
 * @param at now, UTC instant
 * @throws Problem `check-in-tries` with the seconds until the oldest of them counts no more
 */
export const withTry = (before: Tries | undefined, at: string): Tries => {
  const now = Date.parse(at)
  const counting = (before?.at ?? []).filter((one) => Date.parse(one) > now - triesMs)
  const [oldest] = counting
  if (oldest !== undefined && counting.length >= triesMost)
    throw new Problem('check-in-tries', {
      retryAfter: Math.ceil((Date.parse(oldest) + triesMs - now) / 1000),
    })
  return { at: [...counting, at], version: (before?.version ?? 0) + 1 }
}

/** Seconds since the epoch after which nothing of them counts. */
export const triesEnd = ({ at }: Tries): number => Math.ceil((Date.parse(at.at(-1) ?? '') + triesMs) / 1000)
