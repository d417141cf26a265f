// How the meeting room of a conference stands, for all who may read the conference.
import { queryOptions } from '@tanstack/react-query'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api } from '#web/lib/api.ts'
import { pace } from '#web/lib/live/status.ts'

export const roomOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'room'],
    queryFn: async () => (await api.conferences[':id'].room.$get({ param: { id } })).json(),
    refetchInterval: pace(id, 5_000),
  })
