// The API as whoever holds a personal link may use it. What opens the link goes into one header, and nowhere else.
import { queryOptions } from '@tanstack/react-query'
import { hc } from 'hono/client'
import type { Api } from '#functions/api.ts'
import { problemOf } from '#web/lib/problem.ts'
import { send } from '#web/lib/send.ts'

/** No renewal and no sign-in: a link that is refused is refused. */
const fetchBy =
  (sealed: string): typeof fetch =>
  async (input, init) => {
    const response = await send(input, init, `Link ${sealed}`)
    if (response.ok) return response
    throw await problemOf(response)
  }

/** @param sealed what stood after the `#` */
export const openLink = (sealed: string) => ({
  key: ['personal', sealed] as const,
  api: hc<Api>(location.origin, { fetch: fetchBy(sealed) }).api.personal,
})
export type OpenLink = ReturnType<typeof openLink>

export const invitationOf = ({ key, api }: OpenLink) =>
  queryOptions({
    queryKey: [...key, 'invitation'],
    queryFn: async () => (await api.$get()).json(),
    refetchInterval: 10_000,
  })

export const papersOf = ({ key, api }: OpenLink) =>
  queryOptions({
    queryKey: [...key, 'papers'],
    queryFn: async () => (await api.contributions.$get()).json(),
    refetchInterval: 15_000,
  })

export const placeOf = ({ key, api }: OpenLink) =>
  queryOptions({
    queryKey: [...key, 'floor'],
    queryFn: async () => (await api.floor.$get()).json(),
    refetchInterval: 4_000,
  })
