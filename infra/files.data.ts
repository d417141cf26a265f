// What both homes' bucket of files grants a browser, and when it lets go of what is passing.

/** The web's scripts put uploads, and read printed pages to show them: downloads are followed by the browser itself. */
export const webAccess = {
  methods: ['GET', 'PUT'],
  headers: ['content-type', 'if-none-match', 'x-amz-checksum-sha256'],
  maxAgeSeconds: 600,
} as const

/** Days after which objects below a prefix go: uploads nobody had checked, and what jobs made. */
export const passing = [
  { prefix: 'quarantine/', days: 1 },
  { prefix: 'exports/', days: 7 },
  { prefix: 'packages/', days: 7 },
] as const
