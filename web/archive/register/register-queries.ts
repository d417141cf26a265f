// The register of numbers as asked of the API, and whose register is shown to whoever asked for none.
import { infiniteQueryOptions, useQuery } from '@tanstack/react-query'
import { unitsNamed } from '#web/directory/directory-queries.ts'
import { api } from '#web/lib/api.ts'
import { useMyUnits } from '#web/lib/useMe.ts'

export const registerOf = (unit: string | undefined, year: number) =>
  infiniteQueryOptions({
    queryKey: ['register', unit, year],
    queryFn: async ({ pageParam, signal }) => {
      const query = { unit: unit ?? '', year: String(year), ...(pageParam ? { cursor: pageParam } : {}) }
      return (await api.register.$get({ query }, { init: { signal } })).json()
    },
    enabled: unit !== undefined,
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
  })

/** Of a secretariat its own house's; of whoever may read all, the ministry's, if there is one. Undefined until known. */
export const useOwnRegister = (): string | null | undefined => {
  const [mine] = useMyUnits('secretariat')
  const { data, error } = useQuery(unitsNamed({ type: 'ministry' }))
  const ministry = data?.items.find(({ parent }) => parent === null)?.id
  return mine ?? ministry ?? (data || error ? null : undefined)
}
