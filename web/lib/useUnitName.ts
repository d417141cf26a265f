// A unit's name as it was on a day.
import { skipToken, useQuery } from '@tanstack/react-query'
import { civilDay } from '#functions/shared/time.ts'
import { api } from './api.ts'

/** An ellipsis until both the unit and the day are known. */
export const useUnitName = (id: string | undefined, at: string | undefined): string => {
  const { data } = useQuery({
    queryKey: ['unit', id],
    queryFn: id ? async () => (await api.units[':id'].$get({ param: { id } })).json() : skipToken,
    staleTime: 3_600_000,
  })
  if (!data || !at) return '…'
  const day = civilDay(at)
  const spell = data.names.find(({ validFrom, validTo }) => validFrom <= day && (!validTo || day <= validTo))
  return (spell ?? data.names.at(-1))?.name ?? '…'
}
