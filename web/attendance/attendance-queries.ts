// Roll calls and disagreements as asked of the API.
import { queryOptions } from '@tanstack/react-query'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api } from '#web/lib/api.ts'
import { pace } from '#web/lib/live/status.ts'

export const rollOf = (id: string, point: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'roll', point],
    queryFn: async () =>
      (
        await api.conferences[':id']['bridge-points'][':point']['roll-call'].$get({ param: { id, point } })
      ).json(),
    refetchInterval: pace(id, 10_000),
  })

export const sheetOf = (id: string, point: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'attendance-sheet', point],
    queryFn: async () =>
      (
        await api.conferences[':id']['bridge-points'][':point']['attendance-sheet'].$get({
          param: { id, point },
        })
      ).json(),
  })

export const disagreementsOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'disagreements'],
    queryFn: async () => (await api.conferences[':id'].disagreements.$get({ param: { id } })).json(),
    refetchInterval: pace(id, 10_000),
  })

/** One point in full: marks with who said them, and when its link was up. */
export const pointAttendanceOf = (id: string, point: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'attendance', point],
    queryFn: async () =>
      (
        await api.conferences[':id']['bridge-points'][':point'].attendance.$get({ param: { id, point } })
      ).json(),
  })
