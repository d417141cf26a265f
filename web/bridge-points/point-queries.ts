// Bridge points as asked of the API: the board of all, one in detail, its delegation.
import { queryOptions } from '@tanstack/react-query'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api } from '#web/lib/api.ts'
import { type HeldBoard, holdBoard } from '#web/lib/live/hold-board.ts'
import { pace } from '#web/lib/live/status.ts'
import { through } from '#web/lib/live/tell.ts'

const one = api.conferences[':id']

const boardKey = (id: string) => [...conferenceKey(id), 'board'] as const

/** The board's ETag is its number: what is held already is not read again, thousands of rows of it. */
const isNumber = ({ headers }: { headers: Headers }, number: number) =>
  headers.get('etag') === `W/"${number}"`

export const boardOf = (id: string) =>
  queryOptions({
    queryKey: boardKey(id),
    queryFn: async ({ client }): Promise<HeldBoard> => {
      const held = client.getQueryData<HeldBoard>(boardKey(id))
      const answer = await one.board.$get({ param: { id } })
      return held && isNumber(answer, held.number) ? held : answer.json()
    },
    refetchInterval: pace(id, 5_000),
    structuralSharing: through(holdBoard, 'builtAt'),
  })

export const pointOf = (id: string, point: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'point', point],
    queryFn: async () => (await one['bridge-points'][':point'].$get({ param: { id, point } })).json(),
    refetchInterval: pace(id, 5_000),
  })

export const delegatesOf = (id: string, point: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'delegates', point],
    queryFn: async () =>
      (await one['bridge-points'][':point'].delegates.$get({ param: { id, point }, query: {} })).json(),
    refetchInterval: pace(id, 15_000),
  })
