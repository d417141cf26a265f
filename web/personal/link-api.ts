// The API as whoever holds a personal link may use it. What opens the link goes into one header, and nowhere else.
import { queryOptions } from '@tanstack/react-query'
import { hc } from 'hono/client'
import type { Api } from '#functions/api.ts'
import { ApiProblem, problemOf } from '#web/lib/problem.ts'
import { intent, send } from '#web/lib/send.ts'
import type { Self } from './self.ts'

/** No renewal and no sign-in: a link that is refused is refused. */
const fetchBy =
  (sealed: string): typeof fetch =>
  async (input, init) => {
    const response = await send(input, init, `Link ${sealed}`)
    if (response.ok) return response
    throw await problemOf(response)
  }

const apiBy = (sealed: string) => hc<Api>(location.origin, { fetch: fetchBy(sealed) }).api.personal

export type OpenLink = Self & { api: ReturnType<typeof apiBy> }

/** @param sealed what stood after the `#` */
export const openLink = (sealed: string): OpenLink => {
  const api = apiBy(sealed)
  return {
    key: ['personal', sealed],
    api,
    answer: (json, key) => api.answer.$post({ json }, intent(key)),
    substitute: (json, key) => api.substitute.$post({ json }, intent(key)),
    checkIn: (code, key) => api['check-in'].$post({ json: { code } }, intent(key)),
  }
}

const ends = ['link-invalid', 'link-ended', 'point-withdrawn'] as const
type End = (typeof ends)[number]

/** Whether the link itself is refused, and not one act of it. */
export const isOver = (error: unknown): error is ApiProblem & { slug: End } =>
  error instanceof ApiProblem && (ends as readonly string[]).includes(error.slug)

/** A link that opens nothing is not tried again and again. */
const every =
  (ms: number) =>
  ({ state }: { state: { error: unknown } }) =>
    isOver(state.error) ? false : ms

export const invitationOf = ({ key, api }: OpenLink) =>
  queryOptions({
    queryKey: [...key, 'invitation'],
    queryFn: async () => (await api.$get()).json(),
    refetchInterval: every(10_000),
  })

export const papersOf = ({ key, api }: OpenLink) =>
  queryOptions({
    queryKey: [...key, 'papers'],
    queryFn: async () => (await api.contributions.$get()).json(),
    refetchInterval: every(15_000),
  })

export const placeOf = ({ key, api }: OpenLink) =>
  queryOptions({
    queryKey: [...key, 'floor'],
    queryFn: async () => (await api.floor.$get()).json(),
    refetchInterval: every(4_000),
  })
