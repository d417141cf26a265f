// Signs in as a browser does, over real HTTP with code and PKCE: for the demonstration and for tests.
import { createHash, randomBytes } from 'node:crypto'

export type Tokens = { accessToken: string; idToken: string; refreshToken: string; expiresIn: number }

/** The local home's pool and its one application. */
export const localPool = { poolId: 'local_diemcau', clientId: 'diemcau-web', callback: '/signed-in' }

type Application = { clientId?: string; redirectUri?: string }

/** A fresh PKCE pair. */
export const pkce = () => {
  const verifier = randomBytes(32).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}

const codeFor = async (origin: string, query: URLSearchParams, username: string, password: string) => {
  const answer = await fetch(`${origin}/login?${query}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin },
    body: new URLSearchParams({ username, password }),
  })
  const code = new URL(answer.headers.get('location') ?? origin).searchParams.get('code')
  if (!code) throw new Error(`Sign-in of ${username} was refused (${answer.status}).`)
  return code
}

/**
 * Gives a username and password to the sign-in page and exchanges the code.
 * @throws Error when the page or the token endpoint refuses
 */
export const signIn = async (
  origin: string,
  username: string,
  password: string,
  application: Application = {},
): Promise<Tokens> => {
  const client_id = application.clientId ?? localPool.clientId
  const redirect_uri = application.redirectUri ?? `${origin}${localPool.callback}`
  const { verifier, challenge } = pkce()
  const query = new URLSearchParams({
    response_type: 'code',
    client_id,
    redirect_uri,
    scope: 'openid profile email',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })
  const code = await codeFor(origin, query, username, password)
  const answer = await fetch(`${origin}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id,
      redirect_uri,
      code,
      code_verifier: verifier,
    }),
  })
  if (!answer.ok) throw new Error(`The token endpoint refused (${answer.status}).`)
  const tokens = (await answer.json()) as Record<string, string & number>
  return {
    accessToken: String(tokens.access_token),
    idToken: String(tokens.id_token),
    refreshToken: String(tokens.refresh_token),
    expiresIn: Number(tokens.expires_in),
  }
}
