// A local issuer on a random port with a clock that tests move.
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { accounts } from '#infra/local/accounts.data.ts'
import { createIssuer } from '#infra/local/identity.ts'
import { localPool, pkce } from '#infra/local/sign-in.ts'

/** Starts an issuer; `restart` makes a new one over the same files, as a restart of the home does. */
export const startTestIssuer = async (folder = mkdtempSync(join(tmpdir(), 'diemcau-issuer-'))) => {
  const clock = { at: Date.parse('2022-11-23T06:00:00Z') }
  let app = new Hono()
  const server = serve({ fetch: (request) => app.fetch(request), port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const keyFile = join(folder, 'issuer-key.json')
  const restart = async () => {
    const pages = await createIssuer({
      origin,
      poolId: localPool.poolId,
      clientId: localPool.clientId,
      redirectUris: [`${origin}${localPool.callback}`],
      logoutUris: [`${origin}/`],
      keyFile,
      accounts,
      now: () => new Date(clock.at),
    })
    app = new Hono().route('/', pages)
  }
  await restart()
  return {
    origin,
    issuer: `${origin}/${localPool.poolId}`,
    keyFile,
    clock,
    restart,
    stop: () => {
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type TestIssuer = Awaited<ReturnType<typeof startTestIssuer>>

/** The parameters of a well-formed authorization request, some of them changed. */
export const request = (issuer: TestIssuer, changes: Record<string, string> = {}) => {
  const { verifier, challenge } = pkce()
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: localPool.clientId,
    redirect_uri: `${issuer.origin}${localPool.callback}`,
    scope: 'openid profile email',
    state: 'st',
    nonce: 'no',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changes,
  })
  return { verifier, query }
}

type Visit = { cookie?: string; changes?: Record<string, string> }

/** Where `/oauth2/authorize` sends the browser. */
export const authorize = async (issuer: TestIssuer, { cookie = '', changes = {} }: Visit = {}) => {
  const { query, verifier } = request(issuer, changes)
  const answer = await fetch(`${issuer.origin}/oauth2/authorize?${query}`, {
    redirect: 'manual',
    headers: { cookie },
  })
  return { verifier, answer, to: new URL(answer.headers.get('location') ?? 'about:blank', issuer.origin) }
}

/** Posts the sign-in form as a browser would. */
export const login = async (issuer: TestIssuer, query: URLSearchParams, password = 'diemcau') => {
  const answer = await fetch(`${issuer.origin}/login?${query}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: issuer.origin },
    body: new URLSearchParams({ username: 'ninhbinh', password }),
  })
  const location = answer.headers.get('location')
  return {
    answer,
    cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
    code: location ? (new URL(location).searchParams.get('code') ?? '') : '',
  }
}

/** Posts to the token endpoint; the answer's body and status. */
export const askToken = async (issuer: TestIssuer, fields: Record<string, string>) => {
  const answer = await fetch(`${issuer.origin}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: localPool.clientId,
      redirect_uri: `${issuer.origin}${localPool.callback}`,
      ...fields,
    }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, string> }
}

/** Exchanges a code. */
export const exchange = (issuer: TestIssuer, code: string, verifier: string, changes = {}) =>
  askToken(issuer, { grant_type: 'authorization_code', code, code_verifier: verifier, ...changes })

/** Renews by a refresh token. */
export const renew = (issuer: TestIssuer, refresh_token: string) =>
  askToken(issuer, { grant_type: 'refresh_token', refresh_token })
