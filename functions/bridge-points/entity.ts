// Bridge points in the table: each point a partition of its own, found by conference, and by invited unit and date.
import * as z from 'zod'
import { conferenceKey } from '#functions/conferences/entity.ts'
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
import { newAnswers } from './answers.rules.ts'
import { Answers } from './answers.schema.ts'
import { Delegate, StoredDelegate } from './delegates.schema.ts'
import { loadAllHeard, loadHeard, loadHeardOf, withHeard } from './heard.ts'
import { pointKey, pointPartition } from './point-key.rules.ts'
import { rowWithin } from './rules.ts'
import { BoardRow, Link, Point } from './stored.schema.ts'

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

export const rowKey = (conferenceId: string, pointId: string): Key => ({
  pk: boardPartition(conferenceId),
  sk: pointId,
})

export const rowItem = (row: BoardRow): Item => ({
  ...row,
  ...rowKey(row.conferenceId, row.pointId),
  type: 'board',
})

/** Sets some columns of a point's row: link, readiness and roll never undo one another. @param gone columns to empty */
export const setColumns = (
  { conferenceId, id }: Pick<Point, 'conferenceId' | 'id'>,
  columns: Partial<BoardRow>,
  gone: readonly (keyof BoardRow)[] = [],
): Operation => set(rowKey(conferenceId, id), columns, gone)

const Session = z.object({ startedAt: z.string().optional() })

/** @throws Problem `not-found` */
export const loadRow = async (
  { id, startedAt }: { id: string; startedAt?: string | undefined },
  pointId: string,
): Promise<BoardRow> => {
  const [row, heard] = await Promise.all([load(rowKey(id, pointId), BoardRow), loadHeard(id, pointId)])
  if (!row) throw new Problem('not-found')
  return withHeard(rowWithin(row, { startedAt }), heard)
}

/** The rows of these points, in no order, with when they were last heard of. */
export const loadRows = async (conferenceId: string, pointIds: readonly string[]): Promise<BoardRow[]> => {
  const ids = [...new Set(pointIds)]
  const [rows, heard] = await Promise.all([
    loadMany(
      ids.map((id) => rowKey(conferenceId, id)),
      BoardRow,
    ),
    loadHeardOf(conferenceId, ids),
  ])
  return rows.map((row) => withHeard(row, heard))
}

/** Every point's row, by point id, with when it was last heard of, and what was marked in the session as it stands. */
export const loadBoard = async (conferenceId: string): Promise<BoardRow[]> => {
  const [rows, heard, session] = await Promise.all([
    all({ pk: boardPartition(conferenceId) }, BoardRow),
    loadAllHeard(conferenceId),
    load(conferenceKey(conferenceId), Session),
  ])
  return rows.map((row) => withHeard(session ? rowWithin(row, session) : row, heard))
}

const Place = BoardRow.pick({
  pointId: true,
  unitId: true,
  kind: true,
  shortName: true,
  province: true,
  withdrawnAt: true,
})
export type Place = z.infer<typeof Place>

/** Who every point is and where it belongs, by point id: the rows without what happened there. */
export const loadPlaces = (conferenceId: string): Promise<Place[]> =>
  all({ pk: boardPartition(conferenceId) }, Place)

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

export const delegateKey = (conferenceId: string, pointId: string, id: string): Key => ({
  pk: pointPartition(conferenceId, pointId),
  sk: `DLG#${id}`,
})

const delegateOf = (personId: string) => `DELEGATE#${personId}`

/** A delegate whom the directory knows is found by that person. */
const byPerson = ({
  personId,
  conferenceId,
  id,
}: Pick<StoredDelegate, 'personId' | 'conferenceId' | 'id'>) =>
  personId ? { gsi1pk: delegateOf(personId), gsi1sk: `${conferenceId}#${id}` } : {}

/** Lets a delegate entered before there was the index be found by it. */
export const setByPerson = (delegate: StoredDelegate): Operation[] =>
  delegate.personId
    ? [set(delegateKey(delegate.conferenceId, delegate.pointId, delegate.id), byPerson(delegate))]
    : []

export const delegateItem = (delegate: StoredDelegate): Item & { version: number } => ({
  ...delegate,
  ...delegateKey(delegate.conferenceId, delegate.pointId, delegate.id),
  type: 'delegate',
  ...byPerson(delegate),
})

/** Where a person is a delegate in a conference, withdrawn or not (eventually consistent: from an index). */
export const delegatesOfPerson = (personId: string, conferenceId: string): Promise<Delegate[]> =>
  all({ index: 'byOne', pk: delegateOf(personId), begins: `${conferenceId}#` }, Delegate)

/**
 * Every delegate entered at a point, in order of entry: its delegation, then those withdrawn. Delegates belong to a
 * delegation when its POINT lists them: a long list is written in parts and becomes visible at once.
 */
export const loadAllDelegates = async <S extends typeof Delegate>(
  conferenceId: string,
  pointId: string,
  schema: S,
): Promise<z.output<S>[]> => {
  const [point, found] = await Promise.all([
    load(pointKey(conferenceId, pointId), Point),
    all({ pk: pointPartition(conferenceId, pointId), begins: 'DLG#' }, schema),
  ])
  const byId = new Map(found.map((delegate) => [delegate.id, delegate]))
  const listed = (point?.delegateIds ?? []).flatMap((id) => byId.get(id) ?? [])
  return [...listed, ...found.filter(({ state }) => state === 'withdrawn')]
}

/** The delegation of a point, in order of entry; those withdrawn are not of it. */
export const loadDelegates = async (conferenceId: string, pointId: string): Promise<Delegate[]> =>
  (await loadAllDelegates(conferenceId, pointId, Delegate)).filter(({ state }) => state === 'expected')

/** Undefined where the delegation has no such delegate, or no longer. */
export const findDelegate = async (
  conferenceId: string,
  pointId: string,
  id: string,
): Promise<Delegate | undefined> => {
  const delegate = await load(delegateKey(conferenceId, pointId, id), Delegate)
  return delegate?.state === 'expected' ? delegate : undefined
}

/** A delegate with all that is kept, withdrawn or not. @throws Problem `not-found` */
export const loadDelegate = async (
  conferenceId: string,
  pointId: string,
  id: string,
): Promise<StoredDelegate> => {
  const delegate = await load(delegateKey(conferenceId, pointId, id), StoredDelegate)
  if (!delegate) throw new Problem('not-found')
  return delegate
}

const answersKey = (conferenceId: string, pointId: string): Key => ({
  pk: pointPartition(conferenceId, pointId),
  sk: 'ANSWERS',
})

export const answersItem = (answers: Answers): Item & { version: number } => ({
  ...answers,
  ...answersKey(answers.conferenceId, answers.pointId),
  type: 'answers',
})

/** The answers of a point; none before the first. */
export const loadAnswers = async (conferenceId: string, pointId: string): Promise<Answers> =>
  (await load(answersKey(conferenceId, pointId), Answers)) ?? newAnswers(conferenceId, pointId)
