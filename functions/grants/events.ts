// What grants announce.
import type { Grant } from './schema.ts'

/** A role was given to an account. Kept in the conference's own log when it is a role of one conference. */
export const grantGiven = (grant: Grant) => ({
  name: 'grant.given' as const,
  scope: grant.scope.startsWith('conference:') ? grant.scope.slice('conference:'.length) : 'grants',
  subject: grant.id,
  data: {
    sub: grant.sub,
    personId: grant.personId,
    role: grant.role,
    scope: grant.scope,
    validFrom: grant.validFrom,
    validTo: grant.validTo,
  },
})
