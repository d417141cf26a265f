// What lies beside a draft as asked of the API: evidence, wordings, comments, versions, printed pages.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api } from '#web/lib/api.ts'

const minutes = api.conferences[':id'].minutes

const keyOf = (id: string) => [...conferenceKey(id), 'minutes'] as const

/** What was recorded does not change: asked once. */
export const evidenceOf = (id: string, events: readonly string[]) =>
  queryOptions({
    queryKey: ['evidence', id, events.join()],
    queryFn: async () =>
      (await minutes.evidence.$get({ param: { id }, query: { events: events.join() } })).json(),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: events.length > 0,
  })

/** @param version of the block: another one has another row of wordings */
export const revisionsOf = (id: string, block: string, version: number) =>
  queryOptions({
    queryKey: [...keyOf(id), 'revisions', block, version],
    queryFn: async () => (await minutes.blocks[':block'].revisions.$get({ param: { id, block } })).json(),
    placeholderData: keepPreviousData,
  })

export const comparisonOf = (id: string, block: string, from: number, to: number) =>
  queryOptions({
    queryKey: [...keyOf(id), 'comparison', block, from, to],
    queryFn: async () =>
      (
        await minutes.blocks[':block'].revisions.compare.$get({
          param: { id, block },
          query: { from: String(from), to: String(to) },
        })
      ).json(),
    placeholderData: keepPreviousData,
  })

export const commentsKey = (id: string) => [...keyOf(id), 'comments'] as const

export const commentsOf = (id: string) =>
  queryOptions({
    queryKey: commentsKey(id),
    queryFn: async () => (await minutes.comments.$get({ param: { id } })).json(),
    refetchInterval: 10_000,
  })

export const historyOf = (id: string) =>
  queryOptions({
    queryKey: [...keyOf(id), 'history'],
    queryFn: async () => (await minutes.history.$get({ param: { id } })).json(),
  })
