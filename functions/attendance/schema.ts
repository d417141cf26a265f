// Roll calls, the attendance they add up to, and where sources disagree: shapes.
import * as z from 'zod'
import { Delegate, DelegateId } from '#functions/bridge-points/delegates.schema.ts'
import { BoardLine } from '#functions/bridge-points/schema.ts'
import { PointId } from '#functions/bridge-points/stored.schema.ts'
import { idOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'

export const AttendancePath = z.object({ id: idOf('cnf') })
export const RollPath = z.object({ id: idOf('cnf'), point: PointId })

export const MarkState = z.enum(['present', 'online', 'absent', 'substituted'])

const Substitute = z
  .strictObject({
    name: line(100).optional(),
    rank: line(60).optional(),
    position: line(300).optional(),
  })
  .refine(({ name, position }) => name ?? position, {
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

export const RollCall = z
  .strictObject({
    /** Everybody in the room, unnamed people included. */
    headCount: z.number().int().min(0).max(10_000).optional(),
    claimedAt: Instant.optional(),
    marks: z.array(MarkInput).max(500).default([]),
  })
  .refine(({ headCount, marks }) => headCount !== undefined || marks.length > 0, {
    path: ['marks'],
    message: 'marks or a head count are needed',
  })
  .refine(({ marks }) => new Set(marks.map(({ delegateId }) => delegateId)).size === marks.length, {
    path: ['marks'],
    message: 'one mark a delegate',
  })
export type RollCall = z.infer<typeof RollCall>

/** Rehearsal before the session starts, attendance in it, late after it was closed: kept, and marked so. */
export const Standing = z.enum(['rehearsal', 'attendance', 'late'])
export type Standing = z.infer<typeof Standing>

/** Where a statement comes from and when it holds: what folds are ordered by. */
export const Stamp = z.object({ at: z.string(), rank: z.number(), event: z.string(), standing: Standing })
export type Stamp = z.infer<typeof Stamp>

const Told = z.object({
  state: MarkState,
  reason: z.string().optional(),
  /** As records name whoever came instead. */
  substitute: z.string().optional(),
})

export const Mark = z.object({ ...Stamp.shape, ...Told.shape })
export type Mark = z.infer<typeof Mark>

/** One roll call as the event holds it. */
export const RollAct = z.object({
  ...Stamp.shape,
  heads: z.number().optional(),
  marks: z.array(z.object({ delegateId: z.string(), ...Told.shape })),
})
export type RollAct = z.infer<typeof RollAct>

/** A point's marks, a cached fold of its roll calls: delegate → the mark that holds. */
export const Roll = z.object({
  conferenceId: z.string(),
  pointId: z.string(),
  marks: z.record(z.string(), Mark),
  heads: z.object({ ...Stamp.shape, count: z.number() }).optional(),
  version: z.number(),
})
export type Roll = z.infer<typeof Roll>

export const Counts = z.object({
  /** Delegates marked present, in the room or online. */
  present: z.number(),
  online: z.number(),
  absent: z.number(),
  substituted: z.number(),
  heads: z.number().optional(),
})
export type Counts = z.infer<typeof Counts>

export const RollTaken = z.object({
  event: z.string(),
  standing: Standing,
  counts: Counts,
  version: z.number(),
})
export type RollTaken = z.infer<typeof RollTaken>

export const RollSheet = z.object({
  counts: Counts,
  items: z.array(Delegate.extend({ mark: Mark.optional() })),
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

export const Attendance = z.object({ at: z.string(), totals: Totals, items: z.array(BoardLine) })

export const DisagreementKind = z.enum(['link-without-roll', 'roll-without-link', 'heads-below-present'])
export type DisagreementKind = z.infer<typeof DisagreementKind>

/** What may be chosen: the source that holds, or that neither does. */
export const Choice = z.enum(['link', 'roll', 'heads', 'neither'])
export type Choice = z.infer<typeof Choice>

export const Disagreement = z.object({
  id: z.string(),
  kind: DisagreementKind,
  pointId: z.string(),
  heads: z.number().optional(),
  room: z.number().optional(),
})
export type Disagreement = z.infer<typeof Disagreement>

export const Settling = z.strictObject({ chosen: Choice, reason: line(1000) })
export type Settling = z.infer<typeof Settling>

/** A settlement, with the disagreement as it stood: other figures are another disagreement. */
export const Settlement = z.object({
  conferenceId: z.string(),
  disagreement: Disagreement,
  chosen: Choice,
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  event: z.string(),
  version: z.number(),
})
export type Settlement = z.infer<typeof Settlement>

export const ShownDisagreement = Disagreement.extend({
  settled: Settlement.pick({ chosen: true, reason: true, by: true, at: true }).optional(),
})
export type ShownDisagreement = z.infer<typeof ShownDisagreement>

export const Disagreements = z.object({ items: z.array(ShownDisagreement), unsettled: z.number() })

export const DisagreementPath = z.object({
  id: idOf('cnf'),
  disagreement: z.string().regex(/^[a-z-]{1,40}[.]bpt_[0-9A-Za-z-]{1,60}$/),
})
