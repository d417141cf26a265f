// The real Hono app over the embedded engine, with signed tokens and clients that act as somebody.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { buildBoard } from '#functions/bridge-points/build-board.ts'
import { forgetBoard } from '#functions/bridge-points/read-board.ts'
import { forgetStanding, grantItem, holderItem } from '#functions/grants/entity.ts'
import type { Role, Scope } from '#functions/grants/schema.ts'
import { now } from '#functions/shared/clock.ts'
import { newId } from '#functions/shared/new-id.ts'
import type { Item } from '#functions/shared/table.ts'
import { resetTrust } from '#functions/shared/token.ts'
import { startTestEngine } from './engine.ts'
import { insisting } from './insisting.ts'
import { plant } from './plant.ts'

/** Anything that answers requests as Hono apps do. */
type App = { request(path: string, init?: RequestInit): Response | Promise<Response> }

// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what each test asserts.
export type Answer = { status: number; body: any; headers: Headers }

type Extra = { key?: string; version?: number | string; headers?: Record<string, string>; raw?: string }

export type Client = {
  sub: string
  personId: string
  get(path: string, extra?: Extra): Promise<Answer>
  post(path: string, body?: unknown, extra?: Extra): Promise<Answer>
  put(path: string, body: unknown, extra?: Extra): Promise<Answer>
}

const clientId = 'test-client'

/** Seconds. */
const tokenServes = 30

/** There is no stream here, hence no builder: a board is read as it is once its builder has caught up. */
const catchUp = async (path: string): Promise<void> => {
  const [, id] = /^\/api\/conferences\/(cnf_\w+)\/board$/.exec(path) ?? []
  if (!id) return
  await insisting(() => buildBoard(id))
  forgetBoard(id)
}

let keyPair: ReturnType<typeof generateKeyPair> | undefined

/** An issuer of access tokens that only serves its keys: the full sign-in has tests of its own. */
const startIssuer = async () => {
  // One pair for all issuers of a worker: finding one costs more than an engine's start.
  keyPair ??= generateKeyPair('RS256')
  const { publicKey, privateKey } = await keyPair
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'RS256', use: 'sig' }]
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/test_pool`
  const sign = (sub: string, authTime: number, at: number) =>
    new SignJWT({
      client_id: clientId,
      token_use: 'access',
      auth_time: authTime,
      username: sub,
      scope: 'openid',
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'test' })
      .setSubject(sub)
      .setIssuer(issuer)
      .setIssuedAt(at)
      .setExpirationTime(at + 900)
      .sign(privateKey)
  const signed = new Map<string, { at: number; token: Promise<string> }>()
  /** For some seconds somebody's token is the same one, as a page's is: signing costs more than most requests. */
  const token = (sub: string, authTime?: number): Promise<string> => {
    const at = Math.floor(now().getTime() / 1000)
    const key = `${sub} ${authTime ?? ''}`
    const known = signed.get(key)
    if (known && known.at <= at && at - known.at < tokenServes) return known.token
    const fresh = { at, token: sign(sub, authTime ?? at, at) }
    signed.set(key, fresh)
    return fresh.token
  }
  return { issuer, token, stop: () => server.close() }
}

const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text()
  const json = /json/.test(response.headers.get('Content-Type') ?? '')
  return { status: response.status, body: json && text ? JSON.parse(text) : text, headers: response.headers }
}

const bodyOf = (body: unknown, extra: Extra): { body?: string } => {
  if (extra.raw !== undefined) return { body: extra.raw }
  return { body: JSON.stringify(body ?? {}) }
}

/**
 * Starts an engine of its own with the house's manners on, an issuer, and returns clients for the given apps.
 * @param route picks the app that answers a path, as the gateway does
 * @param items what the table begins with, however much
 */
export const startApi = async (route: (path: string) => App, items?: Iterable<Item>) => {
  const engine = await startTestEngine({}, items)
  const { issuer, token, stop } = await startIssuer()
  process.env.TOKEN_ISSUER = issuer
  process.env.TOKEN_CLIENT_ID = clientId
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:8080'
  resetTrust()

  const send = async (path: string, init: RequestInit) => answerOf(await route(path).request(path, init))

  const as = (sub: string, personId: string, authTime?: number): Client => {
    const call = async (method: string, path: string, extra: Extra = {}, body?: { body?: string }) => {
      if (method === 'GET') await catchUp(path)
      return send(path, {
        method,
        ...body,
        headers: {
          Authorization: `Bearer ${await token(sub, authTime)}`,
          ...(body ? { 'Content-Type': 'application/json' } : {}),
          ...(method === 'POST' ? { 'Idempotency-Key': extra.key ?? randomUUID() } : {}),
          ...(extra.version === undefined ? {} : { 'If-Match': `"${extra.version}"` }),
          ...extra.headers,
        },
      })
    }
    return {
      sub,
      personId,
      get: (path, extra) => call('GET', path, extra),
      post: (path, body, extra = {}) => call('POST', path, extra, bodyOf(body, extra)),
      put: (path, body, extra = {}) => call('PUT', path, extra, bodyOf(body, extra)),
    }
  }

  /** A new account with a person and the grants named, written straight to the table. */
  const somebody = async (...held: [Role, Scope][]): Promise<Client> => {
    const sub = randomUUID()
    const personId = newId('prs')
    const grants = held.map(([role, scope]) =>
      grantItem({
        id: newId('grt'),
        sub,
        personId,
        role,
        scope,
        validFrom: '1900-01-01T00:00:00.000Z',
        grantedBy: 'test',
      }),
    )
    const holder = holderItem({ sub, personId, name: `Cán bộ ${sub.slice(0, 4)}` })
    await plant([holder, ...grants])
    return as(sub, personId)
  }

  /** Gives one more role to somebody, felt at once. */
  const grant = async (client: Client, role: Role, scope: Scope): Promise<void> => {
    const item = grantItem({
      id: newId('grt'),
      sub: client.sub,
      personId: client.personId,
      role,
      scope,
      validFrom: '1900-01-01T00:00:00.000Z',
      grantedBy: 'test',
    })
    await plant([item])
    forgetStanding(client.sub)
  }

  return {
    engine,
    send,
    grant,
    token,
    as,
    somebody,
    stop: async () => {
      stop()
      await engine.stop()
    },
  }
}

export type TestApi = Awaited<ReturnType<typeof startApi>>
