// The routes that need no sign-in: the gateway lets exactly these through unasked, and the matrix test knows them.

export const publicRoutes = [{ method: 'GET', path: '/api/archive/keys' }]
