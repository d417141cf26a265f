// The local issuer against what OAuth 2.0 (RFC 6749, 7636), OIDC and Cognito promise.
import { statSync } from 'node:fs'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts } from '#infra/local/accounts.data.ts'
import { localPool, signIn } from '#infra/local/sign-in.ts'
import {
  askToken,
  authorize,
  exchange,
  login,
  renew,
  request,
  startTestIssuer,
  type TestIssuer,
} from '#test/support/issuer.ts'

let issuer: TestIssuer
beforeAll(async () => {
  issuer = await startTestIssuer()
})
afterAll(() => issuer.stop())

const freshTokens = () => signIn(issuer.origin, 'ninhbinh', 'diemcau')
const freshCode = async (changes = {}) => {
  const { query, verifier } = request(issuer, changes)
  return { ...(await login(issuer, query)), verifier }
}

test('code with PKCE gives tokens with the claims of Cognito, checkable by the published keys', async () => {
  const { code, verifier } = await freshCode()
  const { body } = await exchange(issuer, code, verifier)
  const keys = createRemoteJWKSet(new URL(`${issuer.issuer}/.well-known/jwks.json`))
  const checks = { issuer: issuer.issuer, currentDate: new Date(issuer.clock.at) }
  const access = (await jwtVerify(body.access_token ?? '', keys, checks)).payload
  const seconds = issuer.clock.at / 1000
  expect(access).toMatchObject({
    sub: accounts.find((account) => account.username === 'ninhbinh')?.sub,
    client_id: localPool.clientId,
    token_use: 'access',
    scope: 'openid profile email',
    username: 'ninhbinh',
    auth_time: seconds,
    iat: seconds,
    exp: seconds + 900,
    'cognito:groups': ['operator'],
  })
  expect(access.aud).toBeUndefined()
  const id = await jwtVerify(body.id_token ?? '', keys, { ...checks, audience: localPool.clientId })
  expect(id.payload).toMatchObject({ token_use: 'id', nonce: 'no', 'cognito:username': 'ninhbinh' })
  expect(id.payload.name).toContain('Ninh Bình')
})

test('the discovery document names endpoints that answer', async () => {
  const answer = await fetch(`${issuer.issuer}/.well-known/openid-configuration`)
  const found = (await answer.json()) as Record<string, string>
  expect(found).toMatchObject({ issuer: issuer.issuer, jwks_uri: `${issuer.issuer}/.well-known/jwks.json` })
  const { accessToken } = await freshTokens()
  const info = await fetch(found.userinfo_endpoint ?? '', {
    headers: { authorization: `Bearer ${accessToken}` },
  })
  expect(await info.json()).toMatchObject({ username: 'ninhbinh', email: 'ninhbinh@diemcau.example' })
  const keys = (await (await fetch(found.jwks_uri ?? '')).json()) as { keys: object[] }
  expect(Object.keys(keys.keys[0] ?? {}).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
})

test('a wrong verifier is refused and spends the code', async () => {
  const { code, verifier } = await freshCode()
  expect(await exchange(issuer, code, 'x'.repeat(43))).toMatchObject({ body: { error: 'invalid_grant' } })
  expect((await exchange(issuer, code, verifier)).status).toBe(400)
})

test('a code used twice is refused and takes back what it bought', async () => {
  const { code, verifier } = await freshCode()
  const first = await exchange(issuer, code, verifier)
  expect(first.status).toBe(200)
  expect((await exchange(issuer, code, verifier)).body.error).toBe('invalid_grant')
  expect((await renew(issuer, first.body.refresh_token ?? '')).body.error).toBe('invalid_grant')
})

test('an expired code, another return address and another client are refused', async () => {
  const old = await freshCode()
  issuer.clock.at += 301_000
  expect((await exchange(issuer, old.code, old.verifier)).status).toBe(400)
  const { code, verifier } = await freshCode()
  expect((await exchange(issuer, code, verifier, { redirect_uri: 'http://x/' })).status).toBe(400)
  expect((await exchange(issuer, code, verifier, { client_id: 'x' })).body.error).toBe('invalid_client')
})

test.each([{ redirect_uri: 'https://evil.example/signed-in' }, { client_id: 'another' }])(
  'an unknown application or return address is never sent anywhere: %o',
  async (changes) => {
    for (const path of ['/oauth2/authorize', '/login']) {
      const answer = await fetch(`${issuer.origin}${path}?${request(issuer, changes).query}`, {
        redirect: 'manual',
      })
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null])
    }
  },
)

test.each([
  [{ code_challenge_method: 'plain' }, 'invalid_request'],
  [{ code_challenge: '' }, 'invalid_request'],
  [{ response_type: 'token' }, 'unsupported_response_type'],
  [{ scope: 'openid admin' }, 'invalid_scope'],
  [{ prompt: 'none' }, 'login_required'],
])('a request with %o goes back with %s', async (changes, error) => {
  const { to } = await authorize(issuer, { changes })
  expect(to.pathname).toBe(localPool.callback)
  expect([to.searchParams.get('error'), to.searchParams.get('state')]).toEqual([error, 'st'])
})

test('refresh tokens rotate, and auth_time stays that of the password', async () => {
  const tokens = await freshTokens()
  const signedInAt = decodeJwt(tokens.accessToken).auth_time
  issuer.clock.at += 600_000
  const next = await renew(issuer, tokens.refreshToken)
  expect(next.body.refresh_token).not.toBe(tokens.refreshToken)
  expect(decodeJwt(next.body.access_token ?? '').auth_time).toBe(signedInAt)
  expect((await renew(issuer, next.body.refresh_token ?? '')).status).toBe(200)
})

test('a lost answer may be asked again for a minute; later reuse ends every token of the sign-in', async () => {
  const { refreshToken, accessToken } = await freshTokens()
  const lost = await renew(issuer, refreshToken)
  issuer.clock.at += 59_000
  const again = await renew(issuer, refreshToken)
  expect(again.status).toBe(200)
  issuer.clock.at += 2_000
  expect((await renew(issuer, refreshToken)).body.error).toBe('invalid_grant')
  expect((await renew(issuer, again.body.refresh_token ?? '')).status).toBe(400)
  expect((await renew(issuer, lost.body.refresh_token ?? '')).status).toBe(400)
  const info = await fetch(`${issuer.origin}/oauth2/userInfo`, {
    headers: { authorization: `Bearer ${accessToken}` },
  })
  expect(info.status).toBe(401)
})

test('a refresh token dies with its sign-in, 12 hours after it, however often renewed', async () => {
  const { refreshToken } = await freshTokens()
  issuer.clock.at += 11 * 3_600_000
  const { body } = await renew(issuer, refreshToken)
  issuer.clock.at += 3_600_000
  expect((await renew(issuer, body.refresh_token ?? '')).status).toBe(400)
})

test('revoking ends the sign-in', async () => {
  const { refreshToken } = await freshTokens()
  const answer = await fetch(`${issuer.origin}/oauth2/revoke`, {
    method: 'POST',
    body: new URLSearchParams({ token: refreshToken, client_id: localPool.clientId }),
  })
  expect(answer.status).toBe(200)
  expect((await renew(issuer, refreshToken)).status).toBe(400)
})

test('a browser already signed in is not asked again, unless prompt or max_age says so', async () => {
  const { cookie } = await freshCode()
  const silent = await authorize(issuer, { cookie, changes: { prompt: 'none' } })
  expect(silent.to.searchParams.get('code')).toMatch(/^[\w-]{20,}$/)
  issuer.clock.at += 240_000
  expect((await authorize(issuer, { cookie, changes: { max_age: '300' } })).to.pathname).toBe('/signed-in')
  issuer.clock.at += 60_000
  expect((await authorize(issuer, { cookie, changes: { max_age: '300' } })).to.pathname).toBe('/login')
  expect((await authorize(issuer, { cookie, changes: { prompt: 'login' } })).to.pathname).toBe('/login')
  const plain = await authorize(issuer, { cookie })
  const { body } = await exchange(issuer, plain.to.searchParams.get('code') ?? '', plain.verifier)
  expect(decodeJwt(body.access_token ?? '').auth_time).toBe(issuer.clock.at / 1000 - 300)
  const again = await freshCode({ prompt: 'login' })
  const fresh = await exchange(issuer, again.code, again.verifier)
  expect(decodeJwt(fresh.body.access_token ?? '').auth_time).toBe(issuer.clock.at / 1000)
})

test('signing out forgets the browser and returns only to a known address', async () => {
  const { cookie } = await freshCode()
  const leave = (logout_uri: string) =>
    fetch(`${issuer.origin}/logout?${new URLSearchParams({ client_id: localPool.clientId, logout_uri })}`, {
      redirect: 'manual',
      headers: { cookie },
    })
  expect((await leave('https://evil.example/')).status).toBe(400)
  expect((await authorize(issuer, { cookie })).to.pathname).toBe(localPool.callback)
  expect((await leave(`${issuer.origin}/`)).headers.get('location')).toBe(`${issuer.origin}/`)
  expect((await authorize(issuer, { cookie })).to.pathname).toBe('/login')
})

test('key and refresh tokens outlive a restart and are for their owner only', async () => {
  const { refreshToken } = await freshTokens()
  const before = await (await fetch(`${issuer.issuer}/.well-known/jwks.json`)).text()
  await issuer.restart()
  expect(await (await fetch(`${issuer.issuer}/.well-known/jwks.json`)).text()).toBe(before)
  expect((await renew(issuer, refreshToken)).status).toBe(200)
  for (const file of [issuer.keyFile, `${issuer.keyFile}.sign-ins`])
    expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('the sign-in page lists who may sign in, fills a chosen one, and runs no script', async () => {
  const { query } = request(issuer, { login_hint: 'thanh-hoa' })
  const answer = await fetch(`${issuer.origin}/login?${query}`)
  const page = await answer.text()
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/script-src|unsafe-inline/)
  expect(page).not.toMatch(/<script| style=/)
  expect(page).toContain('value="thanh-hoa"')
  for (const { username } of accounts) expect(page).toContain(`login_hint=${username}"`)
  const style = await fetch(`${issuer.origin}/local/assets/local.css`)
  const font = await fetch(`${issuer.origin}/local/assets/vietnamese-400.woff2`)
  expect([style.headers.get('content-type'), font.status]).toEqual(['text/css; charset=utf-8', 200])
})

test('a wrong password says so in Vietnamese, and what was typed comes back escaped', async () => {
  const { answer, cookie } = await login(issuer, request(issuer).query, 'sai')
  expect([answer.status, cookie]).toEqual([401, ''])
  expect(await answer.text()).toContain('Sai tên đăng nhập hoặc mật khẩu.')
  const odd = await fetch(`${issuer.origin}/login?${request(issuer, { state: '"><b>' }).query}`, {
    method: 'POST',
    headers: { origin: issuer.origin },
    body: new URLSearchParams({ username: '"><script>', password: 'x' }),
  })
  expect(await odd.text()).not.toMatch(/<script|"><b>/)
})

test('a form posted from another site is refused', async () => {
  const answer = await fetch(`${issuer.origin}/login?${request(issuer).query}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ username: 'ninhbinh', password: 'diemcau' }),
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([403, null])
})

test('an unknown grant type or a JSON body is refused', async () => {
  expect((await askToken(issuer, { grant_type: 'password' })).body.error).toBe('unsupported_grant_type')
  const json = await fetch(`${issuer.origin}/oauth2/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect(json.status).toBe(400)
})

test('68 accounts: six roles and an operator for every provincial police of the day', () => {
  expect(accounts).toHaveLength(5 + 63)
  expect(new Set(accounts.map((account) => account.sub)).size).toBe(68)
  expect(new Set(accounts.map((account) => account.unit)).size).toBe(63 + 2)
})
