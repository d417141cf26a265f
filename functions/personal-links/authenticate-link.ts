// From a personal link to an actor: the delegate, who may do what a contributor may, and for themselves only.
import { createMiddleware } from 'hono/factory'
import { findDelegate } from '#functions/bridge-points/entity.ts'
import { loadConference } from '#functions/conferences/entity.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { Env } from '#functions/shared/route.ts'
import { openLink } from './entity.ts'
import { expectOpen } from './rules.ts'

/**
 * Reads `Authorization: Link …`: no account's token opens these routes, and no link any other.
 * @throws Problem `link-invalid`, `link-ended`
 */
export const authenticateLink = createMiddleware<Env>(async (c, next) => {
  const sealed = /^Link ([\w-]+\.[\w-]+)$/.exec(c.req.header('Authorization') ?? '')?.[1]
  if (!sealed) throw new Problem('link-invalid')
  const { conferenceId, pointId, delegateId, issuedAt } = await openLink(sealed)
  const [conference, delegate] = await Promise.all([
    loadConference(conferenceId),
    findDelegate(conferenceId, pointId, delegateId),
  ])
  expectOpen(conference)
  if (!delegate) throw new Problem('link-invalid')
  const held = { validFrom: issuedAt, validTo: conference.closedAt }
  c.set('actor', {
    sub: `link:${delegateId}`,
    personId: delegate.personId,
    name: delegate.display,
    delegate: { conferenceId, pointId, delegateId },
    grants: [
      { role: 'contributor', scope: `conference:${conferenceId}`, ...held },
      { role: 'delegate', scope: `delegate:${delegateId}`, ...held },
    ],
    authTime: 0,
    requestId: c.var.requestId,
    offsetMs: c.var.offsetMs,
  })
  await next()
})
