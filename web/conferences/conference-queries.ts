// What is asked of the API about one conference, and under which keys it is kept.
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api.ts'
import { holdConference } from '#web/lib/live/hold-conference.ts'
import { pace } from '#web/lib/live/status.ts'
import { through } from '#web/lib/live/tell.ts'

/** Everything of one conference is kept under its key, so one act refreshes all of it. */
export const conferenceKey = (id: string) => ['conference', id] as const

export const oneConference = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'itself'],
    queryFn: async () => (await api.conferences[':id'].$get({ param: { id } })).json(),
    // Shown with every page of a conference: asked often enough to tell within five seconds that the screen is true.
    refetchInterval: pace(id, 4_000),
    structuralSharing: through(holdConference, 'hostUnitId'),
  })
