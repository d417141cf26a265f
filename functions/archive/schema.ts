// Sealed records, the chain they hang on, and what a check says: shapes. The two stored formats are final.
import * as z from 'zod'
import { ConferenceId } from '#functions/conferences/schema.ts'
import { StoredDocument } from '#functions/documents/schema.ts'
import { VerificationKey } from '#functions/keys/schema.ts'
import { Attestation, Block, Horizon, RegisterNumber } from '#functions/minutes/schema.ts'
import { Sentence } from '#functions/minutes/sentence.schema.ts'
import { HeldOn } from '#functions/minutes/text.schema.ts'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { type FindingCode, findings } from './findings.data.ts'

const RecordId = idOf('rec')
export const RecordPath = z.object({ record: RecordId })

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * What people signed: `diemcau-minutes/1`, or `/2`, which `minutes/text.schema.ts` has whole. Checks read only this much
 * of it; all of it is under the digest.
 */
export const MinutesText = z.looseObject({
  format: z.enum(['diemcau-minutes/1', 'diemcau-minutes/2']),
  /** Without it: of a conference. */
  kind: z.enum(['conference', 'historical', 'addendum']).optional(),
  id: idOf('min'),
  /** Missing only of a past conference entered from documents. */
  number: RegisterNumber.optional(),
  heldOn: HeldOn.optional(),
  /** Of a past conference entered from documents: that its record carries the files rendered from this text. */
  printed: z.literal(true).optional(),
  supersedes: z.looseObject({ recordId: z.string() }).optional(),
  conference: z.looseObject({
    id: ConferenceId,
    title: z.array(z.string()),
    hostUnitId: z.string(),
    classification: z.enum(['public', 'internal']),
    startsAt: z.string(),
  }),
  units: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  blocks: z.array(
    z.looseObject({
      ...Block.pick({ id: true, kind: true, text: true }).shape,
      /** What the paragraph rests on, in `/1`. */
      events: z.array(z.string()).default([]),
      evidence: z.object({ query: z.string(), count: z.number(), digest: Hash }).optional(),
      /** What each sentence rests on, from `/2` on. */
      sentences: z.array(Sentence).optional(),
    }),
  ),
  horizon: Horizon,
  events: z.array(z.string()),
})
export type MinutesText = z.infer<typeof MinutesText>

/**
 * A sealed record as stored at `sha256/<digest>`, `diemcau-record/1` or `/2`: the canonical form of this, members in
 * this order. `minutes` comes last, so what was signed is all that follows `"minutes":` but the closing brace. From
 * `/2` on it names the files that were rendered from what was signed: they lie beside it, each under its own digest.
 */
export const SealedRecord = z.looseObject({
  attestations: z.array(Attestation),
  documents: z.array(StoredDocument).optional(),
  format: z.enum(['diemcau-record/1', 'diemcau-record/2']),
  id: RecordId,
  keys: z.array(VerificationKey),
  minutes: MinutesText,
})
export type SealedRecord = z.infer<typeof SealedRecord>

/**
 * One link of the chain. Its hash is the SHA-256 of its canonical form; `prev` is the hash of entry n-1, 64 zeros for
 * the first, which is n = 1. `at` is the UTC instant of the seal.
 */
export const ChainEntry = z.object({
  at: z.string(),
  digest: Hash,
  n: z.number().int().min(1),
  prev: Hash,
  recordId: RecordId,
})
export type ChainEntry = z.infer<typeof ChainEntry>

/** Base64 of the DER form of ECDSA P-256 with SHA-256 over the canonical bytes of the entry. */
export const EntryAttestation = z.object({ kid: z.string(), signature: z.base64() })
export type EntryAttestation = z.infer<typeof EntryAttestation>

/**
 * What stands at `chain/<n, eight digits>`: the canonical form of this. `timestamp` is the slot for an RFC 3161 token
 * over the entry's canonical bytes, base64.
 */
export const ChainObject = z.object({
  attestation: EntryAttestation,
  entry: ChainEntry,
  timestamp: z.base64().optional(),
})
export type ChainObject = z.infer<typeof ChainObject>

/** A link as the table keeps it: unattested only between two steps of a seal. */
export const ChainLink = z.object({ entry: ChainEntry, hash: Hash, attestation: EntryAttestation.optional() })
export type ChainLink = z.infer<typeof ChainLink>

/** What lists show of a record; all of it can be made again from the stored bytes and the chain. */
export const RecordHead = z.object({
  id: RecordId,
  conferenceId: ConferenceId,
  kind: z.enum(['conference', 'historical', 'addendum']).default('conference'),
  /** Empty when a past conference's documents give none. */
  number: z.string(),
  title: z.array(z.string()),
  hostUnitId: z.string(),
  classification: z.enum(['public', 'internal']),
  /** Its place in time; `datePrecision` says how much of it is meant. */
  startsAt: z.string(),
  datePrecision: HeldOn.shape.precision.default('moment'),
  /** The record an addendum takes the place of. */
  supersedes: z.string().optional(),
  units: z.number(),
  digest: Hash,
  bytes: z.number(),
  n: z.number(),
  sealedAt: z.string(),
})
export type RecordHead = z.infer<typeof RecordHead>

export const ArchiveQuery = z.strictObject({
  /** Any name a unit has borne, diacritics or not. */
  q: line(200).optional(),
  unit: namedIdOf('unt').optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(4000).optional(),
})
export type ArchiveQuery = z.infer<typeof ArchiveQuery>

export const CheckName = z.enum([
  'bytes',
  'canonical',
  'format',
  'index',
  'text',
  'documents',
  'signatures',
  'keys',
  'horizon',
  'entry',
  'previous',
  'next',
  'entry-attestation',
  'chain-object',
  'checkpoint',
])
export type CheckName = z.infer<typeof CheckName>

const codes = Object.keys(findings) as FindingCode[]

/** What a check found: a code, and what is told with it. */
const Finding = z.object({
  code: z.enum(codes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Finding = z.infer<typeof Finding>

/** `detail` is the finding in Vietnamese. */
export const Check = z.object({ name: CheckName, ok: z.boolean(), detail: z.string(), ...Finding.shape })
export type Check = z.infer<typeof Check>

export const Verification = z.object({ verified: z.boolean(), checkedAt: z.string(), checks: z.array(Check) })
export type Verification = z.infer<typeof Verification>

export const PublishedKeys = z.object({ items: z.array(VerificationKey) })
