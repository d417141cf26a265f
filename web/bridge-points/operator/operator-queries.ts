// What only the operator's page asks: the line to the centre, check-ins of the point, the code shown there.
import { queryOptions } from '@tanstack/react-query'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api } from '#web/lib/api.ts'
import { serverNow } from '#web/lib/server-clock.ts'

const one = api.conferences[':id']
const checkIns = one['bridge-points'][':point']['check-ins']

export const technicalOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'technical'],
    queryFn: async () => (await one.technical.$get({ param: { id } })).json(),
    refetchInterval: 60_000,
  })

export const checkInsOf = (id: string, point: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'check-ins', point],
    queryFn: async () => (await checkIns.$get({ param: { id, point } })).json(),
    refetchInterval: 5_000,
  })

/** A code is fetched anew when it is over; a lost line is tried again every few seconds. */
export const checkInCodeOf = (id: string, point: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'check-in-code', point],
    queryFn: async () => (await checkIns.code.$get({ param: { id, point } })).json(),
    refetchInterval: ({ state: { data } }) =>
      Math.max(2_000, data ? Date.parse(data.validUntil) - serverNow() + 200 : 0),
  })
