// What is kept of a notice: who was told of what, by which wake-up.
import * as z from 'zod'

/**
 * One item per conference and unit. `event` is the latest `conference.scheduled` the unit was told of: a later one
 * (postponed, scheduled anew) is told again, the same or an earlier one is not.
 */
export const Notice = z.object({
  conferenceId: z.string(),
  unitId: z.string(),
  event: z.string(),
  /** `sending` is written before the mail goes, `sent` after it; `failed` when the mail server refused it. */
  state: z.enum(['sending', 'sent', 'failed']),
  address: z.string(),
  version: z.number(),
})
export type Notice = z.infer<typeof Notice>

/** What the letter says, in words of the day of the conference. */
export type Invitation = {
  title: readonly string[]
  host: string
  /** The invited unit and its bridge point. */
  unit: string
  form: 'online' | 'hybrid' | 'in-person'
  venue: string
  startsAt: string
  contributionsDueAt?: string | undefined
  agenda: readonly { title: string; plannedAt?: string | undefined }[]
  /** Where the unit finds the conference after signing in. */
  link: string
  /** When the letter is written. */
  writtenAt: string
}
