// Work at a draft: revisions, claims, comments, addenda, the register; shapes of what is asked and answered.
import * as z from 'zod'
import { ConferenceId } from '#functions/conferences/schema.ts'
import { Paragraph } from '#functions/contributions/schema.ts'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { paragraphs } from '#functions/shared/text.ts'
import { Editor, Supersedes } from './parts.schema.ts'
import { Minutes, RegisterNumber, Seal } from './schema.ts'

const By = z.object({ sub: z.string(), name: z.string() })

/**
 * A wording of a block. `act`: compiled from the record (`by` is who drafted), added, edited, or taken back to the
 * compiled words. Who made the first one of a compiled block is told by the log alone.
 */
export const Revision = z.object({
  block: z.string(),
  version: z.number(),
  act: z.enum(['compiled', 'added', 'edited', 'restored']),
  text: z.string(),
  by: By.optional(),
  at: z.string().optional(),
})
export type Revision = z.infer<typeof Revision>

/** A revision as kept: with the words before it, so that nothing rests on an item of before. */
export const StoredRevision = Revision.required({ by: true, at: true }).extend({
  before: z.object({ version: z.number(), text: z.string() }).optional(),
})
export type StoredRevision = z.infer<typeof StoredRevision>

/** Newest first. */
export const Revisions = z.object({ items: z.array(Revision) })

const Version = z.coerce.number().int().min(1)
export const RevisionPair = z.strictObject({ from: Version, to: Version })
export type RevisionPair = z.infer<typeof RevisionPair>

const Side = Revision.omit({ text: true })
export const RevisionComparison = z.object({ from: Side, to: Side, paragraphs: z.array(Paragraph) })
export type RevisionComparison = z.infer<typeof RevisionComparison>

/** `page` tells two windows of one person apart; `editing: false` gives the claim back. */
export const EditingInput = z.strictObject({
  page: z.string().regex(/^[0-9A-Za-z-]{1,40}$/),
  editing: z.boolean().default(true),
})
export type EditingInput = z.infer<typeof EditingInput>

/** `others` are those whom one would meet. */
export const EditingClaim = z.object({ until: z.string().optional(), others: z.array(Editor) })
export type EditingClaim = z.infer<typeof EditingClaim>

const CommentId = idOf('cmt')
export const CommentPath = z.object({ id: ConferenceId, comment: CommentId })

export const CommentInput = z.strictObject({ text: paragraphs(2000) })
export type CommentInput = z.infer<typeof CommentInput>

export const Comment = z.object({
  id: CommentId,
  /** The version of the minutes it was made on. */
  minutesId: idOf('min'),
  block: z.string(),
  text: z.string(),
  by: By,
  at: z.string(),
  resolved: z.object({ by: By, at: z.string() }).optional(),
  version: z.number(),
})
export type Comment = z.infer<typeof Comment>

/** Oldest first. */
export const Comments = z.object({ items: z.array(Comment) })

export const AddendumInput = z.strictObject({ reason: paragraphs(1000) })
export type AddendumInput = z.infer<typeof AddendumInput>

export const EarlierPath = z.object({ id: ConferenceId, minutes: idOf('min') })

/** One version of a conference's minutes; `supersededBy` is the number of the sealed one that took its place. */
const MinutesVersion = Minutes.pick({ id: true, kind: true, state: true }).extend({
  number: z.string().optional(),
  seal: Seal.optional(),
  supersedes: Supersedes.optional(),
  supersededBy: z.object({ minutesId: idOf('min'), recordId: z.string(), number: z.string() }).optional(),
})
export type MinutesVersion = z.infer<typeof MinutesVersion>

/** Oldest first; the last is the current one. */
export const MinutesHistory = z.object({ items: z.array(MinutesVersion) })

/** Up to 20 ids joined by commas, as many as a sentence names. */
export const EvidenceQuery = z.strictObject({
  events: z
    .string()
    .max(1000)
    .transform((text) => text.split(','))
    .pipe(z.array(idOf('evt')).max(20)),
})

export const RegisterQuery = z.strictObject({
  unit: namedIdOf('unt'),
  year: z.coerce.number().int().min(1945).max(9999),
  cursor: z.string().max(4000).optional(),
})

/** A number that was given; what it was given to is not known of those given before entries were kept. */
export const RegisterEntry = RegisterNumber.omit({ text: true }).extend({
  text: z.string().optional(),
  conferenceId: ConferenceId.optional(),
  minutesId: idOf('min').optional(),
  title: z.array(z.string()).optional(),
  /** Of an addendum: the number of what it takes the place of. */
  supersedes: z.string().optional(),
  takenAt: z.string().optional(),
})
export type RegisterEntry = z.infer<typeof RegisterEntry>

/** In the order of the numbers. */
export const Register = z.object({ items: z.array(RegisterEntry), cursor: z.string().optional() })
