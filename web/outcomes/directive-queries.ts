// Directives as asked of the API across conferences, and what was said of one since.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import type { DirectivesSought } from './directives-sought.ts'

const directivesKey = ['directives'] as const

export const directivesSought = (sought: DirectivesSought) =>
  infiniteQueryOptions({
    queryKey: [...directivesKey, sought],
    queryFn: async ({ pageParam }) =>
      (
        await api.directives.$get({ query: { ...sought, ...(pageParam ? { cursor: pageParam } : {}) } })
      ).json(),
    enabled: Boolean(sought.unit ?? sought.host),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  })

export const progressOf = (id: string, item: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'outcomes', 'progress', item],
    queryFn: async () =>
      (await api.conferences[':id'].directives[':item'].progress.$get({ param: { id, item } })).json(),
    refetchInterval: 30_000,
  })

type Report = { state: 'in-progress' | 'done' | 'not-done'; note?: string; unitId?: string }

export const useReportProgress = (id: string, item: string) =>
  useAct(
    (json: Report, key) =>
      api.conferences[':id'].directives[':item'].progress.$post({ param: { id, item }, json }, intent(key)),
    [conferenceKey(id), directivesKey],
  )
