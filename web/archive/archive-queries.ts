// Sealed records as asked of the API.
import { queryOptions } from '@tanstack/react-query'
import { archive } from '#web/lib/api.ts'

export type Sought = { q?: string | undefined; from?: string | undefined; to?: string | undefined }

/** Midnight of a civil day in Việt Nam, as the instant it is. */
const instantOf = (day: string) => new Date(`${day}T00:00:00+07:00`).toISOString()

export const recordsFound = ({ q, from, to }: Sought) =>
  queryOptions({
    queryKey: ['archive', { q, from, to }],
    queryFn: async () => {
      const query = {
        ...(q ? { q } : {}),
        ...(from ? { from: instantOf(from) } : {}),
        ...(to ? { to: instantOf(to) } : {}),
      }
      return (await archive.$get({ query })).json()
    },
    placeholderData: (before) => before,
  })

export const oneRecord = (record: string) =>
  queryOptions({
    queryKey: ['archive', 'record', record],
    queryFn: async () => (await archive[':record'].$get({ param: { record } })).json(),
    staleTime: 60_000,
  })

/** Asked only when a person asks: a check is made now, not remembered. */
export const verificationOf = (record: string) =>
  queryOptions({
    queryKey: ['archive', 'verification', record],
    queryFn: async () => (await archive[':record'].verify.$get({ param: { record } })).json(),
    enabled: false,
    gcTime: 0,
  })
