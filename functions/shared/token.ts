// The bearer token: says who, never what. One check for Cognito and for the local issuer.
import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import * as z from 'zod'
import { now } from './clock.ts'
import { required } from './config.ts'
import { later } from './later.ts'
import { log } from './log.ts'
import { Problem } from './problem.ts'

const Claims = later(() =>
  z.object({
    sub: z.string().min(1),
    client_id: z.string(),
    token_use: z.literal('access'),
    auth_time: z.number(),
    /** When its life ends, epoch seconds. */
    exp: z.number(),
    username: z.string(),
  }),
)

export type Claims = z.infer<typeof Claims>

type Trust = { issuer: string; clientId: string; keys: ReturnType<typeof createRemoteJWKSet> }

type Verified = { claims: Claims; expiresAt: number; until: number }

const rememberedMs = 60_000
const most = 5_000

const passed = new Map<string, Verified>()

let trust: Trust | undefined

const trusted = (): Trust => {
  if (trust) return trust
  const issuer = required('TOKEN_ISSUER')
  trust = {
    issuer,
    clientId: required('TOKEN_CLIENT_ID'),
    keys: createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`)),
  }
  return trust
}

/** Forgets issuer and keys: for tests that move to another issuer. */
export const resetTrust = (): void => {
  trust = undefined
  passed.clear()
}

/** Forgets which tokens passed: for measuring what their verification costs. */
export const forgetTokens = (): void => passed.clear()

const refuse = (reason: string): never => {
  log.debug('token refused', { reason })
  throw new Problem('unauthenticated')
}

/** Whether the token is at fault, and not our way to the issuer's keys: only the former is a 401. */
const isTheTokens = (error: unknown): error is errors.JOSEError =>
  error instanceof errors.JOSEError &&
  !['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'].includes(error.code)

const verify = async (raw: string): Promise<Verified> => {
  const { issuer, clientId, keys } = trusted()
  const { payload } = await jwtVerify(raw, keys, {
    issuer,
    algorithms: ['RS256'],
    currentDate: now(),
    requiredClaims: ['exp', 'sub'],
  }).catch((error) => {
    if (isTheTokens(error)) return refuse(error.code)
    throw error
  })
  const claims = Claims.safeParse(payload)
  if (!claims.success) return refuse('claims')
  if (claims.data.client_id !== clientId) return refuse('client')
  return {
    claims: claims.data,
    expiresAt: (payload.exp ?? 0) * 1000,
    until: performance.now() + rememberedMs,
  }
}

/**
 * Verifies the raw `Authorization` header: signature (RS256), issuer, client, `token_use`, life. A token that
 * passed is remembered for a minute, for its bytes cannot change; a withdrawn key is felt within that minute.
 * @throws Problem `unauthenticated`
 */
export const verifyToken = async (authorization: string | undefined): Promise<Claims> => {
  const raw = /^Bearer ([\w.~+/-]+=*)$/.exec(authorization ?? '')?.[1] ?? refuse('no bearer token')
  const known = passed.get(raw)
  if (known && known.until > performance.now()) {
    return known.expiresAt > now().getTime() ? known.claims : refuse('expired')
  }
  const verified = await verify(raw)
  if (passed.size >= most) passed.clear()
  passed.set(raw, verified)
  return verified.claims
}
