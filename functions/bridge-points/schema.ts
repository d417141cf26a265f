// Bridge points, their technical state and their delegations: shapes.
import * as z from 'zod'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { paragraphs } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { BoardRow, Check, Checks, LinkState, Point, PointId, PointKind, Stay } from './stored.schema.ts'

export const PointsPath = z.object({ id: idOf('cnf') })
export const PointPath = z.object({ id: idOf('cnf'), point: PointId })

/** One call adds at most so many points; the 3,319 communes will come as a job. */
const pointsMost = 100

export const PointsInput = z.strictObject({
  unitIds: z.array(namedIdOf('unt')).min(1).max(pointsMost),
  kind: PointKind.default('site'),
  /** The head count announced, the same for each of these points. */
  expected: z.number().int().min(0).max(10_000).optional(),
})
export type PointsInput = z.infer<typeof PointsInput>

export const ReadinessInput = z.strictObject({
  checks: Checks,
  note: paragraphs(1000).optional(),
  claimedAt: Instant.optional(),
})
export type ReadinessInput = z.infer<typeof ReadinessInput>

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
