// From bearer token to actor: the token says who, the grants what. Mounted before every route that is not public.
import { createMiddleware } from 'hono/factory'
import type { Env } from '#functions/shared/route.ts'
import { verifyToken } from '#functions/shared/token.ts'
import { loadStanding, type Standing } from './entity.ts'

const lifeMs = 30_000
const most = 5_000

const seen = new Map<string, { standing: Standing; until: number }>()

/** Forgets what is remembered of an account, so that a grant given here is felt at once here. */
export const forgetStanding = (sub: string): void => {
  seen.delete(sub)
}

/** Standings are remembered for 30 s at most: an ended grant is felt everywhere within that time. */
const standingOf = async (sub: string): Promise<Standing> => {
  const known = seen.get(sub)
  if (known && known.until > performance.now()) return known.standing
  const standing = await loadStanding(sub)
  if (seen.size >= most) seen.clear()
  seen.set(sub, { standing, until: performance.now() + lifeMs })
  return standing
}

/** Sets the actor of the request. @throws Problem `unauthenticated` */
export const authenticate = createMiddleware<Env>(async (c, next) => {
  const claims = await verifyToken(c.req.header('Authorization'))
  const { holder, grants } = await standingOf(claims.sub)
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
