// Check a point by the conference's list before the session, and again after a fault: an act, the later of two holds.
import { expectState } from '#functions/conferences/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { atPoint } from './at-point.ts'
import { setColumns } from './entity.ts'
import { expectNotWithdrawn } from './points.rules.ts'
import { checkedItems, expectItems, readinessColumns } from './readiness.rules.ts'
import { loadReadiness, loadTechnical, readinessItem } from './readiness-entity.ts'
import { readinessChecked } from './technical.events.ts'
import type { ReadinessInput } from './technical.schema.ts'

/** @throws Problem `conference-state` before the room opens, `checklist-item-unknown`, `point-withdrawn` */
export const checkReadiness = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  input: ReadinessInput,
): Promise<void> =>
  persisting(async () => {
    const [{ conference, point }, { checklist }, readiness] = await Promise.all([
      atPoint(actor, 'point:readiness', conferenceId, pointId),
      loadTechnical(conferenceId),
      loadReadiness(conferenceId, pointId),
    ])
    expectState(conference, ['open', 'in-session'])
    expectNotWithdrawn(point)
    expectItems(checklist, input)
    const told = { claimedAt: input.claimedAt, openedAt: conference.openedAt }
    const event = recorded(actor, readinessChecked(point, input), told)
    const stamp = { at: event.effectiveAt, event: event.id, by: actor.name }
    const next = checkedItems(readiness, input, stamp)
    await write(
      actor,
      pointId,
      putNext(readinessItem(next)),
      setColumns(point, readinessColumns(next)),
      putEvent(event),
    )
  })
