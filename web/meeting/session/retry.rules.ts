// How long to wait before sitting down again: longer each time, and never everybody in the same moment. Pure.

const firstMs = 1_000
const mostMs = 15_000

/** @param attempt 0 the first @param random 0 to 1, of the page's own */
export const retryMs = (attempt: number, random: number): number => {
  const longest = Math.min(mostMs, firstMs * 2 ** attempt)
  return Math.round(longest / 2 + (longest / 2) * random)
}

/** What was told to wait so long waits that and a little more, each page differently. */
export const spreadMs = (seconds: number, random: number): number =>
  Math.round(seconds * 1_000 * (1 + random * 0.5))

/** Whole seconds until a moment; 0 once it is past. */
export const secondsUntil = (at: number, now: number): number => Math.max(0, Math.ceil((at - now) / 1_000))
