// Whether the signed-in person holds one of some roles anywhere: for places that are no conference's.
import type { Role } from '#functions/grants/schema.ts'
import { useMe } from './useMe.ts'

export const useHolds = (...roles: Role[]): boolean => {
  const { data } = useMe()
  return data?.grants.some(({ role }) => (roles as string[]).includes(role)) ?? false
}
