// Roll calls and the attendance they add up to: requests and answers.
import * as z from 'zod'
import { Delegate, DelegateId } from '#functions/bridge-points/delegates.schema.ts'
import { BoardLine } from '#functions/bridge-points/schema.ts'
import { PointId } from '#functions/bridge-points/stored.schema.ts'
import { idOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { Statement } from './disagreements.schema.ts'
import { Counts, Mark, MarkState, Standing } from './roll.schema.ts'

export const AttendancePath = z.object({ id: idOf('cnf') })
export const RollPath = z.object({ id: idOf('cnf'), point: PointId })

/** Attendance as it was then; now, where none is asked for. */
export const AttendanceQuery = z.strictObject({ at: Instant.optional() })

/** By name or position, or a delegate of the same point. */
const Substitute = z
  .strictObject({
    delegateId: DelegateId.optional(),
    name: line(100).optional(),
    rank: line(60).optional(),
    position: line(300).optional(),
  })
  .refine(({ delegateId, name, position }) => delegateId ?? name ?? position, {
    path: ['name'],
    message: 'a name or a position is needed',
  })

const MarkInput = z
  .strictObject({
    delegateId: DelegateId,
    state: MarkState,
    /** Why absent; needed then. */
    reason: line(500).optional(),
    /** Who came instead; needed when substituted. */
    substitute: Substitute.optional(),
  })
  .refine(({ state, reason }) => state !== 'absent' || reason, {
    path: ['reason'],
    message: 'needed when absent',
  })
  .refine(({ state, substitute }) => (state === 'substituted') === (substitute !== undefined), {
    path: ['substitute'],
    message: 'needed when substituted, and only then',
  })

/** Of all reasons and substitutes of a call: its event must fit an item of 400 KB. */
const lettersMost = 40_000

const lettersIn = ({
  reason = '',
  substitute: { name = '', rank = '', position = '' } = {},
}: z.infer<typeof MarkInput>) => reason.length + name.length + rank.length + position.length

export const RollCall = z
  .strictObject({
    /** Everybody in the room, unnamed people included. */
    headCount: z.number().int().min(0).max(10_000).optional(),
    claimedAt: Instant.optional(),
    /** Which tablet this is, where several are signed in as one account: any text it keeps. */
    device: z
      .string()
      .regex(/^[0-9A-Za-z-]{1,40}$/)
      .optional(),
    /** The sheet's `seen` as this tablet showed it: a mark changed in its knowledge is corrected, not contradicted. */
    seen: idOf('evt').optional(),
    marks: z.array(MarkInput).max(500).default([]),
  })
  .refine(({ headCount, marks }) => headCount !== undefined || marks.length > 0, {
    path: ['marks'],
    message: 'marks or a head count are needed',
  })
  .refine(({ marks }) => marks.reduce((sum, mark) => sum + lettersIn(mark), 0) <= lettersMost, {
    path: ['marks'],
    message: 'at most 40,000 characters of reasons and substitutes in all',
  })
  .refine(({ marks }) => new Set(marks.map(({ delegateId }) => delegateId)).size === marks.length, {
    path: ['marks'],
    message: 'one mark a delegate',
  })
export type RollCall = z.infer<typeof RollCall>

export const RollTaken = z.object({
  event: z.string(),
  standing: Standing,
  /** Sent by somebody whose grant has ended since: kept, and counted once it is settled that it holds. */
  held: z.boolean().optional(),
  counts: Counts,
  version: z.number(),
})
export type RollTaken = z.infer<typeof RollTaken>

/** A mark as shown: by whom, on whose word, and what was said before. */
export const ShownMark = Mark.omit({ author: true, seen: true }).extend({
  source: z.string(),
  /** Settled that it does not count. */
  aside: z.boolean().optional(),
})
export type ShownMark = z.infer<typeof ShownMark>

export const RollSheet = z.object({
  counts: Counts,
  /** The newest event in the roll: to be sent with the next marks. */
  seen: z.string().optional(),
  items: z.array(
    Delegate.extend({
      mark: ShownMark.optional(),
      /** Earlier marks, newest first: what was corrected, when and by whom. */
      before: z.array(ShownMark).optional(),
      /** Statements that disagree, newest first. */
      differing: z.array(Statement).optional(),
    }),
  ),
})

const Totals = z.object({
  points: z.number(),
  expected: z.number(),
  present: z.number(),
  online: z.number(),
  absent: z.number(),
  substituted: z.number(),
  unmarked: z.number(),
  heads: z.number(),
})
export type Totals = z.infer<typeof Totals>

const PointTotals = BoardLine.pick({
  pointId: true,
  unitId: true,
  name: true,
  shortName: true,
  kind: true,
  expected: true,
  listed: true,
  present: true,
  online: true,
  absent: true,
  substituted: true,
  unmarked: true,
  heads: true,
  rolledAt: true,
})
export type PointTotals = z.infer<typeof PointTotals>

export const Attendance = z.object({
  at: z.string(),
  totals: Totals,
  /** Now: the board's rows. Of a past moment: the counts alone. */
  items: z.array(z.union([BoardLine, PointTotals])),
})
