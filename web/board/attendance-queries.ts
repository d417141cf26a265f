// Attendance over the session as asked of the API: what was changes rarely, what is now comes with the board.
import { queryOptions } from '@tanstack/react-query'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api } from '#web/lib/api.ts'

export const seriesOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'attendance', 'over-time'],
    queryFn: async () =>
      (await api.conferences[':id'].attendance['over-time'].$get({ param: { id }, query: {} })).json(),
    refetchInterval: 60_000,
    staleTime: 30_000,
  })
