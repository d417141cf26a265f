// Which kind of place a role is given for; the API refuses any other.
import { conferenceRoles } from '#functions/grants/roles.data.ts'
import type { Role } from '#functions/grants/schema.ts'

export type ScopeKind = 'everywhere' | 'unit' | 'conference'

const houseWide: readonly Role[] = ['administrator', 'archivist']

export const scopeKindOf = (role: Role): ScopeKind => {
  if ((conferenceRoles as readonly Role[]).includes(role)) return 'conference'
  return houseWide.includes(role) ? 'everywhere' : 'unit'
}
