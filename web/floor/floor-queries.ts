// The floor as asked of the API, refetched often: it changes by the minute.
import { queryOptions } from '@tanstack/react-query'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api } from '#web/lib/api.ts'

export const floorOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'floor'],
    queryFn: async () => (await api.conferences[':id'].floor.$get({ param: { id } })).json(),
    refetchInterval: 3_000,
  })
