// Settle a disagreement between sources: which one holds, and why. The minutes print it, and the figures follow it.
import { loadPoint } from '#functions/bridge-points/entity.ts'
import { loadConference } from '#functions/conferences/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { pointLog, putEvent, type RecordedEvent, recorded } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { type Operation, putNext } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import type { Settlement, Settling, ShownDisagreement } from './disagreements.schema.ts'
import { loadRoll, loadSettlements, putRoll, settlementItem } from './entity.ts'
import { disagreementSettled } from './events.ts'
import { findDisagreements } from './find-disagreements.ts'
import { rollIn } from './log.rules.ts'
import { effectOf, expectChoice } from './settling.rules.ts'

/** The roll made anew from the log with the settlement in it: what was settled before may now be settled otherwise. */
const rollOperations = async (
  conference: Conference,
  pointId: string | undefined,
  event: RecordedEvent,
): Promise<Operation[]> => {
  if (!pointId) return []
  const { id } = conference
  const [roll, point] = await Promise.all([loadRoll(conference, pointId), loadPoint(id, pointId)])
  const events = await pointLog(id, pointId)
  const next = rollIn([...events, event], id, pointId, conference)
  return putRoll({ ...next, version: roll.version + 1 }, point)
}

/** Choices that leave the roll as it is write nothing to it. */
const changesRoll = ({ kind }: Settlement['disagreement']) =>
  kind !== 'link-without-roll' && kind !== 'documents-differ'

const settled = async (
  actor: Actor,
  conference: Conference,
  shown: ShownDisagreement,
  settling: Settling,
): Promise<ShownDisagreement> => {
  const { settled: _, ...disagreement } = shown
  const { id, pointId } = disagreement
  const conferenceId = conference.id
  const [roll, earlier] = await Promise.all([
    loadRoll(conference, pointId ?? ''),
    loadSettlements(conferenceId),
  ])
  const effect = effectOf(disagreement, settling.chosen, roll)
  const event = recorded(actor, disagreementSettled(conferenceId, { disagreement, ...settling, effect }))
  const before = earlier.find((settlement) => settlement.disagreement.id === id)
  const stamp = { by: actor.name, at: event.effectiveAt }
  const version = (before?.version ?? 0) + 1
  const settlement = { conferenceId, disagreement, ...settling, ...stamp, event: event.id, version }
  const operations = changesRoll(disagreement) ? await rollOperations(conference, pointId, event) : []
  await write(actor, id, putNext(settlementItem(settlement)), putEvent(event), ...operations)
  return { ...disagreement, settled: { ...settling, ...stamp } }
}

/** @throws Problem `disagreement-absent` when the sources agree there; `invalid-input` for a choice that is none of them */
export const settleDisagreement = async (
  actor: Actor,
  conferenceId: string,
  id: string,
  settling: Settling,
): Promise<ShownDisagreement> => {
  const conference = await loadConference(conferenceId)
  allow(actor, 'disagreement:settle', { conference: conferenceId, host: conference.hostUnitId })
  return persisting(async () => {
    const shown = (await findDisagreements(conference)).find((disagreement) => disagreement.id === id)
    if (!shown) throw new Problem('disagreement-absent')
    expectChoice(shown, settling)
    return settled(actor, conference, shown, settling)
  })
}
