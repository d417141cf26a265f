// The issuer's signing key: made once by jose, kept in the data folder for its owner only.
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { writeOwnFile } from '#infra/local/own-file.ts'

export type IssuerKey = { kid: string; sign: CryptoKey; verify: CryptoKey; publicJwk: JWK }

const make = async (file: string): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  mkdirSync(dirname(file), { recursive: true })
  writeOwnFile(file, JSON.stringify(jwk))
  return jwk
}

const asKey = async (jwk: JWK): Promise<CryptoKey> => {
  const key = await importJWK(jwk, 'RS256')
  if (key instanceof Uint8Array) throw new Error('The issuer key file holds no RSA key.')
  return key
}

/** Loads the RS256 key, or makes it. Its kid is the RFC 7638 thumbprint. */
export const loadIssuerKey = async (file: string): Promise<IssuerKey> => {
  const jwk: JWK = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : await make(file)
  chmodSync(file, 0o600)
  const kid = await calculateJwkThumbprint(jwk)
  const { kty, n, e } = jwk
  if (kty !== 'RSA' || !n || !e) throw new Error('The issuer key file holds no RSA key.')
  const publicJwk: JWK = { kty, n, e, kid, alg: 'RS256', use: 'sig' }
  return { kid, sign: await asKey(jwk), verify: await asKey(publicJwk), publicJwk }
}
