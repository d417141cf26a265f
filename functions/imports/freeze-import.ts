// Step one of a past conference's seal: its text is fixed up to its last event and attested by the archivist who seals.
import type { Standing } from '#functions/grants/entity.ts'
import { attestAct } from '#functions/minutes/attest-act.ts'
import { frozenItems } from '#functions/minutes/entity.ts'
import type { Horizon } from '#functions/minutes/schema.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { digestOfContents, digestOfIds } from '#functions/shared/event-digest.ts'
import { emit, type RecordedEvent, wholeLog } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { put, putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { importItem } from './entity.ts'
import { importFrozen } from './events.ts'
import { knownTo } from './known.ts'
import { expectSealable, frozen, minutesIdOf } from './rules.ts'
import type { Import } from './schema.ts'
import { historicalText } from './text.rules.ts'

/** Clocks of servers differ by less. */
const aheadMs = 60_000

/**
 * Everything told of the import: each of its versions has one event, written with it.
 * @throws Problem `busy` while the log does not tell them all
 */
const logOf = async ({ conferenceId, version }: Import): Promise<RecordedEvent[]> => {
  const events = await wholeLog(conferenceId, new Date(now().getTime() + aheadMs))
  if (events.length !== version) throw new Problem('busy', { retryAfter: 1 })
  return events
}

const horizonOf = (events: readonly RecordedEvent[], at: string): Horizon => ({
  until: events.reduce((latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest), at),
  count: events.length,
  digest: digestOfIds(events.map(({ id }) => id)),
  contents: digestOfContents(events),
})

/** The frozen bytes lie under their own digest: written before the import points to them, they harm nobody alone. */
const keepFrozen = async (actor: Actor, { id }: Import, bytes: Buffer): Promise<void> => {
  for (const item of frozenItems(bytes)) await write(withoutClaim(actor), id, put(item))
}

/**
 * @param who the archivist, looked up anew and freshly signed in
 * @throws Problem `import-state`, `disagreement-unsettled`, `busy`
 */
export const freezeImport = async (
  who: { actor: Actor; standing: Standing },
  made: Import,
): Promise<Import> => {
  expectSealable(made)
  const { actor } = who
  const at = now().toISOString()
  const log = await logOf(made)
  const horizon = horizonOf(log, at)
  const as = { minutesId: minutesIdOf(made), horizon, events: log.map(({ id }) => id) }
  const bytes = canonicalBytes(historicalText(made, await knownTo(made.facts), as))
  const digest = sha256(bytes)
  await keepFrozen(actor, made, bytes)
  const attestation = await attestAct({ ...who, act: 'record.imported', digest, horizon, at })
  const next = frozen(made, { digest, horizon, attestation })
  await write(
    withoutClaim(actor),
    made.id,
    putNext(importItem(next)),
    emit(actor, importFrozen(next, attestation)),
  )
  return next
}
