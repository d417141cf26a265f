// What is asked of the API about conferences, and under which keys it is kept.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api.ts'
import { holdConference } from '#web/lib/live/hold-conference.ts'
import { pace } from '#web/lib/live/status.ts'
import { through } from '#web/lib/live/tell.ts'
import { askedOf, type Sought } from './conference-list.ts'

/** Everything of one conference is kept under its key, so one act refreshes all of it. */
export const conferenceKey = (id: string) => ['conference', id] as const

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

export const oneConference = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'itself'],
    queryFn: async () => (await api.conferences[':id'].$get({ param: { id } })).json(),
    // Shown with every page of a conference: asked often enough to tell within five seconds that the screen is true.
    refetchInterval: pace(id, 4_000),
    structuralSharing: through(holdConference, 'hostUnitId'),
  })
