// What a page shows of a record: everything but the annexes, which at a nation's size are read page by page. Shapes, pure.
import * as z from 'zod'
import { StoredDocument } from '#functions/documents/schema.ts'
import { VerificationKey } from '#functions/keys/schema.ts'
import { TextAnnex } from '#functions/minutes/parts.schema.ts'
import { Attestation } from '#functions/minutes/schema.ts'
import {
  HeldOn,
  TextDisagreement,
  TextOutcome,
  TextPaper,
  TextPoint,
  TextSource,
  TextTurn,
} from '#functions/minutes/text.schema.ts'
import { namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Keeping } from './keeping.schema.ts'
import { ChainLink, MinutesText, RecordHead, RecordPath } from './schema.ts'

/** What stands behind the minutes, in the order annexes have on paper. */
export const AnnexName = z.enum([
  'attendance',
  'contributions',
  'turns',
  'directives',
  'commendations',
  'figures',
  'citations',
  'disagreements',
])
export type AnnexName = z.infer<typeof AnnexName>

/** The text that was signed without its annexes; a text of before has less. */
export const SheetText = z.object({
  ...MinutesText.pick({
    format: true,
    horizon: true,
    blocks: true,
    conference: true,
  }).shape,
  heldOn: HeldOn.optional(),
  missing: z.array(z.string()).default([]),
  sources: z.array(TextSource).default([]),
  supersedes: z.looseObject({ recordId: z.string(), number: z.string(), reason: z.string() }).optional(),
  chairs: z.array(z.string()).default([]),
  secretaries: z.array(z.string()).default([]),
})
export type SheetText = z.infer<typeof SheetText>

/** One of the sealed versions of a conference's minutes. */
export const SealedVersion = z.object({ recordId: z.string(), number: z.string(), sealedAt: z.string() })
export type SealedVersion = z.infer<typeof SealedVersion>

export const RecordSheet = RecordHead.extend({
  link: ChainLink,
  /** How many entries the chain has now. */
  chainLength: z.number(),
  /** The first daily statement of the house that covers the record: its civil day, and the entry it reaches. */
  checkpoint: z.object({ day: z.string(), n: z.number() }).optional(),
  attestations: z.array(Attestation),
  documents: z.array(StoredDocument),
  keys: z.array(VerificationKey),
  text: SheetText,
  annexes: z.record(AnnexName, z.number()),
  /** The annexes as sentences and printed files number them; none of what has none on paper. */
  numbered: z.array(TextAnnex),
  /** Oldest first; the last one holds. Empty of what was entered from documents. */
  versions: z.array(SealedVersion),
  keeping: Keeping,
})
export type RecordSheet = z.infer<typeof RecordSheet>

export const AnnexPath = RecordPath.extend({ annex: AnnexName })

export const AnnexQuery = z.strictObject({
  /** Words of the row, diacritics or not. */
  q: line(200).optional(),
  unit: namedIdOf('unt').optional(),
  limit: z.coerce.number().int().min(1).max(50).default(25),
  cursor: z.string().max(4000).optional(),
})
export type AnnexQuery = z.infer<typeof AnnexQuery>

/** One row of an annex under the member of its kind; `unit` is the unit's name on the day. */
export const AnnexRow = z.object({
  unit: z.string().optional(),
  point: TextPoint.optional(),
  paper: TextPaper.optional(),
  turn: TextTurn.optional(),
  outcome: TextOutcome.extend({
    /** Names of the units that carry a directive out. */
    owners: z.array(z.string()).optional(),
    dueOn: z.string().optional(),
  }).optional(),
  disagreement: TextDisagreement.optional(),
})
export type AnnexRow = z.infer<typeof AnnexRow>

export const AnnexPage = z.object({
  /** How many rows there are by these words. */
  total: z.number(),
  items: z.array(AnnexRow),
  cursor: z.string().optional(),
})

/** By the digest of its bytes, as the record names it. */
export const DocumentPath = RecordPath.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

export const ComparePath = RecordPath.extend({ other: RecordPath.shape.record })

const Part = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })

const Side = RecordHead.pick({ id: true, number: true, sealedAt: true, kind: true })

/** The paragraphs of two records in reading order: what of `from` went, what came with `to`. */
export const RecordComparison = z.object({
  from: Side,
  to: Side,
  /** Why the later one was made, where one supersedes the other. */
  reason: z.string().optional(),
  paragraphs: z.array(
    z.object({ kind: z.enum(['same', 'removed', 'added', 'changed']), parts: z.array(Part) }),
  ),
})
export type RecordComparison = z.infer<typeof RecordComparison>
