// Who is signed in, and what they may do here: the same permission table the API asks.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type Act, may, unitsHeld } from '#functions/grants/rules.ts'
import { api } from './api.ts'
import { serverNow } from './server-clock.ts'

const me = queryOptions({
  queryKey: ['me'],
  queryFn: async () => (await api.me.$get()).json(),
  staleTime: 30_000,
})

export const useMe = () => useQuery(me)

const presentInstant = () => new Date(serverNow()).toISOString()

/** The units over which the signed-in person has a role; without one asked for, those whose points they operate. */
export const useMyUnits = (role: 'operator' | 'secretariat' = 'operator'): string[] => {
  const { data } = useMe()
  return data ? unitsHeld(data.grants, role, presentInstant()) : []
}

/** Asks whether an act is open to the signed-in person in this conference; the API has the last word. */
export const useMay = (conference: { id: string; hostUnitId: string }) => {
  const { data } = useMe()
  const invited = useMyUnits()
  return (act: Act, unit?: string): boolean =>
    data !== undefined &&
    may(
      data.grants,
      act,
      { conference: conference.id, host: conference.hostUnitId, unit, invited },
      presentInstant(),
    )
}

/** The roles the signed-in person holds in one conference by name: chair, secretary. */
export const useMyRoles = (conferenceId: string): string[] => {
  const { data } = useMe()
  return (
    data?.grants.filter(({ scope }) => scope === `conference:${conferenceId}`).map(({ role }) => role) ?? []
  )
}
