// What is kept of a notice: who was told of what, by mail; and what was said to all points.
import * as z from 'zod'
import { idOf } from '#functions/shared/ids.ts'
import { paragraphs } from '#functions/shared/text.ts'

export const ConferencePath = z.object({ id: idOf('cnf') })

export const LetterKind = z.enum(['invitation', 'change', 'postponement', 'cancellation', 'reminder'])
export type LetterKind = z.infer<typeof LetterKind>

/**
 * One item per conference and unit, and one more per reminder. A unit was told of the conference as it stood at
 * `told`, its calendar sequence; whoever was told of a later state needs no word of an earlier one.
 */
export const Notice = z.object({
  conferenceId: z.string(),
  unitId: z.string(),
  /** The event that woke us for this try. */
  event: z.string(),
  kind: LetterKind.default('invitation'),
  /** The state of the conference this try tells of. */
  sequence: z.number().default(0),
  /** The last state the unit was told of. */
  told: z.number().optional(),
  /** `sending` is written before the mail goes, `sent` after it; `failed` when the mail server refused it. */
  state: z.enum(['sending', 'sent', 'failed']),
  address: z.string(),
  sentAt: z.string().optional(),
  version: z.number(),
})
export type Notice = z.infer<typeof Notice>

/** What a letter says, in words of the day of the conference. */
export type Invitation = {
  title: readonly string[]
  host: string
  /** The invited unit and its bridge point. */
  unit: string
  form: 'online' | 'hybrid' | 'in-person'
  venue: string
  startsAt: string
  contributionsDueAt?: string | undefined
  /** Who chairs, as records name them; the host where nobody is named. */
  chairs?: readonly string[] | undefined
  agenda: readonly { title: string; plannedAt?: string | undefined }[]
  /** Where the unit finds the conference after signing in. */
  link: string
  /** When the letter is written. */
  writtenAt: string
  /** Why it was put off or called off, and when it was to be before. */
  reason?: string | undefined
  before?: string | undefined
  /** The desk's own words, in a reminder. */
  note?: string | undefined
}

/** Said to all points: "Giải lao 10 phút". */
export const PostingInput = z.strictObject({
  text: paragraphs(1000),
  /** `urgent` is to be seen before anything else. */
  weight: z.enum(['usual', 'urgent']).default('usual'),
})
export type PostingInput = z.infer<typeof PostingInput>

export const Posting = z.object({
  id: idOf('ntc'),
  conferenceId: z.string(),
  text: z.string(),
  weight: PostingInput.shape.weight.unwrap(),
  by: z.object({ sub: z.string(), personId: z.string().optional(), name: z.string() }),
  at: z.string(),
  version: z.number(),
})
export type Posting = z.infer<typeof Posting>

export const PostingPage = z.object({ items: z.array(Posting), cursor: z.string().optional() })

export const PostingQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(4000).optional(),
})

export const ReminderInput = z.strictObject({ note: paragraphs(1000).optional() })
export type ReminderInput = z.infer<typeof ReminderInput>

/** A reminder as asked for, and how many units it was owed then. */
export const Reminder = z.object({
  id: idOf('ntc'),
  conferenceId: z.string(),
  note: z.string().optional(),
  units: z.number(),
  at: z.string(),
})
export type Reminder = z.infer<typeof Reminder>

/** Whether a unit was told, of what, and whether it has answered for its delegation. */
export const InvitationLine = z.object({
  unitId: z.string(),
  pointId: z.string(),
  name: z.string(),
  kind: LetterKind.optional(),
  state: z.enum(['untold', 'sending', 'sent', 'failed']),
  /** False where the unit knows an earlier state only: it is about to be told of the latest. */
  upToDate: z.boolean(),
  sentAt: z.string().optional(),
  answer: z.enum(['none', 'open', 'complete']),
})
export const InvitationList = z.object({
  items: z.array(InvitationLine),
  totals: z.object({ units: z.number(), told: z.number(), unanswered: z.number() }),
})
export type InvitationList = z.infer<typeof InvitationList>
