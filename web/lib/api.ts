// The API as typed calls of whoever is signed in: adds the token, throws typed problems.
import { hc } from 'hono/client'
import type { AccountsApi } from '#functions/accounts/accounts-app.ts'
import type { Api } from '#functions/api.ts'
import type { ArchiveApi } from '#functions/archive/archive-app.ts'
import type { FilesApi } from '#functions/files/files-app.ts'
import type { SignApi } from '#functions/minutes/sign-app.ts'
import type { SearchApi } from '#functions/search/search-app.ts'
import { ApiProblem, problemOf } from './problem.ts'
import { send } from './send.ts'
import { accessToken, isSignedIn, renew, signIn } from './sign-in.ts'

const asBearer = (token: string | undefined) => token && `Bearer ${token}`

/** `fetch` for the API. A token found old is renewed once; without one the person is asked to sign in. */
const apiFetch: typeof fetch = async (input, init) => {
  const first = await send(input, init, asBearer(await accessToken()))
  const response = first.status === 401 ? await again(first, input, init) : first
  if (response.ok) return response
  throw await problemOf(response)
}

const again = async (first: Response, input: RequestInfo | URL, init: RequestInit | undefined) => {
  const problem = await problemOf(first.clone())
  if (problem.slug === 'sign-in-too-old') return first
  const token = await renew()
  if (token) return send(input, init, asBearer(token))
  // Renewal that only lacked a line ends nobody's work: leaving now would lead to a page that cannot be reached.
  if (await isSignedIn()) throw new ApiProblem('offline', 0)
  await signIn()
  return first
}

export const api = hc<Api>(location.origin, { fetch: apiFetch }).api

/** The two acts that only the signing function serves; the gateway routes them there. */
export const signing = hc<SignApi>(location.origin, { fetch: apiFetch }).api

/** Sealed records are served by a function of their own. */
export const { archive } = hc<ArchiveApi>(location.origin, { fetch: apiFetch }).api

/** Full text over the archive has a function of its own, for it holds the index. */
export const searching = hc<SearchApi>(location.origin, { fetch: apiFetch }).api

/** Who may sign in: served by the one function that administers the user pool. */
export const { accounts } = hc<AccountsApi>(location.origin, { fetch: apiFetch }).api

/** Uploads, results of jobs, and versions and files of contributions. */
export const filing = hc<FilesApi>(location.origin, { fetch: apiFetch }).api

export { intent } from './send.ts'
