// The bearer token: says who, never what. One check for Cognito and for the local issuer.
import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import * as z from 'zod'
import { now } from './clock.ts'
import { required } from './config.ts'
import { log } from './log.ts'
import { Problem } from './problem.ts'

const Claims = z.object({
  sub: z.string().min(1),
  client_id: z.string(),
  token_use: z.literal('access'),
  auth_time: z.number(),
  username: z.string(),
})

export type Claims = z.infer<typeof Claims>

type Trust = { issuer: string; clientId: string; keys: ReturnType<typeof createRemoteJWKSet> }

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
}

const refuse = (reason: string): never => {
  log.info('token refused', { reason })
  throw new Problem('unauthenticated')
}

/**
 * Verifies the raw `Authorization` header: signature (RS256), issuer, client, `token_use`, life.
 * @throws Problem `unauthenticated`
 */
export const verifyToken = async (authorization: string | undefined): Promise<Claims> => {
  const raw = /^Bearer ([\w.~+/-]+=*)$/.exec(authorization ?? '')?.[1] ?? refuse('no bearer token')
  const { issuer, clientId, keys } = trusted()
  const { payload } = await jwtVerify(raw, keys, {
    issuer,
    algorithms: ['RS256'],
    currentDate: now(),
    requiredClaims: ['exp', 'sub'],
  }).catch((error) => {
    if (error instanceof errors.JWKSTimeout) throw error
    return refuse(error instanceof errors.JOSEError ? error.code : 'malformed')
  })
  const claims = Claims.safeParse(payload)
  if (!claims.success) return refuse('claims')
  return claims.data.client_id === clientId ? claims.data : refuse('client')
}
