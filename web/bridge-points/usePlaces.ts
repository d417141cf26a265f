// Regions or provinces of the points, and where each stands. Found anew only when other points meet, or under other names:
// what changes by the second is not their place.
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { groupsOf, type Headings } from '#web/board/groups.rules.ts'

type Places = { places: readonly string[]; placeOf: (line: BoardLine) => string }
type Found = { lines: readonly BoardLine[]; others: string; places: Places }

const find = (lines: readonly BoardLine[], headings: Headings): Places => {
  const groups = groupsOf(lines, headings)
  const places = new Map(groups.flatMap(({ name, items }) => items.map(({ pointId }) => [pointId, name])))
  return {
    places: groups.map(({ name }) => name),
    placeOf: ({ pointId }) => places.get(pointId) ?? headings.others,
  }
}

const sameUnits = (before: readonly BoardLine[], now: readonly BoardLine[]): boolean =>
  before.length === now.length &&
  now.every((line, at) => {
    const was = before[at]
    return (
      line === was ||
      (line.pointId === was?.pointId && line.province?.id === was.province?.id && line.kind === was.kind)
    )
  })

export const usePlaces = (lines: readonly BoardLine[]): Places => {
  const { t } = useTranslation()
  const found = useRef<Found>(undefined)
  const [centre, others] = [t('point.place.centre'), t('point.place.others')]
  const known = found.current
  if (known && known.others === others && sameUnits(known.lines, lines)) return known.places
  const places = find(lines, { centre, others })
  found.current = { lines, others, places }
  return places
}
