// The routes that need no sign-in, as the API itself declares them: the gateway lets exactly these through unasked.
import { api } from '#functions/api.ts'
import type { GatewayRoute } from './constructs/api.ts'
import { braced, describedRoutes } from './openapi.ts'

export const publicRoutes: GatewayRoute[] = describedRoutes(api.routes)
  .filter(({ doc }) => doc.act === 'public')
  .map(({ method, path }) => ({ method, path: braced(path) }))
