// Attendance at many moments of a session, from one reading of its log: each point is folded once, and only what changed
// is kept of it. What holds at a moment is what past.rules.ts says of it. Pure.
import type { BoardRow } from '#functions/bridge-points/stored.schema.ts'
import { type Logged, settledIn } from './events.ts'
import { momentsMost, type SeriesMoment } from './over-time.schema.ts'
import { linesThen, newPast, noteThen } from './past.rules.ts'
import type { PointTotals } from './schema.ts'
import type { Lifecycle } from './standing.rules.ts'

/** Few steps, so that those who look at one session share what was read for another. */
const steps = [10, 30, 60, 120, 300, 600, 1_800, 3_600]

/** The step that is answered where this one is asked for: never a shorter one. */
export const stepFor = (wanted: number): number => steps.find((step) => step >= wanted) ?? 3_600

export type Moments = { step: number; at: string[] }

/**
 * The moments of a session, its end always the last of them.
 * @param from UTC instant @param to UTC instant @param step seconds; longer where 200 moments would not reach
 */
export const momentsOf = (from: string, to: string, step: number): Moments => {
  const start = Date.parse(from)
  const length = Math.max(0, Date.parse(to) - start)
  const least = Math.ceil(length / 1000 / (momentsMost - 1))
  const every = Math.max(step, least)
  const before = Math.ceil(length / 1000 / every)
  const at = Array.from({ length: before }, (_, place) =>
    new Date(start + place * every * 1000).toISOString(),
  )
  return { step: every, at: [...at, new Date(start + length).toISOString()] }
}

/** From when on an event is so: as it counts, or, of a settlement, once all it settles had been said. */
const holdsFrom = (event: Logged): string => {
  if (event.name !== 'disagreement.settled') return event.effectiveAt
  const said = (settledIn(event).disagreement.statements ?? []).map(({ at }) => at).sort()
  const last = said.at(-1)
  return last !== undefined && last < event.effectiveAt ? last : event.effectiveAt
}

const always = '9999'

type Change = { at: string; line: PointTotals | undefined }

/** How a point's line went on: one entry for each instant at which it changed, oldest first. */
const changesOf = (row: BoardRow, events: readonly Logged[], lifecycle: Lifecycle): Change[] => {
  const past = newPast(always, lifecycle)
  const ordered = events
    .map((event) => ({ event, from: holdsFrom(event) }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.event.id < b.event.id ? -1 : 1))
  const changes: Change[] = [{ at: '', line: linesThen(past, [row])[0] }]
  for (const [place, { event, from }] of ordered.entries()) {
    noteThen(past, event)
    if (ordered[place + 1]?.from !== from) changes.push({ at: from, line: linesThen(past, [row])[0] })
  }
  return changes
}

const counted = ['expected', 'present', 'absent', 'substituted', 'heads'] as const

const nothing = (at: string): SeriesMoment => ({
  at,
  points: 0,
  expected: 0,
  present: 0,
  absent: 0,
  substituted: 0,
  heads: 0,
})

const add = (sum: SeriesMoment, line: PointTotals): void => {
  sum.points += 1
  for (const what of counted) sum[what] += line[what] ?? 0
}

export type Tally = { sums: SeriesMoment[]; lifecycle: Lifecycle }

export const newTally = ({ at }: Moments, lifecycle: Lifecycle): Tally => ({
  sums: at.map(nothing),
  lifecycle,
})

/**
 * Adds one point to every moment it was part of.
 * @param events all that was told of it, its being added included
 */
export const countPoint = ({ sums, lifecycle }: Tally, row: BoardRow, events: readonly Logged[]): void => {
  const added = events.find(({ name }) => name === 'points.added')?.effectiveAt ?? ''
  const changes = changesOf(row, events, lifecycle)
  let place = 0
  for (const sum of sums) {
    while ((changes[place + 1]?.at ?? always) <= sum.at) place += 1
    const line = changes[place]?.line
    if (line && added <= sum.at) add(sum, line)
  }
}
