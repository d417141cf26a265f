// One point in detail: who it is, its link and faults, its checklist, its row of the board.
import * as z from 'zod'
import { OpenFault } from './faults.schema.ts'
import { PagesShown, ShownLink } from './link.schema.ts'
import { BoardLine, ShownPoint } from './schema.ts'
import { PointReadiness } from './technical.schema.ts'

export const PointDetail = ShownPoint.extend({
  link: ShownLink,
  /** Pages of the point that are open now; apart from the media link. */
  pages: PagesShown,
  /** Faults that are open, the oldest first. */
  faults: z.array(OpenFault),
  readiness: PointReadiness,
  row: BoardLine,
})
export type PointDetail = z.infer<typeof PointDetail>
