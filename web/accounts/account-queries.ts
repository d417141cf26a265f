// Accounts as asked of the API.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { accounts } from '#web/lib/api.ts'

export const accountsKey = ['accounts'] as const

/** By how a user name or, with an @, an address begins; all of them without words. */
export const accountsFound = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...accountsKey, 'found', q],
    queryFn: async ({ pageParam }) =>
      (
        await accounts.$get({
          query: { ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        })
      ).json(),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
  })

export const oneAccount = (sub: string) =>
  queryOptions({
    queryKey: [...accountsKey, 'one', sub],
    queryFn: async () => (await accounts[':sub'].$get({ param: { sub } })).json(),
  })
