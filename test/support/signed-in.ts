// A browser profile that is signed in already: the tokens are asked for over HTTP and lie where the page itself keeps them.
import { decodeJwt } from 'jose'
import type { Page } from 'playwright-core'
import { localPassword } from '#infra/local/accounts.data.ts'
import { localPool, signIn } from '#infra/local/sign-in.ts'

/** What a tab's session storage holds. */
export type Kept = Record<string, string>

const scope = 'openid profile'

/** As web/lib/sign-in.ts leaves a tab's storage after the walk through the login page. */
export const tokensOf = async (origin: string, username: string): Promise<Kept> => {
  const { accessToken, idToken, refreshToken, expiresIn } = await signIn(origin, username, localPassword)
  const profile = decodeJwt(idToken)
  const user = {
    id_token: idToken,
    access_token: accessToken,
    refresh_token: refreshToken,
    token_type: 'Bearer',
    scope,
    profile,
    // By the browser's clock, which is the machine's, whatever the home plays.
    expires_at: Math.floor(Date.now() / 1000) + expiresIn,
  }
  return {
    [`oidc.user:${origin}/${localPool.poolId}:${localPool.clientId}`]: JSON.stringify(user),
    'diemcau.typed-by': String(profile.sub),
  }
}

/** Runs before a page's scripts: a tab is given this once, so that who signs out or in again is not undone. */
const give = ({ origin, kept }: { origin: string; kept: Kept }) => {
  const given = 'signed-in-by-test'
  if (location.origin !== origin || sessionStorage.getItem(given)) return
  for (const [name, value] of Object.entries({ ...kept, [given]: 'true' }))
    sessionStorage.setItem(name, value)
}

/** A tab that belongs to whom these tokens are of, once it goes to the home. */
export const giveTokens = (page: Page, origin: string, kept: Kept) =>
  page.addInitScript(give, { origin, kept })
