// Attendance of one point in full, and its printable sheet: answers.
import * as z from 'zod'
import { Stay } from '#functions/bridge-points/stored.schema.ts'
import { CheckIn } from './check-ins.schema.ts'
import { Statement } from './disagreements.schema.ts'
import { Counts, MarkState } from './roll.schema.ts'
import { ShownMark } from './schema.ts'

/** When somebody was there within the conference: milliseconds, and UTC instants. */
const Stays = z.object({
  firstJoin: z.string().optional(),
  /** None while still there at the end. */
  lastLeave: z.object({ at: z.string(), how: z.enum(['left', 'dropped', 'unknown']) }).optional(),
  gaps: z.array(Stay.extend({ kind: z.enum(['left', 'dropped', 'unknown']) })),
  stays: z.array(Stay),
  connectedMs: z.number(),
  /** Of which nobody knows. */
  unknownMs: z.number(),
  /** By more than five minutes. */
  late: z.boolean(),
  lateMs: z.number(),
  leftEarly: z.boolean(),
})

export const PointAttendance = z.object({
  at: z.string(),
  pointId: z.string(),
  counts: Counts,
  expected: z.number(),
  unmarked: z.number(),
  /** None before the conference starts. */
  link: Stays.optional(),
  items: z.array(
    z.object({
      id: z.string(),
      display: z.string(),
      mark: ShownMark.optional(),
      before: z.array(ShownMark).optional(),
      differing: z.array(Statement).optional(),
      checkIn: CheckIn.optional(),
      presence: Stays.optional(),
    }),
  ),
})

const SheetLine = z.object({
  place: z.number(),
  name: z.string().optional(),
  /** Rank, titles and role as records give them, without the name. */
  titles: z.string(),
  state: MarkState,
  reason: z.string().optional(),
  substitute: z.string().optional(),
  /** Marked after the close. */
  late: z.boolean(),
})
export type SheetLine = z.infer<typeof SheetLine>

/** All that a printed sheet shows, in words of the day of the conference. */
export const AttendanceSheet = z.object({
  conference: z.object({
    title: z.array(z.string()),
    startsAt: z.string(),
    venue: z.string(),
    host: z.string(),
  }),
  point: z.object({
    name: z.string(),
    /** The authority above, where there is one. */
    superior: z.string().optional(),
    kind: z.enum(['central', 'site']),
  }),
  /** When the sheet was drawn up. */
  at: z.string(),
  /** Whether the roll was taken in earnest: before, the sheet is a form to be filled in. */
  rolledAt: z.string().optional(),
  expected: z.number(),
  counts: Counts,
  unmarked: z.number(),
  items: z.array(SheetLine),
})
export type AttendanceSheet = z.infer<typeof AttendanceSheet>
