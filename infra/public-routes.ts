// The routes that need no sign-in, as the API itself declares them: the gateway lets exactly these through unasked.
import type { GatewayRoute } from './constructs/api.ts'
import { braced, describedRoutes } from './openapi.ts'
import { surface } from './surface.ts'

export const publicRoutes: GatewayRoute[] = describedRoutes(surface)
  .filter(({ doc }) => doc.act === 'public')
  .map(({ method, path }) => ({ method, path: braced(path) }))
