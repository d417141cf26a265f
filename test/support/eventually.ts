// Waits for what comes about in its own time: an index that follows, a consumer behind a stream.
import { vi } from 'vitest'

/** Only a failure waits this long. */
const patienceMs = 15_000

/** Resolves with what `look` returns once it no longer throws. */
export const eventually = <T>(
  look: () => T | Promise<T>,
  { timeout = patienceMs, interval = 25 }: { timeout?: number; interval?: number } = {},
): Promise<T> => vi.waitFor(look, { timeout, interval })
