// The roles the signed-in person may give: an administrator those of the house, a secretariat those of its conferences.
import { conferenceRoles, standingRoles } from '#functions/grants/roles.data.ts'
import type { Role } from '#functions/grants/schema.ts'
import { useMe } from '#web/lib/useMe.ts'

export const useGivenRoles = (): readonly Role[] => {
  const { data } = useMe()
  const held = new Set(data?.grants.map(({ role }) => role))
  return [
    ...(held.has('administrator') ? standingRoles : []),
    ...(held.has('secretariat') ? conferenceRoles : []),
  ]
}
