// Seal the record of a past conference: fixed and attested, printed, then the one way into the archive. A repeat
// completes it.
import { type Along, chainRecord, type FrozenRecord, type SealStep } from '#functions/archive/chain-record.ts'
import { freezeRecord } from '#functions/archive/freeze-record.ts'
import { type ChainEntry, MinutesText } from '#functions/archive/schema.ts'
import { basisOf, findDocuments } from '#functions/documents/entity.ts'
import type { StoredDocument } from '#functions/documents/schema.ts'
import { allow } from '#functions/grants/allow.ts'
import { loadVerificationKeysOf } from '#functions/keys/entity.ts'
import { recheck } from '#functions/minutes/attest-act.ts'
import { loadFrozen } from '#functions/minutes/entity.ts'
import { expectFreshSignIn } from '#functions/minutes/rules.ts'
import type { Seal } from '#functions/minutes/schema.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { putNext } from '#functions/shared/table.ts'
import { importItem, loadImport } from './entity.ts'
import { recordImported } from './events.ts'
import { freezeImport } from './freeze-import.ts'
import { expectState, printableOf, recordIdOf, sealed } from './rules.ts'
import type { Import } from './schema.ts'

/**
 * The files of its text. Of a text fixed before they were part of such records there are none, then as now.
 * @throws Problem `documents-pending` until they are rendered
 */
const documentsOf = async (text: MinutesText, made: Import): Promise<StoredDocument[]> => {
  const attested = printableOf(made)
  if (!attested || !text.printed) return []
  const rendered = await findDocuments(attested.id, basisOf(attested))
  if (!rendered) throw new Problem('documents-pending', { retryAfter: 1 })
  return rendered.documents
}

/**
 * The record's bytes, from what was frozen, attested and rendered alone, so that every try makes the same.
 * @throws Problem `documents-pending`
 */
const recordOf = async (made: Import): Promise<FrozenRecord> => {
  if (!made.frozen) throw new Error('an import without a frozen text')
  const { digest, attestation } = made.frozen
  const minutes: unknown = JSON.parse((await loadFrozen(digest)).toString('utf8'))
  const documents = await documentsOf(MinutesText.parse(minutes), made)
  const keys = await loadVerificationKeysOf([attestation.kid])
  const { conferenceId } = made
  return freezeRecord({
    id: recordIdOf(made),
    conferenceId,
    attestations: [attestation],
    keys,
    documents,
    minutes,
  })
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
 * @throws Problem `not-allowed`, `not-found`, `import-state`, `disagreement-unsettled`, `sign-in-too-old`, `documents-pending`,
 * `busy`
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
