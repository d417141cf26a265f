// The house clock: the only source of "now", so that a demonstration or a test can play a past afternoon.

/** One clock a process, whichever copy of this module asks: the built bundles, played on one machine, carry their own. */
const place: unique symbol = Symbol.for('diemcau.clock')
const house = globalThis as typeof globalThis & { [place]?: () => Date }

/** The present moment as every part of the system sees it. */
export const now = (): Date => house[place]?.() ?? new Date()

/**
 * Replaces the clock for demonstrations and tests.
 * @throws Error inside AWS, where time is never ours to set.
 */
export const setClock = (clock: () => Date): void => {
  if (process.env.AWS_LAMBDA_RUNTIME_API) throw new Error('The clock cannot be set inside AWS.')
  house[place] = clock
}
