// The archive as asked of the API: what is found, one record, its check.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { archive, searching } from '#web/lib/api.ts'
import type { Sought } from './sought.ts'

/** Midnight of a civil day in Việt Nam, as the instant it is. */
export const instantOf = (day: string) => new Date(`${day}T00:00:00+07:00`).toISOString()

/** What was just sealed is found a few seconds later: whoever finds nothing looks again. */
const againMs = 5_000

export const archiveFound = ({ from, to, related, ...words }: Sought) =>
  infiniteQueryOptions({
    queryKey: ['archive', 'found', { from, to, related, ...words }],
    queryFn: async ({ pageParam, signal }) => {
      const told = Object.entries(words).filter(([, value]) => value)
      const query = {
        ...Object.fromEntries(told),
        ...(from ? { from: instantOf(from) } : {}),
        ...(to ? { to: instantOf(to) } : {}),
        ...(related === 'no' ? { related: 'false' } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      }
      return (await searching.archive.search.$get({ query }, { init: { signal } })).json()
    },
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.total === 0 ? againMs : false),
  })

/** Asked only when a person asks: a check is made now, not remembered. */
export const verificationOf = (record: string) =>
  queryOptions({
    queryKey: ['archive', 'verification', record],
    queryFn: async () => (await archive[':record'].verify.$get({ param: { record } })).json(),
    enabled: false,
    gcTime: 0,
  })
