// The one HTML page, answered in both homes with a fresh nonce: styles and scripts without it never run.
import { Hono } from 'hono'
import { NONCE, type SecureHeadersVariables, secureHeaders } from 'hono/secure-headers'

export type PageSettings = {
  /** The token issuer, without a trailing slash. */
  issuer: string
  clientId: string
  /** Further origins the page may talk to: the sign-in pages, uploads, live screens. */
  origins?: string[]
  /** Where live screens hear: the address, and on AWS the name of the authorizer that lets them in. */
  live?: { url: string; authorizer?: string }
}

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
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
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
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
  })

/**
 * Serves the page at every path it is asked for; mount it after the API and the assets.
 * @param html the built index.html with its `__NONCE__` and `__SETTINGS__` placeholders
 */
export const createPage = (html: string, settings: PageSettings) => {
  const { issuer, clientId, live } = settings
  const page = html.replace('__SETTINGS__', attribute(JSON.stringify({ issuer, clientId, live })))
  return new Hono<{ Variables: SecureHeadersVariables }>().get('*', headers(settings), (c) => {
    const nonce = c.get('secureHeadersNonce') ?? ''
    return c.html(page.replaceAll('__NONCE__', nonce), 200, { 'cache-control': 'no-store' })
  })
}
