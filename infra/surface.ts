// The whole HTTP surface: which function answers what, and which routes need no sign-in, as the apps themselves declare.
import { accounting } from '#functions/accounts/accounts-app.ts'
import { api } from '#functions/api.ts'
import { archiving } from '#functions/archive/archive-app.ts'
import { filing } from '#functions/files/files-app.ts'
import { signing } from '#functions/minutes/sign-app.ts'
import { searching } from '#functions/search/search-app.ts'
import { braced, describedRoutes } from './openapi.ts'

/** The HTTP functions, by the names of their bundles. */
export const apps = {
  accounts: accounting.routes,
  api: api.routes,
  archive: archiving.routes,
  files: filing.routes,
  'minutes-sign': signing.routes,
  search: searching.routes,
}
export type HttpBundle = keyof typeof apps

export const surface = Object.values(apps).flat()

/** A route of the gateway: path parameters in braces; the most specific one wins. */
export type GatewayRoute = { to: HttpBundle; method: string; path: string; public?: true }

const bundles = Object.keys(apps) as HttpBundle[]

/** What needs no account's token: the gateway lets exactly these through unasked. Personal links are read by the function. */
const publicRoutes: GatewayRoute[] = bundles.flatMap((to) =>
  describedRoutes(apps[to])
    .filter(({ doc }) => doc.act === 'public' || doc.act === 'personal')
    .map(({ method, path }) => ({ to, method, path: braced(path), public: true as const })),
)

/** Everything goes to the API but the archive, what touches files, and the two routes that reach the key. */
export const gatewayRoutes: GatewayRoute[] = [
  { to: 'api', method: 'ANY', path: '/api/{proxy+}' },
  { to: 'accounts', method: 'ANY', path: '/api/accounts' },
  { to: 'accounts', method: 'ANY', path: '/api/accounts/{proxy+}' },
  { to: 'archive', method: 'ANY', path: '/api/archive' },
  { to: 'archive', method: 'ANY', path: '/api/archive/{proxy+}' },
  { to: 'search', method: 'GET', path: '/api/archive/search' },
  { to: 'api', method: 'ANY', path: '/api/archive/imports' },
  { to: 'api', method: 'ANY', path: '/api/archive/imports/{proxy+}' },
  { to: 'files', method: 'ANY', path: '/api/uploads' },
  { to: 'files', method: 'ANY', path: '/api/uploads/{proxy+}' },
  { to: 'files', method: 'GET', path: '/api/jobs/{id}/result' },
  { to: 'files', method: 'GET', path: '/api/conferences/{id}/contributions/{ctb}/versions/compare' },
  {
    to: 'files',
    method: 'GET',
    path: '/api/conferences/{id}/contributions/{ctb}/versions/{number}/receipt.json',
  },
  { to: 'files', method: 'GET', path: '/api/conferences/{id}/contributions/{ctb}/files/{digest}' },
  { to: 'files', method: 'GET', path: '/api/conferences/{id}/recordings/{rcd}/file' },
  { to: 'files', method: 'GET', path: '/api/conferences/{id}/bulletin/photos/{photo}/file' },
  { to: 'minutes-sign', method: 'POST', path: '/api/conferences/{id}/minutes/sign' },
  { to: 'minutes-sign', method: 'POST', path: '/api/conferences/{id}/minutes/seal' },
  { to: 'minutes-sign', method: 'POST', path: '/api/archive/imports/{id}/seal' },
  ...publicRoutes,
]
