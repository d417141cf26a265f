// Bridge points in the table: each point a partition of its own, found by conference, and by invited unit and date.
import * as z from 'zod'
import { Problem } from '#functions/shared/problem.ts'
import { type Item, type Key, load, loadMany, page } from '#functions/shared/table.ts'
import { Point, pointIdOf } from './schema.ts'

export const pointPartition = (conferenceId: string, pointId: string) => `CNF#${conferenceId}#${pointId}`

export const pointKey = (conferenceId: string, pointId: string): Key => ({
  pk: pointPartition(conferenceId, pointId),
  sk: 'POINT',
})

export const pointItem = (point: Point): Item & { version: number } => ({
  ...point,
  ...pointKey(point.conferenceId, point.id),
  type: 'point',
  gsi1pk: `INVITED#${point.unitId}`,
  gsi1sk: `${point.startsAt}#${point.conferenceId}`,
})

/** @throws Problem `not-found` */
export const loadPoint = async (conferenceId: string, pointId: string): Promise<Point> => {
  const point = await load(pointKey(conferenceId, pointId), Point)
  if (!point) throw new Problem('not-found')
  return point
}

/** Points by id, in no order; missing ones are left out. */
export const loadPoints = (conferenceId: string, pointIds: readonly string[]): Promise<Point[]> =>
  loadMany(
    [...new Set(pointIds)].map((id) => pointKey(conferenceId, id)),
    Point,
  )

/** Which of these units have a point in the conference. */
export const loadInvitedUnits = async (conferenceId: string, unitIds: readonly string[]): Promise<string[]> =>
  (await loadPoints(conferenceId, unitIds.map(pointIdOf))).map(({ unitId }) => unitId)

const Invitation = z.object({ conferenceId: z.string() })

/** Conferences a unit is invited to, newest first (eventually consistent: from an index). */
export const pageOfInvitations = (
  unitId: string,
  {
    from,
    to,
    limit,
    after,
  }: { from: string; to: string; limit: number; after?: Record<string, unknown> | undefined },
) =>
  page(
    {
      index: 'byOne',
      pk: `INVITED#${unitId}`,
      between: { from, to },
      newestFirst: true,
      limit,
      after,
    },
    Invitation,
  )
