// The token endpoints: code for tokens, refresh with rotation, revoke, and who the bearer is.
import { createHash, timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { jwtVerify } from 'jose'
import { accessToken, idToken, tokenSeconds } from '#infra/local/identity-claims.ts'
import type { Home } from '#infra/local/identity-home.ts'
import type { SignIn } from '#infra/local/identity-sign-ins.ts'

type Form = Record<string, string | undefined>

const refuse = (c: Context, error: string) => c.json({ error }, 400)

const provesChallenge = (verifier: string | undefined, challenge: string) => {
  if (!verifier || !/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return false
  const digest = createHash('sha256').update(verifier).digest('base64url')
  return digest.length === challenge.length && timingSafeEqual(Buffer.from(digest), Buffer.from(challenge))
}

const answer = async (c: Context, home: Home, signIn: SignIn & { refreshToken: string }, nonce?: string) => {
  const account = home.accountOf(signIn.username)
  if (!account) return refuse(c, 'invalid_grant')
  const openid = signIn.scope.split(' ').includes('openid')
  return c.json({
    access_token: await accessToken(home, signIn, account),
    ...(openid ? { id_token: await idToken(home, signIn, account, nonce) } : {}),
    refresh_token: signIn.refreshToken,
    expires_in: tokenSeconds,
    token_type: 'Bearer',
  })
}

const exchangeCode = async (c: Context, home: Home, form: Form) => {
  const grant = home.grants.get(form.code ?? '')
  if (!grant || grant.redirectUri !== form.redirect_uri) return refuse(c, 'invalid_grant')
  if (grant.signInId) {
    // RFC 6749 4.1.2: a code seen twice was stolen, so what it bought is taken back.
    home.signIns.end(grant.signInId)
    return refuse(c, 'invalid_grant')
  }
  if (grant.expiresAt <= home.seconds()) return refuse(c, 'invalid_grant')
  const proven = provesChallenge(form.code_verifier, grant.challenge)
  if (!proven) {
    home.grants.delete(form.code ?? '')
    return refuse(c, 'invalid_grant')
  }
  const signIn = home.signIns.begin(grant.username, grant.authTime, grant.scope)
  grant.signInId = signIn.id
  return answer(c, home, signIn, grant.nonce)
}

const refresh = async (c: Context, home: Home, form: Form) => {
  const signIn = home.signIns.renew(form.refresh_token ?? '')
  return signIn ? answer(c, home, signIn) : refuse(c, 'invalid_grant')
}

const formOf = async (c: Context): Promise<Form> => {
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return {}
  return Object.fromEntries(new URLSearchParams(await c.req.text()))
}

const bearerOf = async (home: Home, header: string | undefined) => {
  const raw = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(header ?? '')?.[1]
  if (!raw) return undefined
  const { payload } = await jwtVerify(raw, home.key.verify, {
    issuer: home.issuer,
    algorithms: ['RS256'],
    currentDate: home.now(),
  })
  if (payload.token_use !== 'access' || !home.signIns.stands(String(payload.origin_jti))) return undefined
  return home.accountOf(String(payload.username))
}

/** `/oauth2/token`, `/oauth2/revoke`, `/oauth2/userInfo`: what an application calls, never a person. */
export const tokenRoutes = (home: Home): Hono => {
  const app = new Hono()
  const origins = [...new Set(home.redirectUris.map((uri) => new URL(uri).origin))]
  app.use('/oauth2/*', cors({ origin: origins, allowHeaders: ['authorization', 'content-type'] }))
  app.use('/oauth2/*', async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  app.post('/oauth2/token', async (c) => {
    const form = await formOf(c)
    if (form.client_id !== home.clientId) return refuse(c, 'invalid_client')
    if (form.grant_type === 'authorization_code') return exchangeCode(c, home, form)
    if (form.grant_type === 'refresh_token') return refresh(c, home, form)
    return refuse(c, 'unsupported_grant_type')
  })
  app.post('/oauth2/revoke', async (c) => {
    const form = await formOf(c)
    if (form.client_id !== home.clientId) return refuse(c, 'invalid_client')
    if (!form.token) return refuse(c, 'invalid_request')
    home.signIns.revoke(form.token)
    return c.body(null, 200)
  })
  app.on(['GET', 'POST'], '/oauth2/userInfo', async (c) => {
    const account = await bearerOf(home, c.req.header('authorization')).catch(() => undefined)
    if (!account) return c.json({ error: 'invalid_token' }, 401, { 'WWW-Authenticate': 'Bearer' })
    const { sub, username, name, email } = account
    return c.json({ sub, username, name, email, email_verified: 'true' })
  })
  return app
}
