// From a personal link to an actor: the delegate, who may do what a contributor may, and for themselves only.
import { createMiddleware } from 'hono/factory'
import type { Delegate } from '#functions/bridge-points/delegates.schema.ts'
import { loadDelegate, loadPoint } from '#functions/bridge-points/entity.ts'
import { expectNotWithdrawn } from '#functions/bridge-points/points.rules.ts'
import { loadConference } from '#functions/conferences/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import type { HeldGrant } from '#functions/shared/actor.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { Env } from '#functions/shared/route.ts'
import { openLink } from './entity.ts'
import { expectOpen } from './rules.ts'

/** Whoever left the delegation still reads what became of their invitation, and does nothing any more. */
const grantsOf = ({ id, state }: Delegate, conference: Conference, issuedAt: string): HeldGrant[] => {
  if (state === 'withdrawn') return []
  const held = { validFrom: issuedAt, validTo: conference.closedAt }
  return [
    { role: 'contributor', scope: `conference:${conference.id}`, ...held },
    { role: 'delegate', scope: `delegate:${id}`, ...held },
  ]
}

/** A delegate who is not there leaves a link that opens nothing. */
const delegateOf = (conferenceId: string, pointId: string, delegateId: string): Promise<Delegate> =>
  loadDelegate(conferenceId, pointId, delegateId).catch((error: unknown) => {
    throw error instanceof Problem ? new Problem('link-invalid') : error
  })

/**
 * Reads `Authorization: Link …`: no account's token opens these routes, and no link any other.
 * @throws Problem `link-invalid`, `link-ended`, `point-withdrawn`
 */
export const authenticateLink = createMiddleware<Env>(async (c, next) => {
  const sealed = /^Link ([\w-]+\.[\w-]+)$/.exec(c.req.header('Authorization') ?? '')?.[1]
  if (!sealed) throw new Problem('link-invalid')
  const { conferenceId, pointId, delegateId, issuedAt } = await openLink(sealed)
  const [conference, point, delegate] = await Promise.all([
    loadConference(conferenceId),
    loadPoint(conferenceId, pointId),
    delegateOf(conferenceId, pointId, delegateId),
  ])
  expectOpen(conference)
  expectNotWithdrawn(point)
  c.set('actor', {
    sub: `link:${delegateId}`,
    personId: delegate.personId,
    name: delegate.display,
    delegate: { conferenceId, pointId, delegateId },
    grants: grantsOf(delegate, conference, issuedAt),
    authTime: 0,
    requestId: c.var.requestId,
    offsetMs: c.var.offsetMs,
  })
  await next()
})
