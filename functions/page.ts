// The one HTML page, answered in both homes with a fresh nonce: styles and scripts without it never run.
import { Hono } from 'hono'
import { NONCE, type SecureHeadersVariables, secureHeaders } from 'hono/secure-headers'
import { required, setting } from './shared/config.ts'

export type PageSettings = {
  /** The token issuer, without a trailing slash. */
  issuer: string
  clientId: string
  /** Further origins the page may talk to: the sign-in pages, uploads, live screens. */
  origins?: string[]
  /** Where live screens hear: the address, and on AWS the name of the authorizer that lets them in. */
  live?: { url: string; authorizer?: string }
}

const liveSettings = (): Pick<PageSettings, 'live'> => {
  const [url, authorizer] = [setting('LIVE_URL'), setting('LIVE_AUTHORIZER')]
  return url ? { live: { url, ...(authorizer ? { authorizer } : {}) } } : {}
}

/** What the environment tells of this home, the same in both. */
export const pageSettings = (): PageSettings => ({
  issuer: required('TOKEN_ISSUER'),
  clientId: required('TOKEN_CLIENT_ID'),
  origins: required('PAGE_ORIGINS').split(' '),
  ...liveSettings(),
})

const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** The whole channel is of one origin, `wss:`. */
const liveOrigin = ({ live }: PageSettings) => (live ? [new URL(live.url).origin] : [])

const headers = (settings: PageSettings) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", NONCE],
      styleSrc: ["'self'", NONCE],
      // Printed pages are fetched and shown as pictures of this page's own making.
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      // Recordings are played from the store itself.
      mediaSrc: ["'self'", ...(settings.origins ?? []).filter((origin) => /^https?:/.test(origin))],
      // Said apart from the default: a library that keeps time in a worker of its own making must find a better way.
      workerSrc: ["'none'"],
      connectSrc: [
        "'self'",
        new URL(settings.issuer).origin,
        ...(settings.origins ?? []),
        ...liveOrigin(settings),
      ],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: {
      // The video room will ask for the first two, and a speaker may show a screen.
      camera: ['self'],
      microphone: ['self'],
      displayCapture: ['self'],
      fullscreen: ['self'],
      geolocation: [],
      payment: [],
      usb: [],
    },
    referrerPolicy: 'same-origin',
    // Where there is TLS, what ends it says this for every answer, the API's and the assets' too.
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
  })

/**
 * Serves the page at every path it is asked for; mount it after the API and the assets.
 * @param html the built index.html with its `__NONCE__` and `__SETTINGS__` placeholders
 */
export const createPage = (html: string, settings: PageSettings) => {
  const { issuer, clientId, live } = settings
  const page = html.replace('__SETTINGS__', () => attribute(JSON.stringify({ issuer, clientId, live })))
  return new Hono<{ Variables: SecureHeadersVariables }>().get('*', headers(settings), (c) => {
    const nonce = c.get('secureHeadersNonce') ?? ''
    return c.html(page.replaceAll('__NONCE__', nonce), 200, { 'cache-control': 'no-store' })
  })
}
