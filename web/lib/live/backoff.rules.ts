// How long to wait before connecting again: full jitter, so that thousands of screens do not come back at once. Pure.
const firstMs = 1_000
const mostMs = 20_000

/** @param attempt 0 for the first after a loss @param chance from 0 to 1 */
export const waitMs = (attempt: number, chance: number): number =>
  chance * Math.min(mostMs, firstMs * 2 ** Math.min(attempt, 10))
