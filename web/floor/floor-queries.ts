// The floor as asked of the API, refetched often: it changes by the minute.
import { queryOptions } from '@tanstack/react-query'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api } from '#web/lib/api.ts'
import { type HeldFloor, holdFloor } from '#web/lib/live/hold-floor.ts'
import { pace } from '#web/lib/live/status.ts'
import { through } from '#web/lib/live/tell.ts'
import { nextTick } from '#web/lib/live/tick.ts'

export const floorOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'floor'],
    queryFn: async (): Promise<HeldFloor> => {
      const asked = nextTick()
      return { ...(await (await api.conferences[':id'].floor.$get({ param: { id } })).json()), asked }
    },
    refetchInterval: pace(id, 3_000),
    structuralSharing: through(holdFloor, 'now'),
  })
