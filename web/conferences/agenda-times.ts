// How an agenda goes against its plan: when an item in truth began, how long it took, what comes next. Pure.
import type { AgendaItem } from '#functions/conferences/agenda.schema.ts'

type Planned = Pick<AgendaItem, 'plannedAt' | 'minutes' | 'spans' | 'dropped'>

const minuteMs = 60_000

/** Whole minutes, towards none: half a minute is nobody's delay. */
const minutesOf = (ms: number): number => Math.round(ms / minuteMs) || 0

/** How many minutes after its time it began, negative for before; undefined where either is not known. */
export const startedLate = ({ plannedAt, spans }: Planned): number | undefined => {
  const begun = spans?.[0]?.startedAt
  return plannedAt && begun ? minutesOf(Date.parse(begun) - Date.parse(plannedAt)) : undefined
}

/** How long it has been on, breaks left out. @param now milliseconds, for the span that runs */
export const ranMs = ({ spans = [] }: Planned, now: number): number =>
  spans.reduce(
    (sum, { startedAt, endedAt }) =>
      sum + Math.max(0, (endedAt ? Date.parse(endedAt) : now) - Date.parse(startedAt)),
    0,
  )

const isOn = ({ spans = [] }: Planned): boolean => spans.some(({ endedAt }) => endedAt === undefined)

/** How many minutes longer than planned it took, negative for shorter; undefined until it is over. */
export const tookLonger = (item: Planned): number | undefined => {
  if (!item.minutes || !item.spans?.length || isOn(item)) return undefined
  return minutesOf(ranMs(item, 0)) - item.minutes
}

/** What the item that is on has left of its time, in milliseconds; negative once it is over it. */
export const leftMs = (item: Planned, now: number): number | undefined =>
  item.minutes ? item.minutes * minuteMs - ranMs(item, now) : undefined

/** The item to be taken next: the first after the one that is on which nobody has begun or dropped. */
export const nextOf = <Item extends Planned & { id: string }>(
  items: readonly Item[],
  current: string | undefined,
): Item | undefined => {
  const at = items.findIndex(({ id }) => id === current)
  return items.slice(at + 1).find(({ dropped, spans }) => dropped === undefined && !spans?.length)
}
