// What state a point is in, what a join or a leave makes of its link, how its row is shown. Pure.
import { Problem } from '#functions/shared/problem.ts'
import { compareVietnamese } from '#functions/shared/text.ts'
import type { BoardLine, PointState, ShownPoint } from './schema.ts'
import type { BoardRow, Check, Link, LinkState, Point, Stay } from './stored.schema.ts'

/** A point that is connected but not heard of for so long is in an unknown state, not absent. */
export const silenceMs = 90_000

export const newLink = (conferenceId: string, pointId: string): Link => ({
  conferenceId,
  pointId,
  open: {},
  stays: [],
  version: 0,
})

/** The union of spans: touching and overlapping ones become one, in order of time. */
export const unionOf = (stays: readonly Stay[]): Stay[] => {
  const union: Stay[] = []
  for (const stay of stays.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = union.at(-1)
    if (!last || stay.from > last.to) union.push({ ...stay })
    else if (stay.to > last.to) last.to = stay.to
  }
  return union
}

/** A session begins; sessions that run and spans that ended stay as they are. */
export const joined = (link: Link, session: string, at: string): Link => ({
  ...link,
  open: { ...link.open, [session]: at },
  version: link.version + 1,
})

/** A session ends. @throws Problem `session-unknown` */
export const left = (link: Link, session: string, at: string, how: 'left' | 'dropped'): Link => {
  const { [session]: from, ...open } = link.open
  if (!from) throw new Problem('session-unknown')
  const to = at > from ? at : from
  const lastLeave = link.lastLeave && link.lastLeave.at > to ? link.lastLeave : { at: to, how }
  return {
    ...link,
    open,
    stays: unionOf([...link.stays, { from, to }]),
    lastLeave,
    version: link.version + 1,
  }
}

/** A readiness check; of two, the later one is shown. */
export const checked = (link: Link, check: Check): Link => {
  const later = !link.check || [link.check.at, link.check.event] < [check.at, check.event]
  return { ...link, check: later ? check : link.check, version: link.version + 1 }
}

/** Whether the point is connected, and since when that has been so. */
export const linkNow = (link: Link): { linkState: LinkState; since?: string } => {
  const since = Object.values(link.open).toSorted()[0]
  if (since) return { linkState: 'up', since }
  return link.lastLeave ? { linkState: link.lastLeave.how, since: link.lastLeave.at } : { linkState: 'never' }
}

/** Every span connected until `at`, running sessions included. */
export const staysUntil = (link: Link, at: string): Stay[] =>
  unionOf([...link.stays, ...Object.values(link.open).map((from) => ({ from, to: at > from ? at : from }))])

/** What the link writes of the point's row. */
export const linkColumns = (link: Link) => ({
  ...linkNow(link),
  faults: faultsOf(link.check),
  checkedAt: link.check?.at,
})

const faultsOf = (check: Check | undefined) =>
  (['picture', 'sound', 'network'] as const).filter((part) => check?.checks[part] === 'fail')

/** The state every screen shows: a fault first, then what is known of the link, then whether a check has begun. */
export const stateOf = (row: BoardRow, at: string): PointState => {
  if (row.faults?.length) return 'fault'
  if (row.linkState === 'dropped') return 'lost'
  if (row.linkState === 'up') {
    const silent = row.heardAt !== undefined && Date.parse(at) - Date.parse(row.heardAt) > silenceMs
    return silent ? 'unknown' : 'connected'
  }
  return row.linkState === 'never' && row.checkedAt ? 'checking' : 'not-connected'
}

export const boardLine = (row: BoardRow, at: string): BoardLine => {
  const { conferenceId: _, linkState: __, heardAt: ___, ...shown } = row
  const marked = row.present + row.absent + row.substituted
  return {
    ...shown,
    state: stateOf(row, at),
    expected: Math.max(row.expected ?? 0, row.listed),
    unmarked: Math.max(row.listed - marked, 0),
  }
}

/** The centre first, then points in Vietnamese order. */
export const byBoardOrder = (a: BoardRow | Point, b: BoardRow | Point): number =>
  (a.kind === b.kind ? 0 : a.kind === 'central' ? -1 : 1) || compareVietnamese(a.shortName, b.shortName)

export const newRow = ({ id, startsAt: _, delegateIds, version: __, ...point }: Point): BoardRow => ({
  ...point,
  pointId: id,
  listed: delegateIds.length,
  linkState: 'never',
  present: 0,
  online: 0,
  absent: 0,
  substituted: 0,
})

export const shownPoint = ({ delegateIds, version: _, ...point }: Point): ShownPoint => ({
  ...point,
  delegates: delegateIds.length,
})
