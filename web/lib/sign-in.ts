// Sign-in by authorization code and PKCE; tokens live in this tab's session storage and renew by refresh token.
import { ErrorResponse, UserManager, WebStorageStateStore } from 'oidc-client-ts'
import { settings } from './settings.ts'
import { forgetTyped, typedBy } from './typed.ts'

const manager = new UserManager({
  authority: settings.issuer,
  client_id: settings.clientId,
  redirect_uri: `${location.origin}/signed-in`,
  post_logout_redirect_uri: location.origin,
  response_type: 'code',
  scope: 'openid profile',
  // Our own renewal on use: a hidden frame would need the issuer's pages inside ours.
  automaticSilentRenew: false,
  userStore: new WebStorageStateStore({ store: sessionStorage }),
  // A line that hangs would hold up every request that waits for a fresh token.
  requestTimeoutInSeconds: 20,
})

const secondsBeforeExpiry = 30

/** The access token to send, renewed if it is about to end; undefined when nobody is signed in. */
export const accessToken = async (): Promise<string | undefined> => {
  const user = await manager.getUser()
  if (!user) return undefined
  if ((user.expires_in ?? 0) > secondsBeforeExpiry) return user.access_token
  return renew()
}

/** Answers of an issuer that cannot just now. */
const passing: readonly string[] = ['temporarily_unavailable', 'server_error', 'slow_down']

let renewing: Promise<string | undefined> | undefined

/** Renews once, however many requests find the token old: a rotated refresh token serves one use. */
export const renew = (): Promise<string | undefined> => {
  renewing ??= manager
    .signinSilent()
    .then((user) => user?.access_token)
    .catch(async (error) => {
      // A lost line or a busy issuer refuses nothing: only the issuer's own refusal ends the sign-in.
      if (error instanceof ErrorResponse && !passing.includes(error.error ?? '')) await manager.removeUser()
      return undefined
    })
    .finally(() => {
      renewing = undefined
    })
  return renewing
}

/** Leaves for the sign-in page and comes back to `returnTo`; `fresh` asks for the password again, as signing needs. */
export const signIn = (returnTo = location.pathname + location.search, fresh = false): Promise<void> =>
  manager.signinRedirect({ state: returnTo, ...(fresh ? { prompt: 'login', max_age: 0 } : {}) })

/** Whose data this page holds. */
let shownTo: string | undefined

/** Takes the code in the address for tokens. @returns where the person was going */
export const finishSignIn = async (): Promise<string> => {
  const user = await manager.signinRedirectCallback()
  shownTo = user.profile.sub
  typedBy(shownTo)
  return typeof user.state === 'string' && user.state.startsWith('/') ? user.state : '/'
}

/**
 * Forgets the tokens here and at the issuer, here also without a line. Cognito has its own `/logout`, unknown to OpenID
 * discovery.
 */
export const signOut = async (): Promise<void> => {
  const endpoint = await manager.metadataService.getAuthorizationEndpoint().catch(() => undefined)
  await manager.revokeTokens(['refresh_token']).catch(() => undefined)
  await manager.removeUser()
  forgetTyped()
  if (!endpoint) return location.assign('/welcome')
  const leave = new URL('/logout', endpoint)
  leave.searchParams.set('client_id', settings.clientId)
  leave.searchParams.set('logout_uri', location.origin)
  location.assign(leave)
}

/** Whose sign-in this tab holds, also when its token has run out. */
export const signedInAs = async (): Promise<string | undefined> => (await manager.getUser())?.profile.sub

export const isSignedIn = async (): Promise<boolean> => (await manager.getUser()) !== null

/** What the browser's Back brings back as it was is shown again to the person it was shown to, and to nobody else. */
export const guardRestoredPages = async (): Promise<void> => {
  addEventListener('pageshow', async ({ persisted }) => {
    if (persisted && (await signedInAs()) !== shownTo) location.reload()
  })
  shownTo = await signedInAs()
}
