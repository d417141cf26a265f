// Units and persons as asked of the API: found by words, one by its id.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { UnitType } from '#functions/directory/unit-types.data.ts'
import { api } from '#web/lib/api.ts'

/** Everything of the register of units and persons is kept under this key. */
export const directoryKey = ['directory'] as const

export type UnitsSought = { q?: string | undefined; type?: UnitType | undefined; on?: string | undefined }

const asQuery = ({ q, type, on }: UnitsSought) => ({
  ...(q ? { q } : {}),
  ...(type ? { type } : {}),
  ...(on ? { on } : {}),
})

const page = '50'

/** Units that stand on a day (today without one), best first. */
export const unitsFound = (sought: UnitsSought) =>
  infiniteQueryOptions({
    queryKey: [...directoryKey, 'units', sought],
    queryFn: async ({ pageParam }) =>
      (
        await api.units.$get({
          query: { ...asQuery(sought), limit: page, ...(pageParam ? { cursor: pageParam } : {}) },
        })
      ).json(),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
  })

/** The units a field offers while somebody types. */
export const unitsNamed = (sought: UnitsSought) =>
  queryOptions({
    queryKey: [...directoryKey, 'units named', sought],
    queryFn: async () => (await api.units.$get({ query: { ...asQuery(sought), limit: '12' } })).json(),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

export const oneUnit = (id: string) =>
  queryOptions({
    queryKey: [...directoryKey, 'unit', id],
    queryFn: async () => (await api.units[':id'].$get({ param: { id } })).json(),
  })

/** The persons a field offers while somebody types. */
export const personsNamed = (q: string) =>
  queryOptions({
    queryKey: [...directoryKey, 'persons named', q],
    queryFn: async () => (await api.persons.$get({ query: { ...(q ? { q } : {}), limit: '12' } })).json(),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })

export const onePerson = (id: string) =>
  queryOptions({
    queryKey: [...directoryKey, 'person', id],
    queryFn: async () => (await api.persons[':id'].$get({ param: { id }, query: {} })).json(),
    staleTime: 60_000,
  })
