// Bridge points in the table: each point a partition of its own, found by conference, and by invited unit and date.
import * as z from 'zod'
import { Problem } from '#functions/shared/problem.ts'
import {
  all,
  type Item,
  type Key,
  load,
  loadMany,
  type Operation,
  page,
  set,
} from '#functions/shared/table.ts'
import { Delegate } from './delegates.schema.ts'
import { BoardRow, Link, Point, pointIdOf } from './stored.schema.ts'

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
export const invitationsOf = (
  unitId: string,
  { from, to, limit }: { from: string; to: string; limit: number },
) =>
  all(
    { index: 'byOne', pk: `INVITED#${unitId}`, between: { from, to }, newestFirst: true, limit },
    Invitation,
  )

const linkKey = (conferenceId: string, pointId: string): Key => ({
  pk: pointPartition(conferenceId, pointId),
  sk: 'LINK',
})

export const linkItem = (link: Link): Item & { version: number } => ({
  ...link,
  ...linkKey(link.conferenceId, link.pointId),
  type: 'link',
})

/** The link, if the point has ever been checked or joined. */
export const findLink = (conferenceId: string, pointId: string): Promise<Link | undefined> =>
  load(linkKey(conferenceId, pointId), Link)

/** The links of these points, in no order; a point never checked nor joined has none. */
export const loadLinks = (conferenceId: string, pointIds: readonly string[]): Promise<Link[]> =>
  loadMany(
    pointIds.map((id) => linkKey(conferenceId, id)),
    Link,
  )

const boardPartition = (conferenceId: string) => `BOARD#${conferenceId}`

const rowKey = (conferenceId: string, pointId: string): Key => ({
  pk: boardPartition(conferenceId),
  sk: pointId,
})

export const rowItem = (row: BoardRow): Item => ({
  ...row,
  ...rowKey(row.conferenceId, row.pointId),
  type: 'board',
})

/** Sets some columns of a point's row: link, readiness and roll never undo one another. */
export const setColumns = (
  { conferenceId, id }: Pick<Point, 'conferenceId' | 'id'>,
  columns: Partial<BoardRow>,
): Operation => set(rowKey(conferenceId, id), columns)

/** @throws Problem `not-found` */
export const loadRow = async (conferenceId: string, pointId: string): Promise<BoardRow> => {
  const row = await load(rowKey(conferenceId, pointId), BoardRow)
  if (!row) throw new Problem('not-found')
  return row
}

/** The rows of these points, in no order. */
export const loadRows = (conferenceId: string, pointIds: readonly string[]): Promise<BoardRow[]> =>
  loadMany(
    [...new Set(pointIds)].map((id) => rowKey(conferenceId, id)),
    BoardRow,
  )

/** Every point's row, by point id. */
export const loadBoard = (conferenceId: string): Promise<BoardRow[]> =>
  all({ pk: boardPartition(conferenceId) }, BoardRow)

/** A page of the ids of a conference's points, in order of id. */
export const pageOfPointIds = async (conferenceId: string, limit: number, after: string | undefined) => {
  const { items, next } = await page(
    {
      pk: boardPartition(conferenceId),
      limit,
      after: after === undefined ? undefined : rowKey(conferenceId, after),
    },
    BoardRow.pick({ pointId: true }),
  )
  return { ids: items.map(({ pointId }) => pointId), next: next && items.at(-1)?.pointId }
}

const delegateKey = (conferenceId: string, pointId: string, id: string): Key => ({
  pk: pointPartition(conferenceId, pointId),
  sk: `DLG#${id}`,
})

export const delegateItem = (delegate: Delegate): Item => ({
  ...delegate,
  ...delegateKey(delegate.conferenceId, delegate.pointId, delegate.id),
  type: 'delegate',
})

/** The delegates of a point, in order of entry. */
export const loadDelegates = (conferenceId: string, pointId: string): Promise<Delegate[]> =>
  all({ pk: pointPartition(conferenceId, pointId), begins: 'DLG#' }, Delegate)

/** Undefined where the point has no such delegate. */
export const findDelegate = (
  conferenceId: string,
  pointId: string,
  id: string,
): Promise<Delegate | undefined> => load(delegateKey(conferenceId, pointId, id), Delegate)
