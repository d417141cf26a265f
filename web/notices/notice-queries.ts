// What was said to all points, as asked of the API.
import { infiniteQueryOptions } from '@tanstack/react-query'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api } from '#web/lib/api.ts'

/** Newest first; the first page is asked for again and again, for a notice is meant to be seen at once. */
export const noticesOf = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...conferenceKey(id), 'notices'],
    queryFn: async ({ pageParam }) =>
      (
        await api.conferences[':id'].notices.$get({
          param: { id },
          query: { limit: '10', ...(pageParam ? { cursor: pageParam } : {}) },
        })
      ).json(),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    refetchInterval: 10_000,
  })
