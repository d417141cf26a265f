// What is asked of the API about conferences, and under which keys it is kept.
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api.ts'

/** Everything of one conference is kept under its key, so one act refreshes all of it. */
export const conferenceKey = (id: string) => ['conference', id] as const

export const myConferences = queryOptions({
  queryKey: ['conferences'],
  queryFn: async () => (await api.conferences.$get({ query: {} })).json(),
  refetchInterval: 15_000,
})

export const oneConference = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'itself'],
    queryFn: async () => (await api.conferences[':id'].$get({ param: { id } })).json(),
    refetchInterval: 5_000,
  })
