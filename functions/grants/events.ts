// What grants announce.
import type { Grant } from './schema.ts'

const logOf = ({ scope }: Grant) =>
  scope.startsWith('conference:') ? scope.slice('conference:'.length) : 'grants'

const facts = ({ sub, personId, role, scope, validFrom, validTo }: Grant) => ({
  sub,
  personId,
  role,
  scope,
  validFrom,
  validTo,
})

/** A grant that reaches back says so, and why. */
const backdating = ({ validFrom, grantedAt, reason }: Grant) => ({
  ...(reason ? { reason } : {}),
  ...(grantedAt && validFrom < grantedAt ? { backdated: true } : {}),
})

/** A role was given to an account. Kept in the conference's own log when it is a role of one conference. */
export const grantGiven = (grant: Grant) => ({
  name: 'grant.given' as const,
  scope: logOf(grant),
  subject: grant.id,
  data: { ...facts(grant), ...backdating(grant) },
})

/** A role ends before its time. */
export const grantEnded = (grant: Grant) => ({
  name: 'grant.ended' as const,
  scope: logOf(grant),
  subject: grant.id,
  data: { ...facts(grant), reason: grant.ended?.reason, planned: grant.ended?.planned },
})
