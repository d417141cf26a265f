// Seal the record of a past conference: fixed and attested, then the one way into the archive. A repeat completes it.
import { type Along, chainRecord, type FrozenRecord, type SealStep } from '#functions/archive/chain-record.ts'
import { headOf } from '#functions/archive/head.rules.ts'
import { type ChainEntry, MinutesText, type SealedRecord } from '#functions/archive/schema.ts'
import { allow } from '#functions/grants/allow.ts'
import { loadVerificationKeysOf } from '#functions/keys/entity.ts'
import { recheck } from '#functions/minutes/attest-act.ts'
import { loadFrozen } from '#functions/minutes/entity.ts'
import { expectFreshSignIn } from '#functions/minutes/rules.ts'
import type { Seal } from '#functions/minutes/schema.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { importItem, loadImport } from './entity.ts'
import { recordImported } from './events.ts'
import { freezeImport } from './freeze-import.ts'
import { expectState, recordIdOf, sealed } from './rules.ts'
import type { Import } from './schema.ts'

/** The record's bytes, from what was frozen and attested alone, so that every try makes the same. */
const recordOf = async (made: Import): Promise<FrozenRecord> => {
  if (!made.frozen) throw new Error('an import without a frozen text')
  const { digest, attestation } = made.frozen
  const value: unknown = JSON.parse((await loadFrozen(digest)).toString('utf8'))
  const text = MinutesText.parse(value)
  const keys = await loadVerificationKeysOf([attestation.kid])
  const id = recordIdOf(made)
  const record = {
    attestations: [attestation],
    documents: [],
    format: 'diemcau-record/2',
    id,
    keys,
  } satisfies Partial<SealedRecord>
  const bytes = canonicalBytes({ ...record, minutes: value })
  const { conferenceId } = made
  const unitIds = text.units.map((unit) => unit.id)
  const head: FrozenRecord['head'] = (entry) => headOf(text, bytes.length, entry)
  return { id, conferenceId, bytes, digest: sha256(bytes), unitIds, head }
}

const sealOf = ({ recordId, digest, n, at }: ChainEntry): Seal => ({ recordId, digest, n, at })

/** The import, sealed, in the transaction that chains its record. */
const importAlong =
  (actor: Actor, id: string): Along =>
  async (entry) => {
    const next = sealed(await loadImport(id), sealOf(entry))
    return [putNext(importItem(next)), emit(actor, recordImported(next, sealOf(entry)))]
  }

/** A draft is attested by whoever seals it, signed in within the last five minutes; what was attested goes on. */
const attested = async (told: Actor, id: string): Promise<Import> => {
  const who = await recheck(told)
  allow(who.actor, 'import:seal')
  const made = await loadImport(id)
  expectState(made, 'draft', 'frozen', 'sealed')
  if (made.state !== 'draft') return made
  expectFreshSignIn(who.actor.authTime, now().toISOString())
  return freezeImport(who, made)
}

/**
 * Seals an import, or completes a seal that broke off.
 * @param passed told after every step: tests break off there
 * @throws Problem `not-allowed`, `not-found`, `import-state`, `disagreement-unsettled`, `sign-in-too-old`, `busy`
 */
export const sealImport = async (
  actor: Actor,
  id: string,
  passed: (step: SealStep) => void = () => {},
): Promise<Seal> => {
  const record = await recordOf(await attested(actor, id))
  passed('frozen')
  return sealOf(await chainRecord(actor, record, importAlong(actor, id), passed))
}
