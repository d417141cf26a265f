// Report a fault: no picture, no sound, link lost. Several kinds may be open at once; of one kind only one is, so that
// the operator and the desk who both report it report one fault.
import { expectState } from '#functions/conferences/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { putNext } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { atPoint } from './at-point.ts'
import { setColumns } from './entity.ts'
import { faultOpened, faultReported } from './faults.events.ts'
import { faultColumns, newFault, openOf, reported, withFault } from './faults.rules.ts'
import type { Fault, FaultInput } from './faults.schema.ts'
import { faultItem, loadFault, loadOpenFaults, openFaultsItem } from './faults.ts'
import { expectNotWithdrawn } from './points.rules.ts'

/**
 * @returns the fault: a new one, or the one of this kind that was open, with this report added
 * @throws Problem `conference-state` before the room opens, `point-withdrawn`
 */
export const reportFault = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  { kind, note, claimedAt }: FaultInput,
): Promise<Fault> =>
  persisting(async () => {
    const [{ conference, point }, faults] = await Promise.all([
      atPoint(actor, 'point:fault', conferenceId, pointId),
      loadOpenFaults(conferenceId, pointId),
    ])
    expectState(conference, ['open', 'in-session', 'closed'])
    expectNotWithdrawn(point)
    const known = openOf(faults, kind)
    const before = known && (await loadFault(conferenceId, pointId, known.id))
    const id = before?.id ?? newId('flt')
    const announced = (before ? faultReported : faultOpened)(point, { fault: id, kind, note })
    const event = recorded(actor, announced, { claimedAt, openedAt: conference.openedAt })
    const report = { at: event.effectiveAt, by: actor.name, note, event: event.id }
    const fault = before ? reported(before, report) : newFault(id, { conferenceId, pointId }, kind, report)
    const open = withFault(faults, fault)
    await write(
      actor,
      id,
      putNext(faultItem(fault)),
      putNext(openFaultsItem(open)),
      setColumns(point, faultColumns(open)),
      putEvent(event),
    )
    return fault
  })
