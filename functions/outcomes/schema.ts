// What a conference brings about: directives, commendations, figures, citations. Any part may be unknown. Shapes.
import * as z from 'zod'
import { ConferenceId } from '#functions/conferences/schema.ts'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { line, paragraphs } from '#functions/shared/text.ts'
import { Day } from '#functions/shared/time.ts'
import { Citation, CitationFlag } from './citation.rules.ts'
import { Quantity } from './number.rules.ts'

export const OutcomeKind = z.enum(['directive', 'commendation', 'figure', 'citation'])
export type OutcomeKind = z.infer<typeof OutcomeKind>

/** Where a thing was said: a report, a caption, the conclusion. Two sources may disagree. */
const Source = line(300)

export const DirectiveInput = z.strictObject({
  text: paragraphs(5000),
  /** Who directs, as records name them. */
  saidBy: line(300).optional(),
  /** Each is an item of the same transaction. */
  ownerUnitIds: z.array(namedIdOf('unt')).max(80).default([]),
  /** Owners that are no units of the directory: “các sở, ban, ngành”. */
  owners: line(500).optional(),
  dueOn: Day.optional(),
  /** Documents it rests on, by id among this conference's citations. */
  citationIds: z.array(idOf('cit')).max(20).default([]),
  agendaItem: line(50).optional(),
})

export const Award = z.enum(['excellent-flag', 'flag', 'certificate', 'letter'])
export type Award = z.infer<typeof Award>

const Count = z.number().int().min(0).max(1_000_000)

/** Several awards or authorities in one entry are a list that nobody has split. */
export const CommendationInput = z.strictObject({
  awards: z.array(Award).max(4).default([]),
  /** As written: `Bộ Công an`, `Chủ tịch UBND tỉnh`. */
  authorities: z.array(line(300)).max(10).default([]),
  collectives: Count.optional(),
  individuals: Count.optional(),
  /** Whom, where nobody tells how many: a caption's “cho các tập thể”. */
  to: z.enum(['collectives', 'individuals']).optional(),
  /** An item has 400 KB, and a Vietnamese letter up to three bytes. */
  recipients: z
    .array(line(300))
    .max(500)
    .refine((names) => names.join('').length <= 60_000, 'at most 60,000 characters in all')
    .default([]),
  reason: line(1000).optional(),
  source: Source.optional(),
})

export const FigureInput = z.strictObject({
  /** The quantity with what it counts, as it was said: “trên 5 nghìn hội nghị”. */
  said: line(200),
  subject: line(300),
  /** “năm 2022”, “giai đoạn 2013 - 2020”. */
  period: line(100).optional(),
  source: Source.optional(),
})

/** A citation as it was written, or by its parts. */
export const CitationInput = z
  .strictObject({ said: line(2000).optional(), parts: Citation.optional(), source: Source.optional() })
  .refine(({ said, parts }) => said ?? parts, 'a citation as written, or its parts')

export const inputs = {
  directive: DirectiveInput,
  commendation: CommendationInput,
  figure: FigureInput,
  citation: CitationInput,
} as const

export type Inputs = { [K in OutcomeKind]: z.infer<(typeof inputs)[K]> }

export const OutcomeFlag = z.enum([
  ...CitationFlag.options,
  'owner-missing',
  'due-date-missing',
  /** It rests on a citation that was taken back since. */
  'citation-withdrawn',
  'award-missing',
  'authority-missing',
  'count-missing',
  'not-split',
  'number-unreadable',
  'unit-missing',
  'period-missing',
  'source-missing',
  'citation-unreadable',
])
export type OutcomeFlag = z.infer<typeof OutcomeFlag>

const By = z.object({ sub: z.string(), name: z.string() })

const Kept = z.object({
  id: z.string(),
  conferenceId: z.string(),
  by: By,
  at: z.string(),
  /** The event that told it last. */
  event: z.string(),
  /** Why a mistaken entry was taken back: it stays and shows. */
  withdrawn: z.object({ reason: z.string(), at: z.string(), by: z.string() }).optional(),
  version: z.number(),
})

export const Directive = Kept.extend({ kind: z.literal('directive'), ...DirectiveInput.shape })
export const Commendation = Kept.extend({ kind: z.literal('commendation'), ...CommendationInput.shape })
export const Figure = Kept.extend({
  kind: z.literal('figure'),
  ...FigureInput.shape,
  quantity: Quantity.optional(),
  /** What is counted: `mô hình`. */
  unit: z.string().optional(),
})
export const CitedDocument = Kept.extend({
  kind: z.literal('citation'),
  said: z.string().optional(),
  parts: Citation.optional(),
  source: z.string().optional(),
})

export const Outcome = z.discriminatedUnion('kind', [Directive, Commendation, Figure, CitedDocument])
export type Outcome = z.infer<typeof Outcome>
export type OutcomeOf<K extends OutcomeKind> = Extract<Outcome, { kind: K }>

const Shown = {
  /** As minutes would write it. */
  text: z.string(),
  /** What is not known of it. */
  flags: z.array(OutcomeFlag),
}

export const shown = {
  directive: Directive.extend(Shown),
  commendation: Commendation.extend(Shown),
  figure: Figure.extend(Shown),
  citation: CitedDocument.extend({ ...Shown, short: z.string() }),
} as const

const prefixes = { directive: 'dir', commendation: 'cmd', figure: 'fig', citation: 'cit' } as const

export const prefixOf = (kind: OutcomeKind) => prefixes[kind]

export const OutcomesPath = z.object({ id: ConferenceId })
export const outcomePath = (kind: OutcomeKind) => z.object({ id: ConferenceId, item: idOf(prefixes[kind]) })

export const Withdrawal = z.strictObject({ reason: line(500) })

const Several = { unknown: z.number() }

/** A list with how many entries have something unknown. */
export const shownLists = {
  directive: z.object({ items: z.array(shown.directive), ...Several }),
  commendation: z.object({ items: z.array(shown.commendation), ...Several }),
  figure: z.object({ items: z.array(shown.figure), ...Several }),
  citation: z.object({ items: z.array(shown.citation), ...Several }),
} as const
