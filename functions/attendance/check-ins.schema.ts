// Check-ins: a delegate's own claim to be there, and what became of it: shapes.
import * as z from 'zod'
import { DelegateId } from '#functions/bridge-points/delegates.schema.ts'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { Standing } from './roll.schema.ts'
import { RollTaken } from './schema.ts'

/** The code shown at the point now, and one's own delegate where an account has several. */
export const CheckInInput = z.strictObject({
  code: z.string().regex(/^[0-9]{6}$/),
  delegateId: DelegateId.optional(),
  claimedAt: Instant.optional(),
})
export type CheckInInput = z.infer<typeof CheckInInput>

/** A claim makes nobody present; whoever may take the roll confirms or rejects it. */
export const CheckIn = z.object({
  conferenceId: z.string(),
  pointId: z.string(),
  delegateId: z.string(),
  /** As records name the delegate. */
  display: z.string(),
  state: z.enum(['claimed', 'confirmed', 'rejected']),
  at: z.string(),
  standing: Standing,
  event: z.string(),
  decided: z.object({ at: z.string(), by: z.string(), reason: z.string().optional() }).optional(),
  version: z.number(),
})
export type CheckIn = z.infer<typeof CheckIn>

export const CheckIns = z.object({ items: z.array(CheckIn), claimed: z.number() })

/** So many at once, each an item of its own beside the roll. */
const atOnce = 80
const delegateIds = z
  .array(DelegateId)
  .min(1)
  .max(atOnce)
  .refine((ids) => new Set(ids).size === ids.length, { message: 'one mark a delegate' })

export const Confirming = z.strictObject({
  delegateIds,
  state: z.enum(['present', 'online']).default('present'),
})
export type Confirming = z.infer<typeof Confirming>

export const Rejecting = z.strictObject({ delegateIds, reason: line(500) })
export type Rejecting = z.infer<typeof Rejecting>

export const CheckInsDecided = RollTaken.pick({ event: true, counts: true, version: true })
export type CheckInsDecided = z.infer<typeof CheckInsDecided>

/** What is shown at the point, and until when it is shown; it is still taken for one step after. */
export const CheckInCode = z.object({ code: z.string(), validUntil: z.string(), stepSeconds: z.number() })
