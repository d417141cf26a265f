// Faults at a point, as its people report them: no picture, no sound, link lost. Shapes.
import * as z from 'zod'
import { idOf } from '#functions/shared/ids.ts'
import { paragraphs } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { FaultKind, PointId } from './stored.schema.ts'

const FaultId = idOf('flt')
export const FaultPath = z.object({ id: idOf('cnf'), point: PointId, fault: FaultId })

export const FaultInput = z.strictObject({
  kind: FaultKind,
  note: paragraphs(500).optional(),
  claimedAt: Instant.optional(),
})
export type FaultInput = z.infer<typeof FaultInput>

export const FaultEndInput = z.strictObject({
  /** What was done about it. */
  note: paragraphs(500).optional(),
  claimedAt: Instant.optional(),
})
export type FaultEndInput = z.infer<typeof FaultEndInput>

/** Each report of a fault: the first opens it, others while it is open add to it. */
const Report = z.object({ at: z.string(), by: z.string(), note: z.string().optional(), event: z.string() })
export type Report = z.infer<typeof Report>

/** A fault from its first report to its end. */
export const Fault = z.object({
  id: FaultId,
  conferenceId: z.string(),
  pointId: PointId,
  kind: FaultKind,
  openedAt: z.string(),
  /** In order of time; of very many the first and the latest. */
  reports: z.array(Report),
  ended: Report.optional(),
  version: z.number(),
})
export type Fault = z.infer<typeof Fault>

export const OpenFault = z.object({
  id: FaultId,
  kind: FaultKind,
  openedAt: z.string(),
  by: z.string(),
  note: z.string().optional(),
})
export type OpenFault = z.infer<typeof OpenFault>

/** The faults of a point that are open: one of a kind at most, so that two reports of one fault are one fault. */
export const OpenFaults = z.object({
  conferenceId: z.string(),
  pointId: PointId,
  open: z.array(OpenFault),
  version: z.number(),
})
export type OpenFaults = z.infer<typeof OpenFaults>

export const ShownFault = Fault.omit({ conferenceId: true, pointId: true, version: true })
export type ShownFault = z.infer<typeof ShownFault>

/** All faults of a point, the latest first. */
export const ShownFaults = z.object({ items: z.array(ShownFault) })
