// What the issuer's pages and endpoints share: settings, key, clock and the sign-ins under way.
import type { Account } from '#infra/local/accounts.data.ts'
import { loadIssuerKey } from '#infra/local/identity-key.ts'
import { openSignIns } from '#infra/local/identity-sign-ins.ts'
import { openUsers } from '#infra/local/identity-users.ts'

export type IssuerOptions = {
  /** Where the home listens, `http://127.0.0.1:4000`. */
  origin: string
  poolId: string
  clientId: string
  redirectUris: string[]
  logoutUris: string[]
  /** The RS256 key; sign-ins and users are kept beside it. All are for their owner only. */
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

/** Whoever came with a first password and now chooses one; good for as long as Cognito's own session is. */
type Newcomer = { username: string; expiresAt: number }

export const openHome = async (options: IssuerOptions) => {
  const seconds = () => Math.floor(options.now().getTime() / 1000)
  const users = openUsers(`${options.keyFile}.users`, options.accounts, seconds)
  const signIns = openSignIns(`${options.keyFile}.sign-ins`, seconds)
  const sessions = new Map<string, Session>()
  const grants = new Map<string, Grant>()
  return {
    ...options,
    issuer: `${options.origin}/${options.poolId}`,
    key: await loadIssuerKey(options.keyFile),
    seconds,
    users,
    signIns,
    grants,
    sessions,
    newcomers: new Map<string, Newcomer>(),
    /** The user of that name, unless disabled. */
    accountOf: (username: string) => {
      const user = users.find(username)
      return user?.enabled ? user : undefined
    },
    /** Ends every sign-in, session and unused code of a user, wherever they are. */
    signOutEverywhere: (username: string) => {
      signIns.endOf(username)
      for (const [id, session] of sessions) if (session.username === username) sessions.delete(id)
      for (const [code, grant] of grants) if (grant.username === username) grants.delete(code)
    },
  }
}

export type Home = Awaited<ReturnType<typeof openHome>>
