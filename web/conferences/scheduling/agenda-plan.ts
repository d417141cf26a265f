// The agenda as its editor holds it: rows, the times that follow from their lengths, and rows from lines of text. Pure.
import { agendaChanges } from '#functions/conferences/agenda.rules.ts'
import type { AgendaItem } from '#functions/conferences/agenda.schema.ts'
import type { AgendaItemInput } from '#functions/conferences/agenda-acts.schema.ts'
import { civilTime } from '#functions/shared/time.ts'
import { instantOf, whenOf } from '#web/lib/when.ts'

type Kind = AgendaItem['kind']

export const kinds = [
  'opening',
  'report',
  'plan',
  'contributions',
  'discussion',
  'conclusion',
  'other',
] as const satisfies readonly Kind[]

export type Row = {
  id: string
  title: string
  kind: Kind
  minutes: string
  /** A time of its own, `14:00`; empty follows the row before. */
  at: string
  presenter: string
  presenterIds: string[]
  /** Why it is not taken after all; undefined when it is. */
  dropped?: string | undefined
  /** It has begun, so it can no more be taken out. */
  begun?: boolean
}

export const newRow = (id: string, title = '', minutes = ''): Row => ({
  id,
  title,
  kind: kindOf(title),
  minutes,
  at: '',
  presenter: '',
  presenterIds: [],
})

const beginnings: readonly (readonly [RegExp, Kind])[] = [
  [/^(khai mạc|chào cờ|tuyên bố lý do|giới thiệu)/i, 'opening'],
  [/^(báo cáo|trình bày báo cáo)/i, 'report'],
  [/^(kế hoạch|triển khai|phương hướng)/i, 'plan'],
  [/tham luận/i, 'contributions'],
  [/^(thảo luận|ý kiến|trao đổi)/i, 'discussion'],
  [/(kết luận|bế mạc)/i, 'conclusion'],
]

/** What kind of item a title speaks of. */
export const kindOf = (title: string): Kind =>
  beginnings.find(([pattern]) => pattern.test(title.trim().normalize('NFC')))?.[1] ?? 'other'

/** `Báo cáo tổng kết, 20 phút`: an item a line, its length at the end where it is known. */
const line =
  /^(?:\d{1,2}[.)]\s+|[-–•+]\s*)?(.*?)(?:[\s,;:(–-]+(\d{1,3})\s*(?:phút|phut|min(?:utes)?|['’])\)?\.?)?$/iu

/** Ids follow from the lines: a draft sent again after a failure is the same draft. */
export const rowsFrom = (text: string): Row[] =>
  text
    .split('\n')
    .map((told) => line.exec(told.trim()))
    .flatMap((found, at) => (found?.[1] ? [newRow(`agd_${at + 1}`, found[1], found[2] ?? '')] : []))

const minuteMs = 60_000

/** When each row begins by plan, in UTC; undefined where no time leads to it. Rows not taken have none. */
export const timesOf = (rows: readonly Row[], startsAt: string): (string | undefined)[] => {
  let next: number | undefined = Date.parse(startsAt)
  return rows.map(({ at, minutes, dropped }) => {
    if (dropped !== undefined) return undefined
    const own = at ? instantOf({ day: whenOf(startsAt).day, time: at }) : undefined
    const begins = own ? Date.parse(own) : next
    const length = Number(minutes)
    next = begins !== undefined && length > 0 ? begins + length * minuteMs : undefined
    return begins === undefined || Number.isNaN(begins) ? undefined : new Date(begins).toISOString()
  })
}

/** When the last row ends by plan; undefined while that is not known. */
export const endOf = (rows: readonly Row[], startsAt: string): string | undefined => {
  const taken = rows.filter(({ dropped }) => dropped === undefined)
  const begins = timesOf(taken, startsAt).at(-1)
  const length = Number(taken.at(-1)?.minutes)
  return begins && length > 0 ? new Date(Date.parse(begins) + length * minuteMs).toISOString() : undefined
}

const rowOf = ({ presenters, plannedAt, minutes, presenter, spans, ...item }: AgendaItem): Row => ({
  ...item,
  minutes: minutes === undefined ? '' : String(minutes),
  at: plannedAt ? civilTime(plannedAt) : '',
  presenter: presenter ?? '',
  presenterIds: presenters?.map(({ personId }) => personId) ?? [],
  ...(spans ? { begun: true } : {}),
})

/** Rows keep a time of their own only where it does not follow from those before. */
export const rowsOf = (items: readonly AgendaItem[], startsAt: string): Row[] => {
  const rows: Row[] = []
  for (const item of items) {
    const row = rowOf(item)
    const followed = timesOf([...rows, { ...row, at: '' }], startsAt).at(-1)
    rows.push(followed && civilTime(followed) === row.at ? { ...row, at: '' } : row)
  }
  return rows
}

export const itemsOf = (rows: readonly Row[], startsAt: string): AgendaItemInput[] => {
  const times = timesOf(rows, startsAt)
  return rows.map(({ id, title, kind, minutes, presenter, presenterIds, dropped }, index) => {
    const plannedAt = times[index]
    return {
      id,
      title: title.trim(),
      kind,
      ...(plannedAt ? { plannedAt } : {}),
      ...(Number(minutes) > 0 ? { minutes: Number(minutes) } : {}),
      ...(presenter.trim() ? { presenter: presenter.trim() } : {}),
      ...(presenterIds.length > 0 ? { presenterIds } : {}),
      ...(dropped === undefined ? {} : { dropped: dropped.trim() }),
    }
  })
}

/** A row one place up or down; at the ends it stays. */
export const moved = <T>(rows: readonly T[], from: number, by: -1 | 1): T[] => {
  const to = from + by
  const row = rows[from]
  if (row === undefined || to < 0 || to >= rows.length) return [...rows]
  const rest = rows.filter((_, index) => index !== from)
  return [...rest.slice(0, to), row, ...rest.slice(to)]
}

/** What somebody else did to the agenda meanwhile; undefined when nothing that an editor would undo. */
export const changesBeside = (before: readonly AgendaItem[], after: readonly AgendaItem[]) => {
  const old = new Map(before.map((item) => [item.id, item]))
  const changes = agendaChanges(before, after)
  const edited = after.filter(({ id, title, minutes, presenter, presenters }) => {
    const was = old.get(id)
    const told = (item: Partial<AgendaItem>) =>
      JSON.stringify([item.title, item.minutes, item.presenter, item.presenters])
    return was !== undefined && told({ title, minutes, presenter, presenters }) !== told(was)
  })
  const any =
    changes.added.length + changes.removed.length + changes.dropped.length + edited.length > 0 ||
    changes.reordered
  return any ? { ...changes, edited } : undefined
}

/** My rows with those that others added meanwhile at the end: nobody's item is lost. */
export const withAdded = (
  mine: readonly Row[],
  theirs: readonly Row[],
  before: readonly AgendaItem[],
): Row[] => {
  const known = new Set([...mine, ...before].map(({ id }) => id))
  return [...mine, ...theirs.filter(({ id }) => !known.has(id))]
}
