// Contributions (tham luận) and opinions (ý kiến): shapes.
import * as z from 'zod'
import { ConferenceId } from '#functions/conferences/schema.ts'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { line, paragraphs } from '#functions/shared/text.ts'

export const ContributionId = idOf('ctb')
export const ContributionsPath = z.object({ id: ConferenceId })
export const ContributionPath = z.object({ id: ConferenceId, ctb: ContributionId })

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
const Kind = z.enum(['contribution', 'opinion'])

/** Whoever is not in the directory is entered by name, or by position alone. */
export const AuthorInput = z
  .strictObject({
    personId: namedIdOf('prs').optional(),
    rank: line(50).optional(),
    name: line(200).optional(),
    position: line(300).optional(),
  })
  .refine(
    ({ personId, name, position }) => personId ?? name ?? position,
    'a person, a name or a position is needed',
  )
export type AuthorInput = z.infer<typeof AuthorInput>

const AgendaItemId = line(50)
const Text = paragraphs(100_000)

const opinionMost = 5_000

const shortOpinion = (input: { kind?: string | undefined; text: string }) =>
  input.kind !== 'opinion' || input.text.length <= opinionMost

export const ContributionInput = z
  .strictObject({
    kind: Kind.default('contribution'),
    title: line(1000),
    text: Text,
    unitId: namedIdOf('unt'),
    author: AuthorInput,
    agendaItem: AgendaItemId.optional(),
  })
  .refine(shortOpinion, { path: ['text'], message: 'an opinion has at most 5,000 characters' })
export type ContributionInput = z.infer<typeof ContributionInput>

export const TextInput = z.strictObject({ title: line(1000), text: Text })
export type TextInput = z.infer<typeof TextInput>

export const Note = z.strictObject({ note: paragraphs(2000) })
export const Scheduling = z.strictObject({ agendaItem: AgendaItemId })

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

/** Proof of what was handed in and when: SHA-256 (hex) of the UTF-8 bytes of the kept text, which is NFC. */
export const Receipt = z.object({ number: z.number(), sha256: z.string(), receivedAt: z.string() })
export type Receipt = z.infer<typeof Receipt>

export const Contribution = z.object({
  id: ContributionId,
  conferenceId: ConferenceId,
  kind: Kind,
  title: z.string(),
  unitId: z.string(),
  author: Author,
  agendaItem: z.string().optional(),
  state: ContributionState,
  /** The present text came after the deadline, or after the session closed. */
  late: z.boolean(),
  /** What the secretariat said when it last returned or declined. */
  note: z.string().optional(),
  submittedBy: By,
  submittedAt: z.string(),
  receipt: Receipt,
  version: z.number(),
})
export type Contribution = z.infer<typeof Contribution>

/** One text as handed in; none is ever overwritten. */
export const TextVersion = Receipt.extend({
  contributionId: ContributionId,
  title: z.string(),
  text: z.string(),
  late: z.boolean(),
  by: By,
})
export type TextVersion = z.infer<typeof TextVersion>

export const ContributionWithTexts = Contribution.extend({ versions: z.array(TextVersion) })

export const ContributionQuery = z.strictObject({
  state: ContributionState.optional(),
  unit: namedIdOf('unt').optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(4000).optional(),
})
export type ContributionQuery = z.infer<typeof ContributionQuery>
