// From bearer token to actor: the token says who, the grants what. Mounted before every route that is not public.
import { createMiddleware } from 'hono/factory'
import { Problem } from '#functions/shared/problem.ts'
import type { Env } from '#functions/shared/route.ts'
import { verifyToken } from '#functions/shared/token.ts'
import { standingOf } from './entity.ts'

/**
 * Sets the actor of the request.
 * @throws Problem `unauthenticated`; `account-disabled` for whoever left, whatever the token still says
 */
export const authenticate = createMiddleware<Env>(async (c, next) => {
  const claims = await verifyToken(c.req.header('Authorization'))
  const { holder, grants } = await standingOf(claims.sub)
  if (holder?.disabled) throw new Problem('account-disabled')
  c.set('actor', {
    sub: claims.sub,
    personId: holder?.personId,
    name: holder?.name ?? claims.username,
    grants,
    authTime: claims.auth_time,
    requestId: c.var.requestId,
    offsetMs: c.var.offsetMs,
  })
  await next()
})
