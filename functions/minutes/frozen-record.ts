// Step one of the seal: the record's bytes, from what was frozen and attested alone, so that every try makes the same.
import { headOf } from '#functions/archive/head.rules.ts'
import {
  type ChainEntry,
  MinutesText,
  type RecordHead,
  type SealedRecord,
} from '#functions/archive/schema.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { loadFrozen, loadVerificationKeysOf } from './entity.ts'
import { recordIdOf } from './rules.ts'
import type { Minutes } from './schema.ts'

export type FrozenRecord = {
  id: string
  bytes: Buffer
  digest: string
  unitIds: string[]
  /** What lists show once the record hangs on the chain. */
  head: (entry: ChainEntry) => RecordHead
}

export const frozenRecord = async (minutes: Minutes): Promise<FrozenRecord> => {
  if (!minutes.digest) throw new Error('signed minutes without a digest')
  const minutesValue: unknown = JSON.parse((await loadFrozen(minutes.digest)).toString('utf8'))
  const text = MinutesText.parse(minutesValue)
  const kids = minutes.attestations.map(({ kid }) => kid)
  const keys = (await loadVerificationKeysOf(kids)).toSorted((a, b) => (a.kid < b.kid ? -1 : 1))
  const id = recordIdOf(minutes)
  const { attestations } = minutes
  const record = { attestations, format: 'diemcau-record/1', id, keys } satisfies Partial<SealedRecord>
  const bytes = canonicalBytes({ ...record, minutes: minutesValue })
  const unitIds = text.units.map((unit) => unit.id)
  return { id, bytes, digest: sha256(bytes), unitIds, head: (entry) => headOf(text, bytes.length, entry) }
}
