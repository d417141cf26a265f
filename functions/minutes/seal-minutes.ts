// Seal signed minutes: freeze, store, chain, attest, publish. Every step may be repeated, and a repeat completes.
import { setTimeout as pause } from 'node:timers/promises'
import {
  chainObject,
  findLink,
  headItem,
  keepAttestation,
  linkItem,
  loadHead,
  recordItem,
  recordObject,
  unitItems,
} from '#functions/archive/entity.ts'
import { entryAttested } from '#functions/archive/events.ts'
import type { ChainEntry, ChainLink } from '#functions/archive/schema.ts'
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putOnce } from '#functions/shared/objects.ts'
import { Problem } from '#functions/shared/problem.ts'
import { type Item, put, putNew, putNext } from '#functions/shared/table.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { loadMinutes, minutesItem } from './entity.ts'
import { minutesSealed } from './events.ts'
import { type FrozenRecord, frozenRecord } from './frozen-record.ts'
import { publishedSigner } from './published-key.ts'
import { expectState, sealed } from './rules.ts'
import type { Minutes, Seal } from './schema.ts'

/** The steps in their order. */
export const sealSteps = ['frozen', 'stored', 'appended', 'indexed', 'attested', 'published'] as const
export type SealStep = (typeof sealSteps)[number]

const tries = 12

const linkOf = async ({ n }: Seal): Promise<ChainLink> => {
  const link = await findLink(n)
  if (!link) throw new Error(`the chain lacks entry ${n}`)
  return link
}

/** A transaction takes 100 actions: what is above this is indexed right after it. */
const unitsInTransaction = 80

const sealOf = ({ recordId, digest, n, at }: ChainEntry): Seal => ({ recordId, digest, n, at })

const tryAppend = async (actor: Actor, minutes: Minutes, record: FrozenRecord): Promise<ChainEntry> => {
  const head = await loadHead()
  const at = now().toISOString()
  const entry: ChainEntry = {
    at,
    digest: record.digest,
    n: head.version + 1,
    prev: head.hash,
    recordId: record.id,
  }
  const next = sealed(minutes, sealOf(entry))
  const shown = record.head(entry)
  await write(
    actor,
    minutes.id,
    putNext(headItem(entry)),
    putNew(linkItem(entry)),
    putNew(recordItem(shown)),
    ...unitItems(shown, record.unitIds.slice(0, unitsInTransaction)).map(putNew),
    putNext(minutesItem(next)),
    emit(actor, minutesSealed(next, sealOf(entry))),
  )
  return entry
}

/** Somebody else was at the chain's head: nothing was written, and the next look may find it free. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof Stale || (error instanceof Problem && error.slug === 'busy')

/** Appends the record to the chain, unless it hangs there; whoever finds the head moved looks again. */
const append = async (actor: Actor, conferenceId: string, record: FrozenRecord): Promise<ChainEntry> => {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const minutes = await loadMinutes(conferenceId)
    if (minutes.seal) return (await linkOf(minutes.seal)).entry
    try {
      return await tryAppend(actor, minutes, record)
    } catch (error) {
      if (!isOvertaken(error)) throw error
      await pause(Math.random() * 10 * 2 ** Math.min(attempt, 6))
    }
  }
  throw new Problem('busy', { retryAfter: 1 })
}

const indexRest = async (actor: Actor, entry: ChainEntry, record: FrozenRecord): Promise<void> => {
  const rest: Item[] = unitItems(record.head(entry), record.unitIds.slice(unitsInTransaction))
  for (let start = 0; start < rest.length; start += unitsInTransaction)
    await write(actor, record.id, ...rest.slice(start, start + unitsInTransaction).map(put))
}

/** The entry's one attestation: of two made at once the first that is kept. */
const attestEntry = async (actor: Actor, conferenceId: string, entry: ChainEntry): Promise<void> => {
  if ((await findLink(entry.n))?.attestation) return
  const signer = await publishedSigner(actor.requestId)
  const signature = await signer.sign(canonicalBytes(entry))
  const attestation = { kid: signer.key.kid, signature: signature.toString('base64') }
  try {
    const event = emit(actor, entryAttested(conferenceId, entry, attestation))
    await write(actor, entry.recordId, keepAttestation(entry.n, attestation), event)
  } catch (error) {
    if (!(error instanceof Stale)) throw error
  }
}

const publish = async ({ n }: ChainEntry): Promise<void> => {
  const link = await findLink(n)
  if (!link?.attestation) throw new Error(`entry ${n} is not attested`)
  const bytes = canonicalBytes({ attestation: link.attestation, entry: link.entry })
  await putOnce(required('ARCHIVE_BUCKET'), chainObject(n), bytes)
}

/**
 * Seals signed minutes, or completes a seal that broke off. A crash between any two steps leaves nothing that a repeat
 * does not finish: the record's bytes depend only on what was frozen at submission and on the attestations; they lie
 * under their own digest; the transaction that chains them also marks the minutes; the rest is made from the chain.
 * @param passed told after every step: tests break off there
 * @throws Problem `minutes-missing`, `minutes-state` before both have signed, `busy`
 */
export const sealMinutes = async (
  actor: Actor,
  conferenceId: string,
  passed: (step: SealStep) => void = () => {},
): Promise<Seal> => {
  const conference = await loadConference(conferenceId)
  allow(actor, 'minutes:seal', { conference: conferenceId, host: conference.hostUnitId })
  const minutes = await loadMinutes(conferenceId)
  expectState(minutes, 'signed', 'sealed')
  const record = await frozenRecord(minutes)
  passed('frozen')
  await putOnce(required('ARCHIVE_BUCKET'), recordObject(record.digest), record.bytes)
  passed('stored')
  const entry = await append(actor, conferenceId, record)
  passed('appended')
  const later = withoutClaim(actor)
  await indexRest(later, entry, record)
  passed('indexed')
  await attestEntry(later, conferenceId, entry)
  passed('attested')
  await publish(entry)
  passed('published')
  return sealOf(entry)
}
