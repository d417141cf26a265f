// The API's token check against the local issuer: only its own unexpired access tokens for our client pass.
import { readFileSync } from 'node:fs'
import {
  type CryptoKey,
  decodeJwt,
  decodeProtectedHeader,
  generateKeyPair,
  importJWK,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '#functions/shared/clock.ts'
import { resetTrust, verifyToken } from '#functions/shared/token.ts'
import { localPool, signIn, type Tokens } from '#infra/local/sign-in.ts'
import { startTestIssuer, type TestIssuer } from '#test/support/issuer.ts'

let issuer: TestIssuer
let other: TestIssuer
let tokens: Tokens
let key: CryptoKey
let kid: string

beforeAll(async () => {
  issuer = await startTestIssuer()
  other = await startTestIssuer()
  process.env.TOKEN_ISSUER = issuer.issuer
  process.env.TOKEN_CLIENT_ID = localPool.clientId
  setClock(() => new Date(issuer.clock.at))
  resetTrust()
  key = (await importJWK(JSON.parse(readFileSync(issuer.keyFile, 'utf8')), 'RS256')) as CryptoKey
})
afterAll(() => {
  issuer.stop()
  other.stop()
})
beforeEach(async () => {
  tokens = await signIn(issuer.origin, 'ninhbinh', 'diemcau')
  kid = decodeProtectedHeader(tokens.accessToken).kid ?? ''
})

const check = (raw: string) => verifyToken(`Bearer ${raw}`)
const refused = { slug: 'unauthenticated' }
/** Our own key, our own claims, some of them changed: the issuer would never make these. */
const forge = (changes: JWTPayload, header: { kid?: string } = {}, by = key) =>
  new SignJWT({ ...decodeJwt(tokens.accessToken), ...changes })
    .setProtectedHeader({ alg: 'RS256', kid, ...header })
    .sign(by)

test('an access token of the issuer says who and since when', async () => {
  expect(await check(tokens.accessToken)).toMatchObject({
    sub: decodeJwt(tokens.idToken).sub,
    username: 'ninhbinh',
    auth_time: issuer.clock.at / 1000,
  })
  expect((await check(await forge({}))).username).toBe('ninhbinh')
})

test.each([
  ['an id token', () => tokens.idToken],
  ['another use', () => forge({ token_use: 'id' })],
  ['another issuer', () => forge({ iss: 'http://127.0.0.1:1/local_diemcau' })],
  ['another client', () => forge({ client_id: 'another' })],
  ['no subject', () => forge({ sub: '' })],
  ['no expiry', () => forge({ exp: undefined as never })],
  ['a time not yet come', () => forge({ nbf: issuer.clock.at / 1000 + 3600 })],
  ['an unknown key id', () => forge({}, { kid: 'another' })],
  ['a foreign key under our key id', async () => forge({}, {}, (await generateKeyPair('RS256')).privateKey)],
  ['alg none', () => new UnsecuredJWT(decodeJwt(tokens.accessToken)).encode()],
  ['an HMAC made with the public key', () => hmacForged()],
  ['a token of another issuer', async () => (await signIn(other.origin, 'ninhbinh', 'diemcau')).accessToken],
  ['a refresh token', () => tokens.refreshToken],
  ['nothing', () => ''],
])('%s is refused', async (_what, make) => {
  await expect(check(await make())).rejects.toMatchObject(refused)
})

test('every changed part of a token is refused', async () => {
  const parts = tokens.accessToken.split('.')
  for (const at of [0, 1, 2]) {
    const changed = parts.with(at, flip(parts[at] ?? ''))
    await expect(check(changed.join('.'))).rejects.toMatchObject(refused)
  }
})

test('a token is good for 15 minutes, by the house clock', async () => {
  issuer.clock.at += 899_000
  await check(tokens.accessToken)
  issuer.clock.at += 1_000
  await expect(check(tokens.accessToken)).rejects.toMatchObject(refused)
})

test('the header must carry exactly one bearer token', async () => {
  for (const header of [undefined, tokens.accessToken, `Basic ${tokens.accessToken}`, 'Bearer a.b.c d'])
    await expect(verifyToken(header)).rejects.toMatchObject(refused)
})

/** The confusion of RFC 8725 2.1: the published key taken as a shared secret. */
const hmacForged = async () => {
  const { keys } = (await (await fetch(`${issuer.issuer}/.well-known/jwks.json`)).json()) as {
    keys: object[]
  }
  return new SignJWT(decodeJwt(tokens.accessToken))
    .setProtectedHeader({ alg: 'HS256', kid })
    .sign(new TextEncoder().encode(JSON.stringify(keys[0])))
}

const flip = (part: string) => {
  const middle = part.length >> 1
  return part.slice(0, middle) + (part[middle] === 'A' ? 'B' : 'A') + part.slice(middle + 1)
}

test('an issuer that cannot be reached is a fault of ours, not of the token', async () => {
  process.env.TOKEN_ISSUER = 'http://127.0.0.1:9/local_diemcau'
  resetTrust()
  try {
    await expect(check(tokens.accessToken)).rejects.not.toMatchObject(refused)
  } finally {
    process.env.TOKEN_ISSUER = issuer.issuer
    resetTrust()
  }
})
