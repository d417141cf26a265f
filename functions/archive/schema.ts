// Sealed records, the chain they hang on, and what a check says: shapes. The two stored formats are final.
import * as z from 'zod'
import { ConferenceId } from '#functions/conferences/schema.ts'
import { Attestation, Block, Horizon, RegisterNumber, VerificationKey } from '#functions/minutes/schema.ts'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'

const RecordId = idOf('rec')
export const RecordPath = z.object({ record: RecordId })

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What people signed, `diemcau-minutes/1`. Checks read only this much of it; all of it is under the digest. */
export const MinutesText = z.looseObject({
  format: z.literal('diemcau-minutes/1'),
  id: idOf('min'),
  number: RegisterNumber,
  conference: z.looseObject({
    id: ConferenceId,
    title: z.array(z.string()),
    hostUnitId: z.string(),
    classification: z.enum(['public', 'internal']),
    startsAt: z.string(),
  }),
  units: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  blocks: z.array(Block.pick({ id: true, kind: true, text: true, events: true, evidence: true })),
  horizon: Horizon,
  events: z.array(z.string()),
})
export type MinutesText = z.infer<typeof MinutesText>

/**
 * A sealed record as stored at `sha256/<digest>`, `diemcau-record/1`: the canonical form of this, members in this
 * order. `minutes` comes last, so what was signed is all that follows `"minutes":` but the closing brace.
 */
export const SealedRecord = z.looseObject({
  attestations: z.array(Attestation),
  format: z.literal('diemcau-record/1'),
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
  number: z.string(),
  title: z.array(z.string()),
  hostUnitId: z.string(),
  classification: z.enum(['public', 'internal']),
  startsAt: z.string(),
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

export const RecordView = RecordHead.extend({
  record: z.record(z.string(), z.unknown()),
  link: ChainLink,
})
export type RecordView = z.infer<typeof RecordView>

export const CheckName = z.enum([
  'bytes',
  'canonical',
  'format',
  'index',
  'text',
  'signatures',
  'keys',
  'horizon',
  'entry',
  'previous',
  'next',
  'entry-attestation',
  'chain-object',
])
export type CheckName = z.infer<typeof CheckName>

export const Check = z.object({ name: CheckName, ok: z.boolean(), detail: z.string() })
export type Check = z.infer<typeof Check>

export const Verification = z.object({ verified: z.boolean(), checkedAt: z.string(), checks: z.array(Check) })
export type Verification = z.infer<typeof Verification>

export const PublishedKeys = z.object({ items: z.array(VerificationKey) })
