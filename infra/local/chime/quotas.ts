// The account's quotas: a token bucket for each API, meetings at once, replicas of a primary.

export type Quotas = {
  /** Requests a second of each API of the account, and how many at once after a rest. */
  rate: number
  burst: number
  /** Meetings at once, replicas among them. */
  meetings: number
  /** Replicas of one primary; AWS raises it on request. */
  replicas: number
  /** Media pipelines at once in the region, whatever they do. */
  pipelines: number
}

/** What an account has before it asks for more. */
export const defaultQuotas: Quotas = { rate: 10, burst: 20, meetings: 250, replicas: 4, pipelines: 10 }

/** @param ms a clock that only runs forward, in milliseconds */
export const openBuckets = ({ rate, burst }: Quotas, ms: () => number) => {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return {
    /** @returns whether a request of that API goes through now */
    take: (api: string): boolean => {
      const at = ms()
      const before = buckets.get(api) ?? { tokens: burst, at }
      const tokens = Math.min(burst, before.tokens + ((at - before.at) / 1000) * rate)
      const through = tokens >= 1
      buckets.set(api, { tokens: through ? tokens - 1 : tokens, at })
      return through
    },
  }
}
export type Buckets = ReturnType<typeof openBuckets>
