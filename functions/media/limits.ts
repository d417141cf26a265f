// The limits of this home: the stage's, where the environment tells some, and else the usual ones.
import * as z from 'zod'
import { setting } from '#functions/shared/config.ts'
import { usualLimits } from './limits.data.ts'

const most = z.number().int().min(1)
const Limits = z.object({
  mediaRegion: z.string(),
  attendeesMost: most,
  promotionSeats: z.number().int().min(0),
  replicasMost: z.number().int().min(0),
  requestsPerSecond: most,
  requestsBurst: most,
})
export type Limits = z.infer<typeof Limits>

const Told = Limits.partial()

export const limits = (): Limits => {
  const told = setting('MEDIA_LIMITS')
  return { ...usualLimits, ...(told ? Told.parse(JSON.parse(told)) : {}) } as Limits
}
