// What minutes are compiled from, and what a compilation makes: shapes. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import type { Outcome } from '#functions/outcomes/schema.ts'
import type { PointAttendance } from './participation.rules.ts'
import type { TextAnnex } from './parts.schema.ts'
import type { BlockKind } from './schema.ts'
import type { SettledDisagreement } from './settled.rules.ts'

/** What a compilation reads of a recorded event. */
export type Told = {
  id: string
  by: { name: string }
  name: string
  subject: string
  point?: string | undefined
  data: Record<string, unknown>
  /** UTC instant at which it counts as done. */
  effectiveAt: string
}

/** Who leads and who writes, as records name them; `sub` where an account holds the role. */
export type Role = { name: string; sub?: string | undefined; personId?: string | undefined }

/** All that a compilation rests on. */
export type Facts = {
  conference: Conference
  /** The name of a unit on the day of the conference. */
  unitName: (unitId: string) => string
  chairs: Role[]
  secretaries: Role[]
  /** Who took part, point by point: the centre first, then in the order of documents. */
  attendance: PointAttendance[]
  settled: SettledDisagreement[]
  /** What the conference brought about, without what was taken back. */
  outcomes: Outcome[]
  events: readonly Told[]
  /** Up to when (UTC instant) events count: it stands with all evidence. */
  horizon: string
}

/** Facts with the annexes that their text has: sentences refer to them by number. */
export type Compiling = Facts & { annexes: readonly TextAnnex[] }

/** A sentence as compiled: `query` names its events where they are too many to be listed. */
export type Said = { text: string; events: string[]; query?: string; line?: true }

/** A block as compiled; what its sentences rest on is cut to evidence later. */
export type Draft = { id: string; kind: BlockKind; sentences: Said[] }

/** The ids of events, in their order: what a sentence rests on. */
export const idsOf = (events: readonly { id: string }[]): string[] => events.map(({ id }) => id)

export const namedBy = (events: readonly Told[], ...names: string[]): Told[] =>
  events.filter(({ name }) => names.includes(name))

/** A sentence that begins on a line of its own. */
export const onLine = (text: string, events: string[], query?: string): Said => ({
  text,
  events,
  line: true,
  ...(query ? { query } : {}),
})
