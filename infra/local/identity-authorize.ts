// The browser's half of sign-in: authorize, the login form, sign-out. Code flow with PKCE S256 only.
import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import * as z from 'zod'
import type { Home } from '#infra/local/identity-home.ts'
import { loginPage, newPasswordPage, strangerPage } from '#infra/local/identity-login-page.ts'
import { isStrong } from '#infra/local/identity-users.ts'

const cookie = 'diemcau_login'
/** Cognito's hosted page remembers a browser for one hour, and a code is good for five minutes. */
const sessionSeconds = 3600
const codeSeconds = 300
/** Cognito's challenge session, as pools have it. */
const newcomerSeconds = 15 * 60

const scopes = ['openid', 'profile', 'email']

const Asked = z.object({
  response_type: z.literal('code'),
  redirect_uri: z.string(),
  scope: z
    .string()
    .default('openid')
    .refine((scope) => scope.split(' ').every((word) => scopes.includes(word))),
  state: z.string().max(2048).optional(),
  nonce: z.string().max(256).optional(),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
  prompt: z.enum(['login', 'none', 'select_account', 'consent']).optional(),
  max_age: z.coerce.number().int().min(0).optional(),
})
type Asked = z.infer<typeof Asked>

const errors: Record<string, string> = { response_type: 'unsupported_response_type', scope: 'invalid_scope' }

const back = (c: Context, to: string, answer: Record<string, string | undefined>) => {
  const url = new URL(to)
  for (const [name, value] of Object.entries(answer)) if (value) url.searchParams.set(name, value)
  c.header('Cache-Control', 'no-store')
  return c.redirect(url.href, 303)
}

/** Reads the request; an answer is already made when it cannot be served. */
const ask = async (c: Context, home: Home): Promise<{ asked: Asked; query: URLSearchParams } | Response> => {
  const query = new URL(c.req.url).searchParams
  const redirectUri = query.get('redirect_uri') ?? ''
  if (query.get('client_id') !== home.clientId || !home.redirectUris.includes(redirectUri)) {
    return strangerPage(c)
  }
  const parsed = Asked.safeParse(Object.fromEntries(query))
  if (parsed.success) return { asked: parsed.data, query }
  const field = String(parsed.error.issues[0]?.path[0])
  const state = query.get('state') ?? undefined
  return back(c, redirectUri, { error: errors[field] ?? 'invalid_request', error_description: field, state })
}

const remember = (home: Home, c: Context, username: string) => {
  const at = home.seconds()
  const id = randomBytes(32).toString('base64url')
  for (const [key, session] of home.sessions) if (session.expiresAt <= at) home.sessions.delete(key)
  home.sessions.delete(getCookie(c, cookie) ?? '')
  home.sessions.set(id, { username, authTime: at, expiresAt: at + sessionSeconds })
  setCookie(c, cookie, id, { httpOnly: true, sameSite: 'Lax', path: '/' })
  return { username, authTime: at }
}

const giveCode = (c: Context, home: Home, asked: Asked, who: { username: string; authTime: number }) => {
  const at = home.seconds()
  for (const [key, grant] of home.grants) if (grant.expiresAt + codeSeconds <= at) home.grants.delete(key)
  const code = randomBytes(32).toString('base64url')
  home.grants.set(code, {
    username: who.username,
    authTime: who.authTime,
    scope: asked.scope,
    nonce: asked.nonce,
    challenge: asked.code_challenge,
    redirectUri: asked.redirect_uri,
    expiresAt: at + codeSeconds,
  })
  return back(c, asked.redirect_uri, { code, state: asked.state })
}

/** The browser's session, if it is good enough for what is asked. */
const goodSession = (c: Context, home: Home, asked: Asked) => {
  const session = home.sessions.get(getCookie(c, cookie) ?? '')
  const at = home.seconds()
  if (!session || session.expiresAt <= at || !home.accountOf(session.username)) return undefined
  if (asked.prompt && asked.prompt !== 'none') return undefined
  return asked.max_age !== undefined && at - session.authTime >= asked.max_age ? undefined : session
}

const signOut = (c: Context, home: Home) => {
  const to = c.req.query('logout_uri') ?? ''
  if (c.req.query('client_id') !== home.clientId || !home.logoutUris.includes(to)) return strangerPage(c)
  home.sessions.delete(getCookie(c, cookie) ?? '')
  deleteCookie(c, cookie, { path: '/' })
  return c.redirect(to, 303)
}

type Request = { asked: Asked; query: URLSearchParams }

/** NEW_PASSWORD_REQUIRED, as the hosted page carries it: whoever came with a first password chooses one of their own. */
const passwordGiven = (c: Context, home: Home, { asked, query }: Request, form: URLSearchParams) => {
  const username = form.get('username')?.trim().toLowerCase() ?? ''
  const checked = home.users.check(username, form.get('password') ?? '')
  if (!checked) return loginPage(c, home, query, { username, why: 'wrong' })
  if (checked.outcome === 'expired') return loginPage(c, home, query, { username, why: 'expired' })
  if (checked.outcome === 'signed-in')
    return giveCode(c, home, asked, remember(home, c, checked.user.username))
  const ticket = randomBytes(32).toString('base64url')
  home.newcomers.set(ticket, { username: checked.user.username, expiresAt: home.seconds() + newcomerSeconds })
  return newPasswordPage(c, home, query, { ticket })
}

const passwordChosen = (c: Context, home: Home, { asked, query }: Request, form: URLSearchParams) => {
  const ticket = form.get('ticket') ?? ''
  const newcomer = home.newcomers.get(ticket)
  const user = newcomer && home.accountOf(newcomer.username)
  if (!user || newcomer.expiresAt <= home.seconds()) return c.redirect(`/login?${query}`, 303)
  const password = form.get('password') ?? ''
  const wrong =
    password === form.get('again') ? undefined : 'Hai lần nhập mật khẩu không giống nhau. Hãy nhập lại.'
  const weak = isStrong(password) ? undefined : 'Mật khẩu chưa đủ mạnh. Hãy chọn mật khẩu khác.'
  if (wrong ?? weak) return newPasswordPage(c, home, query, { ticket, wrong: wrong ?? weak ?? '' })
  home.newcomers.delete(ticket)
  home.users.setPassword(user.username, password)
  return giveCode(c, home, asked, remember(home, c, user.username))
}

/** `/oauth2/authorize`, `/login`, `/new-password`, `/logout`. */
export const authorizeRoutes = (home: Home): Hono => {
  const app = new Hono()
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    console.error(error)
    return c.text('', 500)
  })
  app.get('/oauth2/authorize', async (c) => {
    const request = await ask(c, home)
    if (request instanceof Response) return request
    const session = goodSession(c, home, request.asked)
    if (session) return giveCode(c, home, request.asked, session)
    const { redirect_uri: to, state, prompt } = request.asked
    return prompt === 'none'
      ? back(c, to, { error: 'login_required', state })
      : c.redirect(`/login?${request.query}`, 303)
  })
  app.get('/login', async (c) => {
    const request = await ask(c, home)
    return request instanceof Response ? request : loginPage(c, home, request.query)
  })
  app.post('/login', csrf({ origin: home.origin }), async (c) => {
    const request = await ask(c, home)
    if (request instanceof Response) return request
    return passwordGiven(c, home, request, new URLSearchParams(await c.req.text()))
  })
  app.post('/new-password', csrf({ origin: home.origin }), async (c) => {
    const request = await ask(c, home)
    if (request instanceof Response) return request
    return passwordChosen(c, home, request, new URLSearchParams(await c.req.text()))
  })
  app.get('/logout', async (c) => signOut(c, home))
  return app
}
