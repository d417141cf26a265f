// Sign-in of the one-machine home: Cognito's paths and claims (OIDC code + PKCE), signed by jose.
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { insideAws } from '#functions/shared/config.ts'
import { localAssets } from '#infra/local/html.ts'
import { authorizeRoutes } from '#infra/local/identity-authorize.ts'
import { cognitoRoutes } from '#infra/local/identity-cognito.ts'
import { type Home, type IssuerOptions, openHome } from '#infra/local/identity-home.ts'
import { tokenRoutes } from '#infra/local/identity-token.ts'

const discovery = ({ origin, issuer }: Home) => ({
  issuer,
  authorization_endpoint: `${origin}/oauth2/authorize`,
  token_endpoint: `${origin}/oauth2/token`,
  userinfo_endpoint: `${origin}/oauth2/userInfo`,
  revocation_endpoint: `${origin}/oauth2/revoke`,
  end_session_endpoint: `${origin}/logout`,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  response_types_supported: ['code'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['none'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  scopes_supported: ['openid', 'profile', 'email'],
})

/**
 * Builds the issuer, to be mounted at the root of the home's server.
 * Its issuer URL is `<origin>/<poolId>`; the API's TOKEN_ISSUER must be the same.
 * @throws Error inside AWS, where only the stage's Cognito pool may say who somebody is.
 */
export const createIssuer = async (options: IssuerOptions): Promise<Hono> => {
  if (insideAws()) throw new Error('The local issuer is for one machine only and is refused inside AWS.')
  const home = await openHome(options)
  const app = new Hono()
  app.use(`/${home.poolId}/.well-known/*`, cors())
  app.get(`/${home.poolId}/.well-known/openid-configuration`, (c) => c.json(discovery(home)))
  app.get(`/${home.poolId}/.well-known/jwks.json`, (c) => c.json({ keys: [home.key.publicJwk] }))
  app.route('/', authorizeRoutes(home))
  app.route('/', tokenRoutes(home))
  app.route('/', cognitoRoutes(home))
  app.route('/', localAssets())
  return app
}
