// The web's files: where they are answered, how long a browser keeps them, and with which headers, in both homes.

/** Their names carry a hash of what is in them. */
export const hashed = '/assets/*'

/** Files of web/public: they keep their names when they change. */
export const unhashed = ['/emblem.svg']

const day = 86_400

/** @param path as a browser asks for it */
export const cacheOf = (path: string): string =>
  path.startsWith('/assets/') ? `public, max-age=${365 * day}, immutable` : `public, max-age=${day}`

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  woff: 'font/woff',
  woff2: 'font/woff2',
}

/** @throws Error for a file of a kind nobody has thought about: a browser must not guess */
export const typeOf = (path: string): string => {
  const type = types[path.slice(path.lastIndexOf('.') + 1)]
  if (!type) throw new Error(`What is ${path}? Name its type in infra/web.data.ts.`)
  return type
}

/** Nothing is embedded elsewhere, and opened by itself a file runs nothing. */
export const fileHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const
