// Brings the points of a conference to its new date: their place among a unit's invitations, and names of that day.
import { loadBoard, loadPoints, pointItem, setColumns } from '#functions/bridge-points/entity.ts'
import type { Point } from '#functions/bridge-points/stored.schema.ts'
import { loadUnits } from '#functions/directory/entity.ts'
import { standsOn, unitNameOn, unitShortNameOn } from '#functions/directory/rules.ts'
import type { Unit } from '#functions/directory/stored.schema.ts'
import { wrongField } from '#functions/shared/problem.ts'
import { type Operation, putNext } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'

const moved = (point: Point, unit: Unit | undefined, startsAt: string): Operation[] => {
  const day = civilDay(startsAt)
  if (!unit || !standsOn(unit, day)) throw wrongField('unit-unknown', '/startsAt', point.unitId)
  const names = { name: unitNameOn(unit, day), shortName: unitShortNameOn(unit, day) }
  const renamed = names.name !== point.name || names.shortName !== point.shortName
  return [
    putNext(pointItem({ ...point, ...names, startsAt, version: point.version + 1 })),
    ...(renamed ? [setColumns(point, names)] : []),
  ]
}

/**
 * The operations that move every point, those of one point next to each other.
 * @throws Problem `unit-unknown` when a unit that has a point does not stand on the new day
 */
export const movedPoints = async ({
  id,
  startsAt,
}: {
  id: string
  startsAt: string
}): Promise<Operation[]> => {
  const rows = await loadBoard(id)
  const points = await loadPoints(
    id,
    rows.map(({ pointId }) => pointId),
  )
  const units = new Map((await loadUnits(points.map(({ unitId }) => unitId))).map((unit) => [unit.id, unit]))
  return points
    .filter((point) => point.startsAt !== startsAt)
    .flatMap((point) => moved(point, units.get(point.unitId), startsAt))
}
