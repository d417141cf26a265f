// Access and id tokens with the claims Cognito puts in them.
import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import type { Home } from '#infra/local/identity-home.ts'
import type { SignIn } from '#infra/local/identity-sign-ins.ts'
import type { User } from '#infra/local/identity-users.ts'

/** Seconds an access or id token lives. */
export const tokenSeconds = 15 * 60

const signed = (home: Home, claims: Record<string, unknown>, sub: string) => {
  const at = home.seconds()
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: home.key.kid, typ: 'JWT' })
    .setIssuer(home.issuer)
    .setSubject(sub)
    .setIssuedAt(at)
    .setExpirationTime(at + tokenSeconds)
    .setJti(randomUUID())
    .sign(home.key.sign)
}

const shared = (signIn: SignIn, account: User) => ({
  origin_jti: signIn.id,
  auth_time: signIn.authTime,
  ...(account.role ? { 'cognito:groups': [account.role] } : {}),
})

/** For the API: who (`sub`), by which application, since when signed in. It says nothing of rights. */
export const accessToken = (home: Home, signIn: SignIn, account: User): Promise<string> =>
  signed(
    home,
    {
      ...shared(signIn, account),
      token_use: 'access',
      client_id: home.clientId,
      scope: signIn.scope,
      username: account.username,
      version: 2,
    },
    account.sub,
  )

/** For the application: whose name to show. */
export const idToken = (home: Home, signIn: SignIn, account: User, nonce?: string): Promise<string> =>
  signed(
    home,
    {
      ...shared(signIn, account),
      token_use: 'id',
      aud: home.clientId,
      'cognito:username': account.username,
      name: account.name,
      email: account.email,
      email_verified: true,
      ...(nonce ? { nonce } : {}),
    },
    account.sub,
  )
