// The routes that need no sign-in, as the API itself declares them: the gateway lets exactly these through unasked.
import type { GatewayRoute } from './constructs/api.ts'

export const publicRoutes: GatewayRoute[] = [{ method: 'GET', path: '/api/archive/keys' }]
