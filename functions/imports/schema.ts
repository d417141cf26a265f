// A past conference entered from documents: shapes. Any part may be unknown; what is unknown is told, never made up.
import * as z from 'zod'
import { Form, Level } from '#functions/conferences/schema.ts'
import { Sha256, UploadId } from '#functions/files/schema.ts'
import { Attestation, Horizon, Seal } from '#functions/minutes/schema.ts'
import { inputs } from '#functions/outcomes/schema.ts'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { line, paragraphs } from '#functions/shared/text.ts'
import { HeldOnInput, PartDate } from './held.rules.ts'

export const ImportId = idOf('imp')
export const ImportPath = z.object({ id: ImportId })

/** What an entry is called within its import: `nguon-1`. */
const Key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens')
  .max(40)

/** Which source says so, and where in it: `chú thích ảnh`. */
const From = z.strictObject({ source: Key, place: line(100).optional() })
export type From = z.infer<typeof From>

const entry = { key: Key, from: From }

const Source = z.strictObject({
  key: Key,
  title: line(500),
  publisher: line(300).optional(),
  publishedOn: PartDate.optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .optional(),
  /** An upload that was checked, or the SHA-256 of a file this import has. */
  file: z.union([UploadId, Sha256]).optional(),
})

/** What somebody did there. */
export const PersonRole = z.enum(['chair', 'conclusion', 'direction', 'report', 'speech', 'guest'])
export type PersonRole = z.infer<typeof PersonRole>

const Named = z.strictObject({
  ...entry,
  personId: namedIdOf('prs'),
  /** As the source names them that day; without it as the directory does. */
  said: line(300).optional(),
  roles: z.array(PersonRole).min(1).max(6),
})

const Told = z.strictObject({ ...entry, text: line(500) })

const Paragraph = z.strictObject({
  ...entry,
  /** Where it stands: with the reports, with who spoke, or with the conclusion. */
  part: z.enum(['report', 'speech', 'conclusion']),
  /** Whose words or report it is, by the key of a person here. */
  by: Key.optional(),
  /** In our own words. */
  text: paragraphs(5000),
})

const { directive, commendation, figure } = inputs

const Directive = directive
  .omit({ citationIds: true, agendaItem: true })
  .extend({ ...entry, citations: z.array(Key).max(20).default([]) })
const Commendation = commendation.omit({ source: true }).extend(entry)
const Figure = figure.omit({ source: true }).extend(entry)
const Citation = z.strictObject({ ...entry, said: line(2000) })

export const mostEntries = 90
/** An event carries it whole, and a bus takes 256 KB. */
export const mostBytes = 100_000

const lists = {
  sources: z.array(Source).min(1).max(20),
  persons: z.array(Named).max(mostEntries).default([]),
  /** Who else was there, by position: “lãnh đạo các sở, ngành”. */
  groups: z.array(Told).max(mostEntries).default([]),
  topics: z.array(Told).max(mostEntries).default([]),
  paragraphs: z.array(Paragraph).max(mostEntries).default([]),
  directives: z.array(Directive).max(mostEntries).default([]),
  commendations: z.array(Commendation).max(mostEntries).default([]),
  figures: z.array(Figure).max(mostEntries).default([]),
  citations: z.array(Citation).max(mostEntries).default([]),
}

type Listed = { [K in keyof typeof lists]: z.infer<(typeof lists)[K]> }
export const listNames = Object.keys(lists) as (keyof Listed)[]

const entriesOf = (input: Listed) =>
  listNames.flatMap((name) => input[name].map(({ key }) => `${name} ${key}`))

export const ImportInput = z
  .strictObject({
    /** Its parts; empty when the documents give no title. */
    title: z.array(line(1000)).max(10).default([]),
    hostUnitId: namedIdOf('unt'),
    level: Level.optional(),
    form: Form.default('in-person'),
    /** State-secret grades are named here only to be refused. */
    classification: z.enum(['public', 'internal', 'mat', 'toi-mat', 'tuyet-mat']).default('public'),
    venue: line(300).optional(),
    heldOn: HeldOnInput,
    ...lists,
  })
  .refine((input) => entriesOf(input).length <= mostEntries, 'at most 90 entries in all')
  .refine((input) => new Set(entriesOf(input)).size === entriesOf(input).length, 'each key once in its list')
  .refine(
    (input) => new TextEncoder().encode(JSON.stringify(input)).length <= mostBytes,
    'at most 100 KB in all',
  )
export type ImportInput = z.infer<typeof ImportInput>

/** As kept: a source's file by its digest. */
export const ImportFacts = z.object({
  ...ImportInput.shape,
  classification: z.enum(['public', 'internal']),
  sources: z.array(Source.omit({ file: true }).extend({ sha256: Sha256.optional() })),
})
export type ImportFacts = z.infer<typeof ImportFacts>

/** What stands in the place of a source where both statements are kept. */
export const bothKept = 'sources-disagree'

export const Settlement = z.object({
  subject: z.string(),
  /** The source that holds, as statements name it; or `sources-disagree`. */
  chosen: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  event: z.string(),
  /** What was said when it was settled: said otherwise since, it is open again. */
  statements: z.array(z.object({ source: z.string(), text: z.string() })),
})
export type Settlement = z.infer<typeof Settlement>

export const SettleInput = z.strictObject({
  subject: line(1000),
  chosen: line(200),
  reason: line(500),
})
export type SettleInput = z.infer<typeof SettleInput>

export const Withdrawal = z.strictObject({ reason: line(500) })

/** draft → frozen (attested, on its way into the archive) → sealed; a draft may be withdrawn. */
const ImportState = z.enum(['draft', 'frozen', 'sealed', 'withdrawn'])

const By = z.object({ sub: z.string(), name: z.string() })

export const Import = z.object({
  id: ImportId,
  /** In whose log it is told. */
  conferenceId: idOf('cnf'),
  state: ImportState,
  facts: ImportFacts,
  /** Part (`title`, `figures xa`) → the event that told it as it stands. */
  told: z.record(z.string(), z.string()),
  settlements: z.array(Settlement).default([]),
  by: By,
  at: z.string(),
  frozen: z.object({ digest: Sha256, horizon: Horizon, attestation: Attestation }).optional(),
  seal: Seal.optional(),
  withdrawn: z.object({ reason: z.string(), by: z.string(), at: z.string() }).optional(),
  version: z.number(),
})
export type Import = z.infer<typeof Import>
