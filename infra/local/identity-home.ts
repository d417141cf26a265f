// What the issuer's pages and endpoints share: settings, key, clock and the sign-ins under way.
import type { Account } from '#infra/local/accounts.data.ts'
import { loadIssuerKey } from '#infra/local/identity-key.ts'
import { openSignIns } from '#infra/local/identity-sign-ins.ts'

export type IssuerOptions = {
  /** Where the home listens, `http://127.0.0.1:4000`. */
  origin: string
  poolId: string
  clientId: string
  redirectUris: string[]
  logoutUris: string[]
  /** The RS256 key; refresh tokens are kept beside it. Both are for their owner only. */
  keyFile: string
  accounts: Account[]
  now: () => Date
}

/** What one authorization code stands for. `signInId` is set once it has been used. */
export type Grant = {
  username: string
  authTime: number
  scope: string
  nonce?: string | undefined
  challenge: string
  redirectUri: string
  expiresAt: number
  signInId?: string
}

/** A browser's session at the login page: who, and when the password was given. */
type Session = { username: string; authTime: number; expiresAt: number }

export const openHome = async (options: IssuerOptions) => {
  const seconds = () => Math.floor(options.now().getTime() / 1000)
  return {
    ...options,
    issuer: `${options.origin}/${options.poolId}`,
    key: await loadIssuerKey(options.keyFile),
    seconds,
    signIns: openSignIns(`${options.keyFile}.sign-ins`, seconds),
    grants: new Map<string, Grant>(),
    sessions: new Map<string, Session>(),
    accountOf: (username: string) => options.accounts.find((account) => account.username === username),
  }
}

export type Home = Awaited<ReturnType<typeof openHome>>
