// What the steps aside and back of a conference's life are told: apart, so that a cold start need not build them.
import * as z from 'zod'
import { namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'

/** With a new start it is scheduled for then; without one it waits for a date. */
export const Postponing = z
  .strictObject({ reason: line(1000), startsAt: Instant.optional(), endsAt: Instant.optional() })
  .refine(({ startsAt, endsAt }) => !endsAt || (startsAt !== undefined && endsAt > startsAt), {
    path: ['endsAt'],
    message: 'must be after startsAt',
  })
export type Postponing = z.infer<typeof Postponing>

/** Why a conference is cancelled or reopened. */
export const Reason = z.strictObject({ reason: line(1000) })
export type Reason = z.infer<typeof Reason>

export const Taking = z.strictObject({
  /** Whom the desk enters for somebody without a device: a named chair or the deputy. */
  personId: namedIdOf('prs').optional(),
})
export type Taking = z.infer<typeof Taking>
