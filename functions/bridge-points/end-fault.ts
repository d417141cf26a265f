// A fault is over.
import type { Actor } from '#functions/shared/actor.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { atPoint } from './at-point.ts'
import { setColumns } from './entity.ts'
import { faultEnded } from './faults.events.ts'
import { ended, faultColumns, withFault } from './faults.rules.ts'
import type { Fault, FaultEndInput } from './faults.schema.ts'
import { faultItem, loadFault, loadOpenFaults, openFaultsItem } from './faults.ts'

/**
 * Told in any state of the conference: a fault may outlast it. One that is over already is answered as it is, and
 * nothing is recorded: two people who see that the picture is back tell one thing.
 * @throws Problem `not-found`
 */
export const endFault = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  faultId: string,
  { note, claimedAt }: FaultEndInput,
): Promise<Fault> =>
  persisting(async () => {
    const { point } = await atPoint(actor, 'point:fault', conferenceId, pointId)
    const [fault, faults] = await Promise.all([
      loadFault(conferenceId, pointId, faultId),
      loadOpenFaults(conferenceId, pointId),
    ])
    if (fault.ended) return fault
    const announced = faultEnded(point, { fault: faultId, kind: fault.kind, note })
    const event = recorded(actor, announced, { claimedAt, openedAt: fault.openedAt })
    const over = ended(fault, { at: event.effectiveAt, by: actor.name, note, event: event.id })
    const open = withFault(faults, over)
    await write(
      actor,
      faultId,
      putNext(faultItem(over)),
      putNext(openFaultsItem(open)),
      setColumns(point, faultColumns(open)),
      putEvent(event),
    )
    return over
  })
