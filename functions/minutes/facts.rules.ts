// What minutes are compiled from, and what a compilation makes: shapes. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import type { BlockKind } from './schema.ts'

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

/** Who leads and who writes, as records name them. */
export type Role = { sub: string; name: string }

export type Participation = {
  key: string
  kind: 'participants' | 'point' | 'disagreement'
  text: string
  events: string[]
}

/** All that a compilation rests on. */
export type Facts = {
  conference: Conference
  /** The name of a unit on the day of the conference. */
  unitName: (unitId: string) => string
  chairs: Role[]
  secretaries: Role[]
  /** Who took part, and what was settled about it. */
  participation: Participation[]
  points: number
  events: readonly Told[]
  /** Up to when (UTC instant) events count: it stands with all evidence. */
  horizon: string
}

/** A sentence as compiled: `query` names its events where they are too many to be listed. */
export type Said = { text: string; events: string[]; query?: string; line?: true }

/** A block as compiled; what its sentences rest on is cut to evidence later. */
export type Draft = { id: string; kind: BlockKind; sentences: Said[] }

/** The ids of events, in their order: what a sentence rests on. */
export const idsOf = (events: readonly Told[]): string[] => events.map(({ id }) => id)

/** A block whose lines rest, each of them, on the same events. */
export const linesOf = (id: string, kind: BlockKind, text: string, events: string[]): Draft => ({
  id,
  kind,
  sentences: text.split('\n').map((line, at) => ({ text: line, events, ...(at > 0 ? { line: true } : {}) })),
})
