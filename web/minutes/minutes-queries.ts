// The minutes of a conference as asked of the API.
import { queryOptions } from '@tanstack/react-query'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api } from '#web/lib/api.ts'
import { ApiProblem } from '#web/lib/problem.ts'

/** Undefined while nobody has drafted any. */
export const minutesOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'minutes'],
    queryFn: async () => {
      try {
        return await (await api.conferences[':id'].minutes.$get({ param: { id } })).json()
      } catch (error) {
        if (error instanceof ApiProblem && error.slug === 'minutes-missing') return null
        throw error
      }
    },
    /** The files of signed minutes are there within a second or two: whoever is about to seal waits for nothing else. */
    refetchInterval: ({ state }) => (state.data?.printing ? 1_000 : 5_000),
  })

/** What they would say if they were drafted now; compiled anew each time, so asked for seldom. */
export const soFarOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'minutes', 'so-far'],
    queryFn: async () => (await api.conferences[':id'].minutes['so-far'].$get({ param: { id } })).json(),
    refetchInterval: 20_000,
  })
