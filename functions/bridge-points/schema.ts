// Bridge points, their technical state and their delegations: shapes.
import * as z from 'zod'
import { idOf } from '#functions/shared/ids.ts'
import { BoardRow, FaultKind, Point, PointId } from './stored.schema.ts'

export const PointsPath = z.object({ id: idOf('cnf') })
export const PointPath = z.object({ id: idOf('cnf'), point: PointId })

export const PointState = z.enum(['not-connected', 'checking', 'connected', 'lost', 'unknown', 'fault'])
export type PointState = z.infer<typeof PointState>

/** A row as shown: the state every screen draws with the same glyph, and the counts. */
export const BoardLine = BoardRow.omit({
  conferenceId: true,
  linkState: true,
  open: true,
  heardAt: true,
  openFaults: true,
}).extend({
  state: PointState,
  /** Kinds of fault that are open. */
  faults: z.array(FaultKind),
  expected: z.number(),
  unmarked: z.number(),
})
export type BoardLine = z.infer<typeof BoardLine>

export const ShownPoint = Point.omit({ delegateIds: true, version: true }).extend({
  delegates: z.number(),
})
export type ShownPoint = z.infer<typeof ShownPoint>

export const PointQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(100),
  cursor: z.string().max(4000).optional(),
})
