// The delegation of one's own point, for choosing who speaks.
import { useQuery } from '@tanstack/react-query'
import { pointIdOf } from '#functions/bridge-points/point-key.rules.ts'
import { delegatesOf } from './point-queries.ts'

export type DelegateChoice = { id: string; personId: string | undefined; label: string }

export const useDelegates = (conferenceId: string, unitId: string): DelegateChoice[] => {
  const { data } = useQuery(delegatesOf(conferenceId, pointIdOf(unitId)))
  return data?.items.map(({ id, personId, display }) => ({ id, personId, label: display })) ?? []
}
