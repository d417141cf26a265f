// Bridge points as stored: what every other context loads, apart from the shapes of requests and answers, so that a
// cold start that only loads a point does not build those.
import * as z from 'zod'
import { namedIdOf } from '#functions/shared/ids.ts'

export const PointId = namedIdOf('bpt')
/** The point of a unit has the same id in every conference. */
export const pointIdOf = (unitId: string): string => `bpt_${unitId.slice('unt_'.length)}`

export const PointKind = z.enum(['central', 'site'])

/** Who a point is: identity, what is expected, and the ids of its delegates in order of entry. */
export const Point = z.object({
  id: PointId,
  conferenceId: z.string(),
  unitId: namedIdOf('unt'),
  /** The unit's names on the day of the conference. */
  name: z.string(),
  shortName: z.string(),
  kind: PointKind,
  expected: z.number().optional(),
  startsAt: z.string(),
  delegateIds: z.array(z.string()),
  version: z.number(),
})
export type Point = z.infer<typeof Point>

const Verdict = z.enum(['pass', 'fail'])
export const Checks = z.strictObject({ picture: Verdict, sound: Verdict, network: Verdict })

export const Check = z.object({
  checks: Checks,
  note: z.string().optional(),
  at: z.string(),
  event: z.string(),
})
export type Check = z.infer<typeof Check>

/** A span of time connected, both ends UTC instants. */
export const Stay = z.object({ from: z.string(), to: z.string() })
export type Stay = z.infer<typeof Stay>

export const LinkState = z.enum(['never', 'up', 'left', 'dropped'])
export type LinkState = z.infer<typeof LinkState>

/** A point's media: sessions open now, the union of those ended, and the last readiness check. */
export const Link = z.object({
  conferenceId: z.string(),
  pointId: z.string(),
  /** Session id → when it joined. */
  open: z.record(z.string(), z.string()),
  stays: z.array(Stay),
  lastLeave: z.object({ at: z.string(), how: z.enum(['left', 'dropped']) }).optional(),
  check: Check.optional(),
  version: z.number(),
})
export type Link = z.infer<typeof Link>

/** What link, readiness and roll each write of a point's row, without undoing one another. */
export const BoardRow = z.object({
  pointId: PointId,
  conferenceId: z.string(),
  unitId: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: PointKind,
  expected: z.number().optional(),
  /** How many delegates are entered. */
  listed: z.number(),
  linkState: LinkState,
  since: z.string().optional(),
  /** When the page was last heard of, once heartbeats tell. */
  heardAt: z.string().optional(),
  faults: z.array(z.enum(['picture', 'sound', 'network'])).optional(),
  checkedAt: z.string().optional(),
  present: z.number(),
  online: z.number(),
  absent: z.number(),
  substituted: z.number(),
  heads: z.number().optional(),
  /** When the roll was last taken, rehearsals left aside. */
  rolledAt: z.string().optional(),
})
export type BoardRow = z.infer<typeof BoardRow>
