// The API as typed calls: adds token, device time and language, keeps the server's clock, throws typed problems.
import { hc } from 'hono/client'
import type { Api } from '#functions/api.ts'
import type { ArchiveApi } from '#functions/archive/archive-app.ts'
import type { FilesApi } from '#functions/files/files-app.ts'
import type { SignApi } from '#functions/minutes/sign-app.ts'
import { currentLanguage } from './i18n/index.ts'
import { ApiProblem, problemOf } from './problem.ts'
import { learnServerTime } from './server-clock.ts'
import { accessToken, renew, signIn } from './sign-in.ts'

const send = async (input: RequestInfo | URL, init: RequestInit | undefined, token: string | undefined) => {
  const headers = new Headers(init?.headers)
  if (token) headers.set('authorization', `Bearer ${token}`)
  headers.set('accept-language', currentLanguage())
  headers.set('device-time', new Date().toISOString())
  const sentAt = Date.now()
  const response = await fetch(input, { ...init, headers }).catch(() => {
    throw new ApiProblem('offline', 0)
  })
  learnServerTime(response, sentAt)
  return response
}

/** `fetch` for the API. A token found old is renewed once; without one the person is asked to sign in. */
const apiFetch: typeof fetch = async (input, init) => {
  const first = await send(input, init, await accessToken())
  const response = first.status === 401 ? await again(first, input, init) : first
  if (response.ok) return response
  throw await problemOf(response)
}

const again = async (first: Response, input: RequestInfo | URL, init: RequestInit | undefined) => {
  const problem = await problemOf(first.clone())
  if (problem.slug === 'sign-in-too-old') return first
  const token = await renew()
  if (token) return send(input, init, token)
  await signIn()
  return first
}

export const api = hc<Api>(location.origin, { fetch: apiFetch }).api

/** The two acts that only the signing function serves; the gateway routes them there. */
export const signing = hc<SignApi>(location.origin, { fetch: apiFetch }).api

/** Sealed records are served by a function of their own. */
export const { archive } = hc<ArchiveApi>(location.origin, { fetch: apiFetch }).api

/** Uploads, and versions and files of contributions. */
export const filing = hc<FilesApi>(location.origin, { fetch: apiFetch }).api

/** The header that makes a POST safe to repeat: one key for one intent. */
export const intent = (key: string) => ({ headers: { 'idempotency-key': key } })
