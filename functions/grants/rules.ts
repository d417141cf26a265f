// The one permission table, role × act × relation, and the one question asked of it. Pure.
import { Problem, wrongField } from '#functions/shared/problem.ts'
import type { GrantInput, ShownGrant } from './giving.schema.ts'
import { conferenceRoles } from './roles.data.ts'
import type { Grant, Role } from './schema.ts'

/**
 * How a grant's scope must relate to what the act touches:
 * `host` the unit that hosts the conference, `unit` the unit of the point, `conference` that conference,
 * `invited` any unit with a point in the conference, `self` the delegate, `any` wherever the grant was given.
 */
export type Relation = 'host' | 'unit' | 'conference' | 'invited' | 'self' | 'any'

/** What somebody may be: a role that is granted, or the delegate whose personal link it is. */
type Row = Partial<Record<Role | 'delegate', Relation>>

const desk: Row = { secretariat: 'host', secretary: 'conference' }
const head: Row = { ...desk, chair: 'conference' }
const readers: Row = {
  ...head,
  'deputy-chair': 'conference',
  'centre-operator': 'conference',
  contributor: 'conference',
  operator: 'invited',
  archivist: 'any',
  observer: 'host',
}
const point: Row = { operator: 'unit', ...desk, 'centre-operator': 'conference' }

export const permissions = {
  'grants:give': { administrator: 'any', secretariat: 'host' },
  'grants:end': { administrator: 'any', secretariat: 'host' },
  'grants:read': { administrator: 'any', secretariat: 'host' },
  'directory:write': { administrator: 'any' },
  'accounts:link': { administrator: 'any' },
  'accounts:manage': { administrator: 'any' },
  'units:write': { administrator: 'any' },
  'units:export': { administrator: 'any', secretariat: 'any', archivist: 'any' },
  'jobs:read': { administrator: 'any' },
  'jobs:cancel': { administrator: 'any' },
  'conference:draft': { secretariat: 'host' },
  'conference:edit': desk,
  'conference:schedule': desk,
  'conference:open': { ...desk, 'centre-operator': 'conference' },
  'conference:start': head,
  'conference:close': head,
  'conference:postpone': desk,
  'conference:cancel': desk,
  'conference:reopen': head,
  'conference:take-chair': { ...head, 'deputy-chair': 'conference' },
  'agenda:run': head,
  'template:read': { secretariat: 'host' },
  'template:write': { secretariat: 'host' },
  'series:read': { secretariat: 'host', observer: 'host' },
  'notice:post': head,
  'notice:remind': desk,
  'invitations:read': desk,
  'conference:read': readers,
  'events:read': { ...head, administrator: 'any', archivist: 'any' },
  'point:add': desk,
  'point:remove': desk,
  'point:edit': point,
  'contacts:read': { ...desk, 'centre-operator': 'conference' },
  'technical:read': { ...head, 'centre-operator': 'conference', operator: 'invited' },
  'technical:plan': desk,
  'point:readiness': point,
  'point:link': point,
  'point:fault': point,
  /** To preside, or to watch over, from elsewhere than a point. */
  'seat:chair': { chair: 'conference', 'deputy-chair': 'conference' },
  'seat:desk': { ...desk, 'centre-operator': 'conference' },
  'delegates:write': point,
  'delegates:answer': { ...point, delegate: 'self' },
  'roll-call:mark': point,
  /** Being the delegate is what counts: the role alone lets nobody check in for another. */
  'check-in:claim': { contributor: 'conference' },
  'check-in:decide': point,
  'attendance:export': { ...head, 'centre-operator': 'conference' },
  'disagreement:settle': desk,
  'file:upload': {
    administrator: 'any',
    secretariat: 'any',
    secretary: 'any',
    chair: 'any',
    operator: 'any',
    contributor: 'any',
    archivist: 'any',
  },
  'upload:check': { administrator: 'any' },
  'contribution:submit': { operator: 'unit', contributor: 'conference', ...desk },
  'contribution:review': desk,
  'contribution:deliver': head,
  'contribution:withdraw': { operator: 'unit', contributor: 'conference', ...desk },
  'floor:request': { operator: 'unit', contributor: 'conference', ...head },
  'floor:run': head,
  'floor:export': { ...head, 'centre-operator': 'conference' },
  'floor:yield': { operator: 'unit', ...head },
  'recording:run': { ...desk, 'centre-operator': 'conference' },
  'recording:read': { ...head, 'centre-operator': 'conference', archivist: 'any' },
  'live-stream:run': { ...desk, 'centre-operator': 'conference' },
  'outcome:write': head,
  'directive:progress': { operator: 'unit', ...desk },
  'directive:list': { operator: 'unit', secretariat: 'host', observer: 'host', archivist: 'any' },
  'minutes:read': { ...head, archivist: 'any' },
  'minutes:preview': head,
  'minutes:draft': desk,
  'minutes:comment': head,
  'minutes:submit': desk,
  'minutes:sign': { secretary: 'conference', chair: 'conference' },
  'minutes:refuse': { chair: 'conference' },
  'minutes:seal': desk,
  'bulletin:read': head,
  'bulletin:write': desk,
  'bulletin:approve': { secretariat: 'host', chair: 'conference' },
  'bulletin:return': { secretariat: 'host', chair: 'conference' },
  'bulletin:withdraw': head,
  'register:read': { secretariat: 'host', archivist: 'any', administrator: 'any' },
  'import:read': { archivist: 'any' },
  'import:write': { archivist: 'any' },
  'import:seal': { archivist: 'any' },
  'archive:read': {
    archivist: 'any',
    secretariat: 'host',
    secretary: 'conference',
    chair: 'conference',
    operator: 'invited',
  },
  'archive:keep': { archivist: 'any' },
  /** Each takes away what they may read. */
  'archive:export': { archivist: 'any', secretariat: 'any' },
  /** With the whole log and every paper in it: for those who may read these. */
  'archive:package': {
    archivist: 'any',
    secretariat: 'host',
    secretary: 'conference',
    chair: 'conference',
  },
} as const satisfies Record<string, Row>

export type Act = keyof typeof permissions

/** What an act touches. */
export type Touched = {
  conference?: string | undefined
  host?: string | undefined
  unit?: string | undefined
  invited?: readonly string[] | undefined
  delegate?: string | undefined
}

type Held = { role: string; scope: string; validFrom: string; validTo?: string | undefined }

const relates = (relation: Relation, scope: string, touched: Touched): boolean => {
  switch (relation) {
    case 'any':
      return true
    case 'conference':
      return touched.conference !== undefined && scope === `conference:${touched.conference}`
    case 'host':
      return touched.host !== undefined && scope === `unit:${touched.host}`
    case 'unit':
      return touched.unit !== undefined && scope === `unit:${touched.unit}`
    case 'invited':
      return touched.invited?.some((unit) => scope === `unit:${unit}`) ?? false
    case 'self':
      return touched.delegate !== undefined && scope === `delegate:${touched.delegate}`
  }
}

/** Whether a grant holds at `at` (UTC instant). */
export const inForce = (grant: Held, at: string): boolean =>
  grant.validFrom <= at && (!grant.validTo || at < grant.validTo)

/** Whether any grant in force at `at` (UTC instant) lets its holder do the act there. */
export const may = (grants: readonly Held[], act: Act, touched: Touched, at: string): boolean => {
  const row: Row = permissions[act]
  return grants.some((grant) => {
    const relation = row[grant.role as Role]
    return relation !== undefined && inForce(grant, at) && relates(relation, grant.scope, touched)
  })
}

/** The units over which a holder has a role now: an operator's points, a secretariat's house. */
export const unitsHeld = (grants: readonly Held[], role: Role, at: string): string[] =>
  grants
    .filter((grant) => grant.role === role && inForce(grant, at) && grant.scope.startsWith('unit:'))
    .map((grant) => grant.scope.slice('unit:'.length))

/** The conference of a scope, if it is one conference's. */
export const conferenceOf = (scope: string): string | undefined =>
  scope.startsWith('conference:') ? scope.slice('conference:'.length) : undefined

/** The unit of a scope, if it is one unit's. */
export const unitOf = (scope: string): string | undefined =>
  scope.startsWith('unit:') ? scope.slice('unit:'.length) : undefined

const everywhere: readonly Role[] = ['administrator', 'archivist']

const fits = (role: Role, scope: string): boolean => {
  if (conferenceOf(scope)) return (conferenceRoles as readonly Role[]).includes(role)
  if (everywhere.includes(role)) return scope === '*'
  return unitOf(scope) !== undefined && !(conferenceRoles as readonly Role[]).includes(role)
}

/** Clocks differ by so much: what is told as now is now. */
const nowMs = 60_000

/**
 * A grant reaches back only as an administrator's act that says why.
 * @param at now, UTC instant
 * @throws Problem `backdating-refused`
 */
export const expectNotBackdated = (input: GrantInput, at: string, administrator: boolean): void => {
  const { validFrom, reason } = input
  if (!validFrom || Date.parse(validFrom) >= Date.parse(at) - nowMs) return
  if (!administrator) throw wrongField('backdating-refused', '/validFrom', validFrom)
  if (!reason) throw wrongField('backdating-refused', '/reason', validFrom)
}

/**
 * A new grant, in force from now unless told otherwise.
 * @throws Problem `scope-mismatch`, or `invalid-input` when it would end before it begins
 */
export const newGrant = (
  id: string,
  sub: string,
  input: GrantInput,
  given: { by: string; at: string },
): Grant => {
  if (!fits(input.role, input.scope)) throw wrongField('scope-mismatch', '/scope', input.scope)
  const validFrom = input.validFrom ?? given.at
  if (input.validTo && input.validTo <= validFrom)
    throw new Problem('invalid-input', {
      errors: [{ pointer: '/validTo', code: 'too_small', message: 'must be after validFrom' }],
    })
  return { ...input, id, sub, validFrom, grantedBy: given.by, grantedAt: given.at }
}

/** How a grant stands at `at` (UTC instant). */
export const stateOf = (grant: Grant, at: string): ShownGrant['state'] => {
  if (grant.ended && grant.ended.at <= at && (grant.validTo ?? at) <= at) return 'ended'
  if (grant.validTo && grant.validTo <= at) return 'expired'
  return grant.validFrom > at ? 'future' : 'in-force'
}

/** Whether it may still be ended: it holds now, or will. One whose end was set for a day to come may end sooner. */
export const canEnd = ({ validTo }: Grant, at: string): boolean => validTo === undefined || validTo > at

/** The grant as ended. @param until from when on it no longer holds; never earlier than `end.at` */
export const endedGrant = (
  grant: Grant,
  end: { at: string; by: string; reason: string },
  until = end.at,
): Grant => {
  const { validTo: standing, ended, ...rest } = grant
  const planned = ended ? ended.planned : standing
  const validTo = standing && standing < until ? standing : until
  return { ...rest, validTo, ended: { ...end, ...(planned ? { planned } : {}) } }
}
