// The gateway of one machine: sends each path to the function that the gateway on AWS sends it to, by the same table.
import { type Context, Hono } from 'hono'
import { accounting } from '#functions/accounts/accounts-app.ts'
import { archiving } from '#functions/archive/archive-app.ts'
import { byContext } from '#functions/contexts.ts'
import { filing } from '#functions/files/files-app.ts'
import { signing } from '#functions/minutes/sign-app.ts'
import { searching } from '#functions/search/search-app.ts'
import { gatewayRoutes, type HttpBundle } from '../surface.ts'

type App = { fetch(request: Request, env: unknown): Response | Promise<Response> }

/** What answers for each HTTP function. */
export type Apps = Record<HttpBundle, App>

/** The apps of this process. */
const own: Apps = {
  accounts: accounting,
  api: byContext,
  archive: archiving,
  files: filing,
  'minutes-sign': signing,
  search: searching,
}

const asPattern = (path: string) => path.replace('{proxy+}', '*').replace(/\{(\w+)\}/g, ':$1')

/** API Gateway takes the most specific route; Hono the first: literal paths go before those that end in anything. */
const specificFirst = gatewayRoutes.toSorted(
  (a, b) => Number(a.path.endsWith('+}')) - Number(b.path.endsWith('+}')) || b.path.length - a.path.length,
)

/** @param given what answers for some functions instead; the demonstration may put the built bundles here */
export const gateway = (given: Partial<Apps> = {}): Hono => {
  const apps = { ...own, ...given }
  const app = new Hono()
  for (const { to, method, path } of specificFirst) {
    const answer = (c: Context) => apps[to].fetch(c.req.raw, c.env)
    if (method === 'ANY') app.all(asPattern(path), answer)
    else app.on(method, asPattern(path), answer)
  }
  return app
}
