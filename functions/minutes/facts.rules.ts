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
}

/** A block as compiled; what it rests on is cut to evidence later. */
export type Draft = { id: string; kind: BlockKind; text: string; events: string[] }

/** The ids of events, in their order: what a sentence rests on. */
export const idsOf = (events: readonly Told[]): string[] => events.map(({ id }) => id)
