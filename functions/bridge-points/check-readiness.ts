// Check a point's picture, sound and network before the session, and again after a fault.
import { expectState } from '#functions/conferences/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { atLink } from './at-point.ts'
import { linkItem, setColumns } from './entity.ts'
import { readinessChecked } from './events.ts'
import { checkColumns, checked } from './rules.ts'
import type { ReadinessInput } from './schema.ts'
import type { Link } from './stored.schema.ts'

export const checkReadiness = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  input: ReadinessInput,
): Promise<Link> =>
  persisting(async () => {
    const { conference, point, link } = await atLink(actor, 'point:readiness', conferenceId, pointId)
    expectState(conference, ['open', 'in-session'])
    const { claimedAt, checks, note } = input
    const event = recorded(actor, readinessChecked(point, input), {
      claimedAt,
      openedAt: conference.openedAt,
    })
    const next = checked(link, { checks, note, at: event.effectiveAt, event: event.id })
    await write(
      actor,
      pointId,
      putNext(linkItem(next)),
      setColumns(point, checkColumns(next)),
      putEvent(event),
    )
    return next
  })
