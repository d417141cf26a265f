// Contributions as asked of the API.
import { queryOptions } from '@tanstack/react-query'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api } from '#web/lib/api.ts'

export const contributionsOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'contributions'],
    queryFn: async () =>
      (await api.conferences[':id'].contributions.$get({ param: { id }, query: {} })).json(),
    refetchInterval: 10_000,
  })

export const oneContribution = (id: string, ctb: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'contribution', ctb],
    queryFn: async () =>
      (await api.conferences[':id'].contributions[':ctb'].$get({ param: { id, ctb } })).json(),
    refetchInterval: 10_000,
  })
