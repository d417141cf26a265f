// Seal signed minutes: freeze what was signed, then the one way into the archive. A repeat completes what broke off.
import { type Along, chainRecord, type SealStep } from '#functions/archive/chain-record.ts'
import type { ChainEntry } from '#functions/archive/schema.ts'
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { loadMinutes, minutesItem } from './entity.ts'
import { minutesSealed } from './events.ts'
import { frozenRecord } from './frozen-record.ts'
import { expectState, sealed } from './rules.ts'
import type { Seal } from './schema.ts'

const sealOf = ({ recordId, digest, n, at }: ChainEntry): Seal => ({ recordId, digest, n, at })

/** The minutes, sealed, in the transaction that chains their record. */
const minutesAlong =
  (actor: Actor, conferenceId: string): Along =>
  async (entry) => {
    const next = sealed(await loadMinutes(conferenceId), sealOf(entry))
    return [putNext(minutesItem(next)), emit(actor, minutesSealed(next, sealOf(entry)))]
  }

/**
 * Seals signed minutes, or completes a seal that broke off: the record's bytes depend only on what was frozen at
 * submission, rendered from it, and attested.
 * @param passed told after every step: tests break off there
 * @throws Problem `minutes-missing`, `minutes-state` before both have signed, `documents-pending`, `busy`
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
  return sealOf(await chainRecord(actor, record, minutesAlong(actor, conferenceId), passed))
}
