// The bytes of a record, from what was frozen, attested and rendered alone, so that every try makes the same.
import type { StoredDocument } from '#functions/documents/schema.ts'
import type { VerificationKey } from '#functions/keys/schema.ts'
import type { Attestation } from '#functions/minutes/schema.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import type { FrozenRecord } from './chain-record.ts'
import { concernedUnits } from './concerned.rules.ts'
import { headOf } from './head.rules.ts'
import { MinutesText, type SealedRecord } from './schema.ts'

type Parts = {
  id: string
  conferenceId: string
  attestations: readonly Attestation[]
  /** The public keys of the attestations. */
  keys: readonly VerificationKey[]
  /** The files rendered from what was signed; without them it is a record of before they were part of it. */
  documents: readonly StoredDocument[] | undefined
  /** What was signed, as parsed from the frozen bytes: members no schema knows stay in. */
  minutes: unknown
}

/** @throws ZodError when the text is none */
export const freezeRecord = ({
  id,
  conferenceId,
  attestations,
  keys,
  documents,
  minutes,
}: Parts): FrozenRecord => {
  const text = MinutesText.parse(minutes)
  const record = {
    attestations: [...attestations],
    ...(documents ? { documents: [...documents] } : {}),
    format: documents ? 'diemcau-record/2' : 'diemcau-record/1',
    id,
    keys: keys.toSorted((a, b) => (a.kid < b.kid ? -1 : 1)),
  } satisfies Omit<SealedRecord, 'minutes'>
  const bytes = canonicalBytes({ ...record, minutes })
  return {
    id,
    conferenceId,
    bytes,
    digest: sha256(bytes),
    unitIds: concernedUnits(text),
    head: (entry) => headOf(text, bytes.length, entry),
  }
}
