// Brings the points of a conference to its date: their place among a unit's invitations, and names of that day.
import { loadBoard, loadPoints, pointItem, setColumns } from '#functions/bridge-points/entity.ts'
import type { BoardRow, Point } from '#functions/bridge-points/stored.schema.ts'
import { loadUnits, provincesOf } from '#functions/directory/entity.ts'
import { standsOn, unitNameOn, unitShortNameOn } from '#functions/directory/rules.ts'
import type { Province, Unit } from '#functions/directory/stored.schema.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { wrongField } from '#functions/shared/problem.ts'
import { type Operation, putNext, whileVersion } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { conferenceKey, loadConference } from './entity.ts'
import type { Conference } from './schema.ts'

/** Points of one transaction: two operations each at most, and the condition. */
const perTransaction = 40

type Move = {
  point: Point
  unit: Unit | undefined
  row: BoardRow | undefined
  province: Province | undefined
}

/** The operations that move one point. */
const movedTo = (startsAt: string, { point, unit, row, province }: Move): Operation[] => {
  const day = civilDay(startsAt)
  const names = unit
    ? { name: unitNameOn(unit, day), shortName: unitShortNameOn(unit, day) }
    : { name: point.name, shortName: point.shortName }
  const renamed = names.name !== point.name || names.shortName !== point.shortName
  const placed = row?.province?.id !== province?.id || row?.province?.name !== province?.name
  return [
    putNext(pointItem({ ...point, ...names, startsAt, version: point.version + 1 })),
    ...(renamed || placed
      ? [setColumns(point, { ...names, ...(province ? { province } : {}) }, province ? [] : ['province'])]
      : []),
  ]
}

/** The points that still have another date. */
const movesOf = async ({ id, startsAt }: Pick<Conference, 'id' | 'startsAt'>): Promise<Move[]> => {
  const rows = await loadBoard(id)
  const points = await loadPoints(
    id,
    rows.map(({ pointId }) => pointId),
  )
  const stale = points.filter((point) => point.startsAt !== startsAt)
  const units = await loadUnits(stale.map(({ unitId }) => unitId))
  const provinces = await provincesOf(units, civilDay(startsAt))
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const rowOf = new Map(rows.map((row) => [row.pointId, row]))
  return stale.map((point) => ({
    point,
    unit: byId.get(point.unitId),
    row: rowOf.get(point.id),
    province: provinces.get(point.unitId),
  }))
}

/**
 * The operations that move every point to the new date.
 * @throws Problem `unit-unknown` when a unit that has a point does not stand on the new day
 */
export const movedPoints = async (next: Pick<Conference, 'id' | 'startsAt'>): Promise<Operation[]> => {
  const moves = await movesOf(next)
  const day = civilDay(next.startsAt)
  for (const { point, unit } of moves)
    if (!unit || !standsOn(unit, day)) throw wrongField('unit-unknown', '/startsAt', point.unitId)
  return moves.flatMap((move) => movedTo(next.startsAt, move))
}

/**
 * Moves whatever still has another date than the conference, each part only while the conference stays as it was read.
 * None can come after it with the old date: points are given on condition of the conference's version.
 * @returns how many were moved
 */
export const sweepPoints = (
  actor: Actor,
  id: string,
  progress: (done: number, total: number) => Promise<void> = async () => undefined,
): Promise<number> =>
  persisting(async () => {
    const conference = await loadConference(id)
    const moves = await movesOf(conference)
    for (let from = 0; from < moves.length; from += perTransaction) {
      const part = moves.slice(from, from + perTransaction)
      const operations = part.flatMap((move) => movedTo(conference.startsAt, move))
      await write(actor, id, ...operations, whileVersion(conferenceKey(id), conference.version))
      await progress(from + part.length, moves.length)
    }
    return moves.length
  })
