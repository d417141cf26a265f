// Long work as asked of the API: one's own list, and one piece of it, asked often while it runs.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ShownJob } from '#functions/jobs/schema.ts'
import { api } from '#web/lib/api.ts'

export const jobsKey = ['jobs'] as const

export const isOver = ({ state }: Pick<ShownJob, 'state'>): boolean =>
  state === 'done' || state === 'failed' || state === 'cancelled'

const runningMs = 1_000
const listMs = 5_000

export const myJobs = infiniteQueryOptions({
  queryKey: [...jobsKey, 'mine'],
  queryFn: async ({ pageParam }) =>
    (await api.jobs.$get({ query: pageParam ? { cursor: pageParam } : {} })).json(),
  initialPageParam: '',
  getNextPageParam: ({ cursor }) => cursor,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ items }) => !items.every(isOver)) ? listMs : false,
})

export const oneJob = (id: string) =>
  queryOptions({
    queryKey: [...jobsKey, 'one', id],
    queryFn: async () => (await api.jobs[':id'].$get({ param: { id } })).json(),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : runningMs),
  })
