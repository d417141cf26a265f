// Step one of the seal: the record's bytes, from what was frozen and attested alone, so that every try makes the same.
import type { FrozenRecord } from '#functions/archive/chain-record.ts'
import { headOf } from '#functions/archive/head.rules.ts'
import { MinutesText, type SealedRecord } from '#functions/archive/schema.ts'
import { loadVerificationKeysOf } from '#functions/keys/entity.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { loadFrozen } from './entity.ts'
import { recordIdOf } from './rules.ts'
import type { Minutes } from './schema.ts'

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
  const { conferenceId } = minutes
  const head: FrozenRecord['head'] = (entry) => headOf(text, bytes.length, entry)
  return { id, conferenceId, bytes, digest: sha256(bytes), unitIds, head }
}
