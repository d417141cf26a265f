// Contributions (tham luận) and opinions (ý kiến) as kept and shown.
import * as z from 'zod'
import { ConferenceId } from '#functions/conferences/schema.ts'
import { HouseFile, Sha256 } from '#functions/files/schema.ts'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'

export const ContributionId = idOf('ctb')
export const ContributionsPath = z.object({ id: ConferenceId })
export const ContributionPath = z.object({ id: ConferenceId, ctb: ContributionId })
export const FilePath = ContributionPath.extend({ digest: Sha256 })
const VersionNumber = z.coerce.number().int().min(1).max(9999)
export const VersionPath = ContributionPath.extend({ number: VersionNumber })
export const CompareQuery = z.strictObject({ from: VersionNumber, to: VersionNumber })

/** submitted → under-review → accepted | returned | declined; accepted → scheduled → delivered | taken-as-written. */
export const ContributionState = z.enum([
  'submitted',
  'under-review',
  'accepted',
  'returned',
  'declined',
  'scheduled',
  'delivered',
  'taken-as-written',
  'withdrawn',
])
export type ContributionState = z.infer<typeof ContributionState>

/** A paper, or a shorter entry during the session. */
export const Kind = z.enum(['contribution', 'opinion'])

const By = z.object({ sub: z.string(), personId: z.string().optional(), name: z.string() })
export type By = z.infer<typeof By>

/** `display` is the author as it stands in records: rank, name, position of that day. */
export const Author = z.object({
  personId: z.string().optional(),
  rank: z.string().optional(),
  name: z.string().optional(),
  position: z.string().optional(),
  display: z.string(),
})
export type Author = z.infer<typeof Author>

/** Who wrote it, who wrote it with them, and who speaks it where that is somebody else. */
const authors = {
  author: Author,
  coAuthors: z.array(Author).default([]),
  presenter: Author.optional(),
}
const Authors = z.object(authors)
export type Authors = z.infer<typeof Authors>

/**
 * Proof of what was handed in and when. `sha256` is that of the kept text's UTF-8 bytes (NFC); `digest` that of the
 * canonical bytes of the whole submission, files by their digests, which `…/versions/:number/receipt.json` gives.
 */
export const Receipt = z.object({
  number: z.number(),
  sha256: z.string(),
  digest: Sha256.optional(),
  receivedAt: z.string(),
})
export type Receipt = z.infer<typeof Receipt>

/** How a text stood to its deadline: `lateBy` in seconds after it, or after the close. */
const lateness = { late: z.boolean(), lateBy: z.number().optional() }
export type Lateness = { late: boolean; lateBy?: number | undefined }

export const Contribution = z.object({
  id: ContributionId,
  conferenceId: ConferenceId,
  kind: Kind,
  title: z.string(),
  unitId: z.string(),
  ...authors,
  /** The files of the present version. */
  files: z.array(HouseFile).default([]),
  agendaItem: z.string().optional(),
  /** Its place among those of its agenda item, from 1. */
  order: z.number().optional(),
  /** The turn of the floor it was heard in. */
  turn: z.string().optional(),
  state: ContributionState,
  /** Of the present version. */
  ...lateness,
  /** What the secretariat said with its last decision. */
  note: z.string().optional(),
  submittedBy: By,
  submittedAt: z.string(),
  receipt: Receipt,
  version: z.number(),
})
export type Contribution = z.infer<typeof Contribution>

/** One text with its files as handed in; none is ever overwritten. `author` is missing where it is the head's. */
export const TextVersion = Receipt.extend({
  ...authors,
  author: Author.optional(),
  contributionId: ContributionId,
  title: z.string(),
  text: z.string(),
  files: z.array(HouseFile).default([]),
  ...lateness,
  by: By,
})
export type TextVersion = z.infer<typeof TextVersion>

/** A note of a review: with a decision, or a remark beside it, which the author sees only where it says so. */
export const ReviewNote = z.object({
  id: z.string(),
  contributionId: ContributionId,
  move: z.string(),
  note: z.string(),
  toAuthor: z.boolean(),
  /** The version that was reviewed. */
  number: z.number(),
  by: By,
  at: z.string(),
})
export type ReviewNote = z.infer<typeof ReviewNote>

export const ContributionWithTexts = Contribution.extend({
  versions: z.array(TextVersion),
  notes: z.array(ReviewNote),
})

export const ContributionQuery = z.strictObject({
  state: ContributionState.optional(),
  unit: namedIdOf('unt').optional(),
  kind: Kind.optional(),
  agendaItem: line(50).optional(),
  late: z.stringbool().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(4000).optional(),
})
export type ContributionQuery = z.infer<typeof ContributionQuery>

const Counts = z.object({
  total: z.number(),
  late: z.number(),
  byState: z.partialRecord(ContributionState, z.number()),
})
export type Counts = z.infer<typeof Counts>

/** Papers and opinions apart, and papers by unit. */
export const ContributionCounts = z.object({
  contributions: Counts,
  opinions: Counts,
  byUnit: z.array(Counts.extend({ unitId: z.string() })),
})
export type ContributionCounts = z.infer<typeof ContributionCounts>

const Part = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })
export type Part = z.infer<typeof Part>

/** A paragraph that stayed, went, came, or was changed within. */
export const Paragraph = z.object({
  kind: z.enum(['same', 'removed', 'added', 'changed']),
  parts: z.array(Part),
})
export type Paragraph = z.infer<typeof Paragraph>

const Side = Receipt.extend({ title: z.string(), by: By })

export const Comparison = z.object({
  from: Side,
  to: Side,
  title: z.array(Part),
  paragraphs: z.array(Paragraph),
  files: z.object({ same: z.array(HouseFile), removed: z.array(HouseFile), added: z.array(HouseFile) }),
})
export type Comparison = z.infer<typeof Comparison>
