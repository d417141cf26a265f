// Minutes from draft to seal: shapes. What is signed (`Statement`) is final.
import * as z from 'zod'
import { ConferenceId } from '#functions/conferences/schema.ts'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { paragraphs } from '#functions/shared/text.ts'
import { AnnexRef, EarlierVersion, Editor, Late, SignerDue, Supersedes, TextAnnex } from './parts.schema.ts'
import { Sentence } from './sentence.schema.ts'

export const MinutesPath = z.object({ id: ConferenceId })
const BlockId = namedIdOf('blk')
export const BlockPath = z.object({ id: ConferenceId, block: BlockId })

/**
 * Kinds in the order of Mẫu 1.9 of Nghị định 30/2020/NĐ-CP; the secretary adds `report` and `conclusion`. Kinds are
 * added, never taken away: sealed records hold them. `point` is of records before `diemcau-minutes/2`; since then
 * attendance by point is an annex.
 */
export const BlockKind = z.enum([
  'start',
  'venue',
  'participants',
  'point',
  'chair',
  'secretary',
  'agenda',
  /** An item of the agenda as it was taken. */
  'item',
  'turn',
  'contribution',
  'written',
  'report',
  'conclusion',
  'figure',
  'commendation',
  'citation',
  'disagreement',
  'directive',
  'end',
])
export type BlockKind = z.infer<typeof BlockKind>

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

const Original = z.object({ text: z.string(), sentences: z.array(Sentence) })

export const Block = z.object({
  id: BlockId,
  kind: BlockKind,
  /** The block that an added one follows; compiled blocks have `place` instead. */
  after: z.string().optional(),
  place: z.number().optional(),
  text: z.string(),
  /** What `text` is made of, each with what it rests on. */
  sentences: z.array(Sentence).default([]),
  /** The events that its sentences name; of an added block those that the secretary cites. */
  events: z.array(z.string()),
  /** The secretary changed the compiled words. */
  edited: z.boolean(),
  refers: z.array(AnnexRef).optional(),
  /** Of an edited block the words that the record gives, to be taken back to. */
  original: Original.optional(),
  version: z.number(),
})
export type Block = z.infer<typeof Block>

export const BlockText = z.strictObject({ text: paragraphs(20_000) })
export type BlockText = z.infer<typeof BlockText>

export const BlockInput = z.strictObject({
  kind: z.enum(['report', 'conclusion']),
  text: paragraphs(20_000),
  events: z.array(idOf('evt')).max(20).default([]),
  /** Without it a report stands after the agenda, a conclusion at the end of what happened. */
  after: BlockId.optional(),
})
export type BlockInput = z.infer<typeof BlockInput>

export const Refusal = z.strictObject({ note: paragraphs(2000) })
export type Refusal = z.infer<typeof Refusal>

/**
 * Where the history that was signed ends: every event of the conference recorded up to `until` (UTC, included).
 * `digest` is the SHA-256 of their ids in ascending order joined by line feeds (no line feed at the end), `contents`
 * the SHA-256 of their canonical forms, joined likewise.
 */
export const Horizon = z.object({ until: z.string(), count: z.number(), digest: Hash, contents: Hash })
export type Horizon = z.infer<typeof Horizon>

/** The number in the register of one unit and civil year: `01/BB-BCA`. */
export const RegisterNumber = z.object({
  unitId: z.string(),
  year: z.number(),
  number: z.number(),
  text: z.string(),
})
export type RegisterNumber = z.infer<typeof RegisterNumber>

/** A conference's minutes are signed by two; a record made of documents is attested by the archivist who entered it. */
export const SignAct = z.enum(['minutes.signed-by-secretary', 'minutes.signed-by-chair', 'record.imported'])
export type SignAct = z.infer<typeof SignAct>

/** What is attested when a person signs: which text, which history, who, in what office, and how fresh the sign-in was. */
export const Statement = z.object({
  act: SignAct,
  /** UTC instant of the act. */
  at: z.string(),
  /** When the person last signed in, epoch seconds. */
  auth_time: z.number(),
  /** SHA-256 of the canonical bytes of the minutes (`diemcau-minutes/2`). */
  digest: Hash,
  horizon: Horizon,
  /** The key that attests. */
  kid: z.string(),
  name: z.string(),
  office: z.string(),
  sub: z.string(),
})
export type Statement = z.infer<typeof Statement>

/**
 * Our signature over a named person's act. `signature` is base64 of the DER form of ECDSA P-256 with SHA-256 over the
 * canonical bytes of `statement`. `cms` is the slot for the person's own detached CMS signature over the canonical
 * bytes of the minutes, base64.
 */
export const Attestation = z.object({
  kid: z.string(),
  signature: z.base64(),
  statement: Statement,
  cms: z.base64().optional(),
})
export type Attestation = z.infer<typeof Attestation>

/**
 * What is told about the session late, as far as a submission read it: everything recorded up to a moment (UTC instant)
 * that nothing earlier could follow, and of what was younger these events.
 */
export const Told = z.object({ until: z.string(), events: z.array(z.string()) })
export type Told = z.infer<typeof Told>

/** draft → submitted → signed (secretary, then chair) → sealed; a refusal leads from submitted back to draft. */
const MinutesState = z.enum(['draft', 'submitted', 'signed', 'sealed'])

/** Where the sealed record stands in the chain. */
export const Seal = z.object({ recordId: z.string(), digest: Hash, n: z.number(), at: z.string() })
export type Seal = z.infer<typeof Seal>

export const Minutes = z.object({
  id: idOf('min'),
  conferenceId: ConferenceId,
  kind: z.enum(['conference', 'addendum']).default('conference'),
  state: MinutesState,
  /** Which set of blocks is the visible one: a draft writes its set first and then points here. */
  generation: z.string(),
  /** SHA-256 over the compiled blocks before any edit: tells whether the history has moved on since. */
  compiled: Hash,
  /** The annexes of the text; unknown of what was drafted before texts listed them. */
  annexes: z.array(TextAnnex).optional(),
  /** Of an addendum up to when its draft counts, UTC instant; a first version counts to the close and the grace. */
  reach: z.string().optional(),
  number: RegisterNumber.optional(),
  digest: Hash.optional(),
  horizon: Horizon.optional(),
  attestations: z.array(Attestation),
  /** UTC instant; unknown of what was submitted before it was kept. */
  submittedAt: z.string().optional(),
  /** What the text tells of the session beyond its horizon; unknown of what was submitted before it was kept. */
  told: Told.optional(),
  /** What the chair said when it last refused. */
  refusal: z.string().optional(),
  seal: Seal.optional(),
  supersedes: Supersedes.optional(),
  /** The sealed versions before this one, oldest first. */
  earlier: z.array(EarlierVersion).default([]),
  version: z.number(),
})
export type Minutes = z.infer<typeof Minutes>

export const MinutesView = Minutes.omit({ generation: true, compiled: true, told: true }).extend({
  blocks: z.array(Block),
  /** Signed by both, and the files that a seal waits for are still being made. */
  printing: z.boolean().optional(),
  /** From when on the draft can be submitted. */
  submittableFrom: z.string().optional(),
  editing: z.array(Editor),
  /** Given, an addendum is called for. */
  late: Late.optional(),
  signsNext: SignerDue.optional(),
})
export type MinutesView = z.infer<typeof MinutesView>

/** A block as it would stand: it cannot be worded anew, for it is kept nowhere. */
const BlockSoFar = Block.pick({ id: true, kind: true, text: true, sentences: true, events: true })

/** What the minutes would say if they were drafted now. */
export const MinutesSoFar = z.object({
  /** UTC instant up to which the record counts. */
  upTo: z.string(),
  blocks: z.array(BlockSoFar),
})
export type MinutesSoFar = z.infer<typeof MinutesSoFar>
