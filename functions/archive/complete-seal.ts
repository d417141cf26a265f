// What follows once a record hangs on the chain: index, attest, publish. All of it can be made from the stored bytes.
import { publishedSigner } from '#functions/keys/published-signer.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { required } from '#functions/shared/config.ts'
import { emit } from '#functions/shared/event-log.ts'
import { hasObject, putOnce, readObject } from '#functions/shared/objects.ts'
import { put } from '#functions/shared/table.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { concernedUnits } from './concerned.rules.ts'
import { chainObject, findLink, findRecord, keepAttestation, recordObject, unitItems } from './entity.ts'
import { entryAttested } from './events.ts'
import { readingOf } from './reading.ts'
import type { ChainEntry, RecordHead } from './schema.ts'

/** A transaction takes 100 actions: what is above this is indexed right after it. */
export const unitsInTransaction = 80

/** A record that hangs on the chain, as lists show it, and the units under which it is still to be found. */
type Chained = { entry: ChainEntry; head: RecordHead; unitIds: readonly string[] }

export type CompletingStep = 'indexed' | 'attested' | 'published'

const indexRest = async (actor: Actor, { head, unitIds }: Chained): Promise<void> => {
  const rest = unitItems(head, unitIds)
  for (let start = 0; start < rest.length; start += unitsInTransaction)
    await write(actor, head.id, ...rest.slice(start, start + unitsInTransaction).map(put))
}

/** The entry's one attestation: of two made at once the first that is kept. */
const attestEntry = async (actor: Actor, { entry, head }: Chained): Promise<void> => {
  if ((await findLink(entry.n))?.attestation) return
  const signer = await publishedSigner(actor.requestId)
  const signature = await signer.sign(canonicalBytes(entry))
  const attestation = { kid: signer.key.kid, signature: signature.toString('base64') }
  try {
    const event = emit(actor, entryAttested(head.conferenceId, entry, attestation))
    await write(actor, entry.recordId, keepAttestation(entry.n, attestation), event)
  } catch (error) {
    if (!(error instanceof Stale)) throw error
  }
}

const publish = async ({ entry: { n } }: Chained): Promise<void> => {
  const link = await findLink(n)
  if (!link?.attestation) throw new Error(`entry ${n} is not attested`)
  const bytes = canonicalBytes({ attestation: link.attestation, entry: link.entry })
  await putOnce(required('ARCHIVE_BUCKET'), chainObject(n), bytes)
}

export const completeSeal = async (
  actor: Actor,
  chained: Chained,
  passed: (step: CompletingStep) => void = () => {},
): Promise<void> => {
  await indexRest(actor, chained)
  passed('indexed')
  await attestEntry(actor, chained)
  passed('attested')
  await publish(chained)
  passed('published')
}

/**
 * Completes the seal of entry n if it broke off, from what is stored, and before it those that broke off before:
 * whoever comes next leaves no gap in the stored chain, even when nobody ever repeats the seal that broke off. Its units are
 * indexed all: which of them the transaction held was decided by the rule of its day.
 */
export const completeEntry = async (actor: Actor, n: number): Promise<void> => {
  const bucket = required('ARCHIVE_BUCKET')
  const link = n > 0 ? await findLink(n) : undefined
  if (!link || (link.attestation && (await hasObject(bucket, chainObject(n))))) return
  await completeEntry(actor, n - 1)
  const { entry } = link
  const head = await findRecord(entry.recordId)
  const { record } = readingOf(await readObject(bucket, recordObject(entry.digest)))
  if (!head || !record) throw new Error(`the record of entry ${n} is not whole`)
  await completeSeal(actor, { entry, head, unitIds: concernedUnits(record.minutes) })
}
