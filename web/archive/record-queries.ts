// One sealed record as asked of the API: its sheet, its annexes page by page, what a sentence rests on, a comparison.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { AnnexName } from '#functions/archive/sheet.schema.ts'
import { api, archive } from '#web/lib/api.ts'

/** What is sealed stays as it is; its place among later ones is asked again. */
export const sheetOf = (record: string) =>
  queryOptions({
    queryKey: ['archive', 'sheet', record],
    queryFn: async () => (await archive[':record'].sheet.$get({ param: { record } })).json(),
    staleTime: 60_000,
  })

export const annexOf = (record: string, annex: AnnexName, q: string) =>
  infiniteQueryOptions({
    queryKey: ['archive', 'annex', record, annex, q],
    queryFn: async ({ pageParam }) => {
      const query = { ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) }
      return (await archive[':record'].annexes[':annex'].$get({ param: { record, annex }, query })).json()
    },
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })

export const comparedWith = (record: string, other: string) =>
  queryOptions({
    queryKey: ['archive', 'compare', record, other],
    queryFn: async () =>
      (await archive[':record'].compare[':other'].$get({ param: { record, other } })).json(),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** What was recorded does not change: asked once. */
export const eventsBehind = (conference: string, events: readonly string[], asks: boolean) =>
  queryOptions({
    queryKey: ['evidence', conference, events.join()],
    queryFn: async () => {
      const query = { events: events.join() }
      return (await api.conferences[':id'].minutes.evidence.$get({ param: { id: conference }, query })).json()
    },
    staleTime: Number.POSITIVE_INFINITY,
    enabled: asks && events.length > 0,
  })
