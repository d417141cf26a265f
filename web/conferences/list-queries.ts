// The lists of conferences as asked of the API: apart, for the first page needs nothing of one conference.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api.ts'
import { askedOf, type Sought } from './conference-list.ts'

/** Every list of conferences is kept under this key. */
const listsKey = ['conferences'] as const

const page = '50'

/** The conferences of whoever asks, newest first, page by page. */
export const conferencesSought = (sought: Sought) =>
  infiniteQueryOptions({
    queryKey: [...listsKey, sought],
    queryFn: async ({ pageParam }) =>
      (
        await api.conferences.$get({
          query: { ...askedOf(sought), limit: page, ...(pageParam ? { cursor: pageParam } : {}) },
        })
      ).json(),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  })

export const myConferences = queryOptions({
  queryKey: listsKey,
  queryFn: async () => (await api.conferences.$get({ query: {} })).json(),
  refetchInterval: 15_000,
})
