// The routes that need no account: the gateway lets exactly these through unasked, and the matrix test knows them.

export const publicRoutes = [
  { method: 'GET', path: '/api/archive/keys' },
  { method: 'GET', path: '/api/archive/checkpoints' },
]

/** Opened by a delegate's personal link, which the function reads. */
export const linkRoutes = [
  { method: 'GET', path: '/api/personal' },
  { method: 'POST', path: '/api/personal/answer' },
  { method: 'POST', path: '/api/personal/substitute' },
  { method: 'POST', path: '/api/personal/check-in' },
  { method: 'GET', path: '/api/personal/contributions' },
  { method: 'POST', path: '/api/personal/contributions' },
  { method: 'PUT', path: '/api/personal/contributions/:ctb' },
  { method: 'POST', path: '/api/personal/contributions/:ctb/withdraw' },
  { method: 'GET', path: '/api/personal/floor' },
]
