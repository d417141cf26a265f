// Asks the API anew for what a message told of but did not carry: at most once a second per query.
import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'

const everyMs = 1_000

export type Refetching = {
  /** @param spreadMs waits up to so long more, so that not every screen asks in the same moment */
  one(key: QueryKey, spreadMs?: number): void
  /** Of all queries those that show it. */
  where(shows: (key: QueryKey) => boolean, spreadMs?: number): void
  stop(): void
}

export const openRefetching = (client: QueryClient): Refetching => {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>()
  const last = new Map<string, number>()
  const one = (queryKey: QueryKey, spreadMs = 0) => {
    const hash = hashKey(queryKey)
    if (waiting.has(hash)) return
    const rest = Math.max(0, (last.get(hash) ?? 0) + everyMs - Date.now())
    const run = () => {
      waiting.delete(hash)
      last.set(hash, Date.now())
      void client.invalidateQueries({ queryKey, exact: true })
    }
    waiting.set(hash, setTimeout(run, rest + Math.random() * spreadMs))
  }
  return {
    one,
    where: (shows, spreadMs) => {
      for (const { queryKey } of client.getQueryCache().getAll()) if (shows(queryKey)) one(queryKey, spreadMs)
    },
    stop: () => {
      for (const timer of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
