// The short name of a point, by its own id or its unit's, as it was called on the day of the conference.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { boardOf } from './point-queries.ts'

export const usePointNames = (conferenceId: string) => {
  const { data } = useQuery(boardOf(conferenceId))
  const items = data?.items
  const names = useMemo(
    () =>
      new Map(
        items?.flatMap(({ pointId, unitId, name }) => [
          [pointId, name],
          [unitId, name],
        ]),
      ),
    [items],
  )
  return (id: string): string => names.get(id) ?? '…'
}
