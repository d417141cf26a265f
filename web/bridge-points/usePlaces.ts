// Regions or provinces of the points, and where each stands.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { groupsOf } from '#web/board/groups.rules.ts'

export const usePlaces = (lines: readonly BoardLine[]) => {
  const { t } = useTranslation()
  const [centre, others] = [t('point.place.centre'), t('point.place.others')]
  return useMemo(() => {
    const groups = groupsOf(lines, { centre, others })
    const places = new Map(groups.flatMap(({ name, items }) => items.map(({ pointId }) => [pointId, name])))
    const placeOf = ({ pointId }: BoardLine): string => places.get(pointId) ?? others
    return { groups, places: groups.map(({ name }) => name), placeOf }
  }, [lines, centre, others])
}
