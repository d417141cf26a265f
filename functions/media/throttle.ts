// Keeps requests below the account's quota: a bucket of tokens for each API, for as long as this process lives.
import { setTimeout as pause } from 'node:timers/promises'

type Rate = { perSecond: number; burst: number }

/** @returns waits until a request of that API may be made; each waits behind those that asked before */
export const openThrottle = ({ perSecond, burst }: Rate) => {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return async (api: string): Promise<void> => {
    const at = performance.now()
    const before = buckets.get(api) ?? { tokens: burst, at }
    const tokens = Math.min(burst, before.tokens + ((at - before.at) / 1000) * perSecond) - 1
    buckets.set(api, { tokens, at })
    if (tokens < 0) await pause((-tokens / perSecond) * 1000)
  }
}
export type Throttle = ReturnType<typeof openThrottle>
