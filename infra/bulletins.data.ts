// The public place of bulletins: what is said with every answer, the log of who asked, in both homes.

/** Nothing but what lies there itself may be shown, run or asked for; nobody may frame it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const publicHeaders = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const

/** Where it is served, and the prefix of its objects. */
export const publicPath = '/ban-tin/'

/** Where CloudFront delivers its logs, in the bucket of logs. */
export const logPrefix = 'web/'

/** A folder's page: S3 knows no index documents behind CloudFront. */
export const indexOf = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path)
