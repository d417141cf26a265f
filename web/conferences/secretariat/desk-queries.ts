// What the desk counts: contributions by state, answers and letters by unit.
import { queryOptions } from '@tanstack/react-query'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api } from '#web/lib/api.ts'

const one = api.conferences[':id']

export const answersOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'answers'],
    queryFn: async () => (await one.answers.$get({ param: { id }, query: {} })).json(),
    refetchInterval: 30_000,
  })

export const invitationsOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'invitations'],
    queryFn: async () => (await one.invitations.$get({ param: { id } })).json(),
    refetchInterval: 30_000,
  })

/** The delegation with those who will not come: who goes instead of whom is told by both. */
export const wholeDelegationOf = (id: string, point: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'delegates', point, 'all'],
    queryFn: async () =>
      (
        await one['bridge-points'][':point'].delegates.$get({ param: { id, point }, query: { all: 'true' } })
      ).json(),
  })
