// Bridge points as asked of the API: the board of all, one in detail, its delegation.
import { queryOptions } from '@tanstack/react-query'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api } from '#web/lib/api.ts'

const one = api.conferences[':id']

export const boardOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'board'],
    queryFn: async () => (await one.board.$get({ param: { id } })).json(),
    refetchInterval: 5_000,
  })

export const pointOf = (id: string, point: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'point', point],
    queryFn: async () => (await one['bridge-points'][':point'].$get({ param: { id, point } })).json(),
    refetchInterval: 5_000,
  })

export const delegatesOf = (id: string, point: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'delegates', point],
    queryFn: async () =>
      (await one['bridge-points'][':point'].delegates.$get({ param: { id, point }, query: {} })).json(),
    refetchInterval: 15_000,
  })
