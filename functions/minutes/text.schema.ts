// The text people sign, `diemcau-minutes/2`: everything the minutes say and rest on, annexes included. Final once sealed.
import * as z from 'zod'
import { ConferenceId } from '#functions/conferences/schema.ts'
import { idOf } from '#functions/shared/ids.ts'
import { TextAnnex } from './parts.schema.ts'
import { BlockKind, Horizon, RegisterNumber } from './schema.ts'
import { Sentence } from './sentence.schema.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Instant = z.string()

/** A paragraph; `text` is its sentences joined, by a line feed before each that has `line`, else by a blank. */
export const TextBlock = z.object({
  id: z.string(),
  kind: BlockKind,
  text: z.string(),
  sentences: z.array(Sentence),
})
export type TextBlock = z.infer<typeof TextBlock>

const Span = z.object({ from: Instant, to: Instant.optional() })

/** One delegate of a point as last marked. */
export const TextDelegate = z.object({
  id: z.string(),
  /** `[rank] name, [titles]`, as records name people. */
  name: z.string(),
  mark: z.enum(['present', 'online', 'absent', 'substituted']).optional(),
  reason: z.string().optional(),
  substitute: z.string().optional(),
  /** Marked after the close. */
  late: z.literal(true).optional(),
})

/** One bridge point: the annexes of attendance and of the technical log are made of these. */
export const TextPoint = z.object({
  id: z.string(),
  unitId: z.string(),
  kind: z.string(),
  /** The province it is listed under; its own unit where it is one. */
  provinceId: z.string().optional(),
  expected: z.number().optional(),
  heads: z.number().optional(),
  delegates: z.array(TextDelegate),
  /** When its link was up, within the session. */
  stays: z.array(Span).default([]),
  faults: z.array(Span.extend({ kind: z.string(), note: z.string().optional() })).default([]),
  events: z.array(z.string()),
})
export type TextPoint = z.infer<typeof TextPoint>

/** A contribution with its fate; `sha256` is of what was handed in, as its receipt says. */
export const TextPaper = z.object({
  id: z.string(),
  kind: z.string().optional(),
  title: z.string(),
  unitId: z.string(),
  author: z.string(),
  state: z.string(),
  late: z.boolean(),
  sha256: z.string(),
  versions: z.number().optional(),
})
export type TextPaper = z.infer<typeof TextPaper>

/** One call to the floor. */
export const TextTurn = z.object({
  unitId: z.string(),
  speaker: z.string(),
  kind: z.string().optional(),
  agendaItem: z.string().optional(),
  startedAt: Instant.optional(),
  endedAt: Instant.optional(),
  seconds: z.number().optional(),
  contributionId: z.string().optional(),
  outcome: z.enum(['done', 'skipped', 'suspended']),
  reason: z.string().optional(),
  events: z.array(z.string()),
})
export type TextTurn = z.infer<typeof TextTurn>

/** A directive, commendation, figure or citation in the words of the minutes; `flags` name what is not known of it. */
export const TextOutcome = z.looseObject({
  id: z.string(),
  text: z.string(),
  flags: z.array(z.string()),
  source: z.string().optional(),
  event: z.string(),
})
export type TextOutcome = z.infer<typeof TextOutcome>

const Outcomes = z.object({
  directives: z.array(
    TextOutcome.extend({
      owners: z.array(z.string()),
      dueOn: z.string().optional(),
      saidBy: z.string().optional(),
      citations: z.array(z.string()),
    }),
  ),
  commendations: z.array(TextOutcome),
  figures: z.array(TextOutcome),
  citations: z.array(TextOutcome),
})

/** Something people gave differently: settled, or kept as “sources disagree”. */
export const TextDisagreement = z.looseObject({
  subject: z.string().optional(),
  /** What disagreed and how it was settled, in words: together they are a sentence. Earlier texts have them in blocks alone. */
  differs: z.string().optional(),
  agreed: z.string().optional(),
  statements: z.array(z.looseObject({ source: z.string(), text: z.string().optional() })).optional(),
})

/** Where facts of a past conference were read. */
export const TextSource = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string().optional(),
  publishedOn: z.string().optional(),
  url: z.string().optional(),
  sha256: Hash.optional(),
})
export type TextSource = z.infer<typeof TextSource>

/** When a past conference was held, as far as its documents say. */
export const HeldOn = z.object({
  precision: z.enum(['moment', 'day', 'month', 'year', 'unknown']),
  /** `2017-03-07`, `2017-03`, `2017`, by precision. */
  value: z.string().optional(),
  part: z.enum(['morning', 'afternoon']).optional(),
})
export type HeldOn = z.infer<typeof HeldOn>

export const MinutesText2 = z.looseObject({
  format: z.literal('diemcau-minutes/2'),
  kind: z.enum(['conference', 'historical', 'addendum']),
  id: idOf('min'),
  /** Missing of a past conference whose documents give none. */
  number: RegisterNumber.optional(),
  /** The record an addendum takes the place of. */
  supersedes: z
    .object({ recordId: z.string(), digest: Hash, number: z.string(), reason: z.string() })
    .optional(),
  conference: z.looseObject({
    id: ConferenceId,
    /** Its parts; empty when the documents give no title. */
    title: z.array(z.string()),
    hostUnitId: z.string(),
    classification: z.enum(['public', 'internal']),
    /** UTC instant; of a past conference the first moment its date may mean, year 0001 when that is unknown. */
    startsAt: z.string(),
    startedAt: z.string().optional(),
    closedAt: z.string().optional(),
    form: z.string().optional(),
    venue: z.string().optional(),
    level: z.string().optional(),
  }),
  heldOn: HeldOn.optional(),
  /** Of a past conference: that its record carries the files rendered from this text. Earlier ones carry none. */
  printed: z.literal(true).optional(),
  /** What the documents of a past conference do not say: `title`, `date`, `chair` … */
  missing: z.array(z.string()).default([]),
  sources: z.array(TextSource).default([]),
  /** The units named anywhere, the host first, with their names on the day. */
  units: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  chairs: z.array(z.string()),
  secretaries: z.array(z.string()),
  /** Persons named, by id in the directory, for search: one person across many conferences. */
  persons: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
  blocks: z.array(TextBlock),
  attendance: z.array(TextPoint),
  contributions: z.array(TextPaper),
  turns: z.array(TextTurn),
  outcomes: Outcomes,
  disagreements: z.array(TextDisagreement),
  /** The annexes in their order. Texts of before do not list them: theirs have fixed numbers (`annex-words.rules.ts`). */
  annexes: z.array(TextAnnex).optional(),
  horizon: Horizon,
  /** Ids of every event up to the horizon, ascending. */
  events: z.array(z.string()),
})
export type MinutesText2 = z.infer<typeof MinutesText2>
