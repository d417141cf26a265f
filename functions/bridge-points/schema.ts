// Bridge points, their technical state and their delegations: shapes.
import * as z from 'zod'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { paragraphs } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'

export const PointId = namedIdOf('bpt')
export const PointsPath = z.object({ id: idOf('cnf') })
export const PointPath = z.object({ id: idOf('cnf'), point: PointId })

/** The point of a unit has the same id in every conference. */
export const pointIdOf = (unitId: string): string => `bpt_${unitId.slice('unt_'.length)}`

export const PointKind = z.enum(['central', 'site'])

/** One call adds at most so many points; the 3,319 communes will come as a job. */
const pointsMost = 100

export const PointsInput = z.strictObject({
  unitIds: z.array(namedIdOf('unt')).min(1).max(pointsMost),
  kind: PointKind.default('site'),
  /** The head count announced, the same for each of these points. */
  expected: z.number().int().min(0).max(10_000).optional(),
})
export type PointsInput = z.infer<typeof PointsInput>

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
const Checks = z.strictObject({ picture: Verdict, sound: Verdict, network: Verdict })

export const ReadinessInput = z.strictObject({
  checks: Checks,
  note: paragraphs(1000).optional(),
  claimedAt: Instant.optional(),
})
export type ReadinessInput = z.infer<typeof ReadinessInput>

export const Check = z.object({
  checks: Checks,
  note: z.string().optional(),
  at: z.string(),
  event: z.string(),
})
export type Check = z.infer<typeof Check>

const SessionId = idOf('lnk')
export const JoinInput = z.strictObject({ claimedAt: Instant.optional() })
export type JoinInput = z.infer<typeof JoinInput>

export const LeaveInput = z.strictObject({
  session: SessionId,
  /** `dropped` when the link was lost rather than left. */
  how: z.enum(['left', 'dropped']).default('left'),
  claimedAt: Instant.optional(),
})
export type LeaveInput = z.infer<typeof LeaveInput>

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

export const PointState = z.enum(['not-connected', 'checking', 'connected', 'lost', 'unknown', 'fault'])
export type PointState = z.infer<typeof PointState>

/** A row as shown: the state every screen draws with the same glyph, and the counts. */
export const BoardLine = BoardRow.omit({ conferenceId: true, linkState: true, heardAt: true }).extend({
  state: PointState,
  expected: z.number(),
  unmarked: z.number(),
})
export type BoardLine = z.infer<typeof BoardLine>

export const Board = z.object({ at: z.string(), items: z.array(BoardLine) })

const ShownLink = z.object({
  linkState: LinkState,
  since: z.string().optional(),
  /** Every span connected, the running one up to now, in order. */
  stays: z.array(Stay),
})

export const ShownPoint = Point.omit({ delegateIds: true, version: true }).extend({
  delegates: z.number(),
})
export type ShownPoint = z.infer<typeof ShownPoint>

export const PointDetail = ShownPoint.extend({ link: ShownLink, check: Check.optional(), row: BoardLine })
export type PointDetail = z.infer<typeof PointDetail>

export const Joined = z.object({ session: SessionId, link: ShownLink })
export type Joined = z.infer<typeof Joined>

export const PointQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(100),
  cursor: z.string().max(4000).optional(),
})
