// Settle a disagreement between sources: which one holds, and why. The minutes print it.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { expectChoice } from './disagreements.rules.ts'
import { loadDisagreements, loadSettlements, settlementItem } from './entity.ts'
import { disagreementSettled } from './events.ts'
import type { Settlement, Settling, ShownDisagreement } from './schema.ts'

/** @throws Problem `disagreement-absent` when the sources agree there; `invalid-input` for a choice that is none of them */
export const settleDisagreement = async (
  actor: Actor,
  conferenceId: string,
  id: string,
  settling: Settling,
): Promise<ShownDisagreement> => {
  const conference = await loadConference(conferenceId)
  allow(actor, 'disagreement:settle', { conference: conferenceId, host: conference.hostUnitId })
  const [found, earlier] = await Promise.all([loadDisagreements(conference), loadSettlements(conferenceId)])
  const shown = found.find((disagreement) => disagreement.id === id)
  if (!shown) throw new Problem('disagreement-absent')
  const { settled: _, ...disagreement } = shown
  expectChoice(disagreement, settling)
  const event = recorded(actor, disagreementSettled(conferenceId, { disagreement, ...settling }))
  const before = earlier.find((settlement) => settlement.disagreement.id === id)
  const stamp = { by: actor.name, at: event.effectiveAt }
  const version = (before?.version ?? 0) + 1
  const settlement: Settlement = {
    conferenceId,
    disagreement,
    ...settling,
    ...stamp,
    event: event.id,
    version,
  }
  await write(actor, id, putNext(settlementItem(settlement)), putEvent(event))
  return { ...disagreement, settled: { ...settling, ...stamp } }
}
