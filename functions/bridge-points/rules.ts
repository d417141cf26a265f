// What state a point is in, how its row is shown. Pure.
import { compareVietnamese } from '#functions/shared/text.ts'
import { silenceMs } from './link.rules.ts'
import type { BoardLine, PointState, ShownPoint } from './schema.ts'
import type { BoardRow, LinkState, Point } from './stored.schema.ts'

/** Rows are written when something happens to a link; that one has fallen silent happens by itself. */
const linkStateOf = ({ linkState, heardAt }: BoardRow, at: string): LinkState =>
  linkState === 'up' && heardAt !== undefined && Date.parse(at) - Date.parse(heardAt) > silenceMs
    ? 'unknown'
    : linkState

/**
 * The one state every screen shows, by what needs somebody most:
 * 1. `lost`: the link was dropped, or its people report it lost and nothing says that it is up;
 * 2. `fault`: a fault is open, whatever the link does;
 * 3. `unknown`: connected when last heard of, and silent for 90 s;
 * 4. `connected`;
 * 5. `checking`: never connected, but checked, whether the check passed or failed;
 * 6. `not-connected`: never, or left.
 */
export const stateOf = (row: BoardRow, at: string): PointState => {
  const link = linkStateOf(row, at)
  const faults = row.openFaults ?? []
  if (link === 'dropped' || (link !== 'up' && faults.includes('link'))) return 'lost'
  if (faults.length > 0) return 'fault'
  if (link === 'up') return 'connected'
  if (link === 'unknown') return 'unknown'
  return link === 'never' && row.checkedAt ? 'checking' : 'not-connected'
}

export const boardLine = (row: BoardRow, at: string): BoardLine => {
  const { conferenceId: _, linkState, open: __, heardAt, openFaults = [], ...shown } = row
  const state = stateOf(row, at)
  const marked = row.present + row.absent + row.substituted
  return {
    ...shown,
    state,
    ...(state === 'unknown' && linkState === 'up' ? { since: heardAt } : {}),
    faults: openFaults,
    expected: row.withdrawnAt ? 0 : Math.max(row.expected ?? 0, row.listed),
    unmarked: row.withdrawnAt ? 0 : Math.max(row.listed - marked, 0),
  }
}

/** The row before anybody was marked: what was said in a start that was undone is rehearsal. */
const unmarkedRow = ({ heads: _, rolledAt: __, room: ___, differing: ____, ...row }: BoardRow): BoardRow => ({
  ...row,
  present: 0,
  online: 0,
  absent: 0,
  substituted: 0,
})

/**
 * The row with what was marked in the session as it stands. Rows are written by their points' acts alone: a start that
 * was undone leaves them as they are until the next call.
 */
export const rowWithin = (row: BoardRow, { startedAt }: { startedAt?: string | undefined }): BoardRow =>
  row.rolledAt && (!startedAt || row.rolledAt < startedAt) ? unmarkedRow(row) : row

type Placed = Pick<Point, 'kind' | 'shortName'>

/** The centre first, then points in Vietnamese order. */
export const byBoardOrder = (a: Placed, b: Placed): number =>
  (a.kind === b.kind ? 0 : a.kind === 'central' ? -1 : 1) || compareVietnamese(a.shortName, b.shortName)

export const newRow = ({ id, conferenceId, unitId, delegateIds, ...point }: Point): BoardRow => {
  const { name, shortName, kind, expected, late, withdrawn } = point
  return {
    pointId: id,
    conferenceId,
    unitId,
    name,
    shortName,
    kind,
    expected,
    late,
    withdrawnAt: withdrawn?.at,
    listed: delegateIds.length,
    linkState: 'never',
    present: 0,
    online: 0,
    absent: 0,
    substituted: 0,
  }
}

export const shownPoint = ({ delegateIds, version: _, ...point }: Point): ShownPoint => ({
  ...point,
  delegates: delegateIds.length,
})
