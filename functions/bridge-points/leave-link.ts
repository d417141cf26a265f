// A session of a point's link ends, left or dropped; other sessions of the point go on.
import type { Actor } from '#functions/shared/actor.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { atLink } from './at-point.ts'
import { linkItem, setColumns } from './entity.ts'
import { linkLeft } from './events.ts'
import { left, linkColumns } from './rules.ts'
import type { LeaveInput } from './schema.ts'
import type { Link } from './stored.schema.ts'

/** @throws Problem `session-unknown` when the session is not open */
export const leaveLink = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  { session, how, claimedAt }: LeaveInput,
): Promise<{ session: string; link: Link }> =>
  persisting(async () => {
    const { conference, point, link } = await atLink(actor, 'point:link', conferenceId, pointId)
    const event = recorded(actor, linkLeft(point, session, how), {
      claimedAt,
      openedAt: conference.openedAt,
    })
    const next = left(link, session, event.effectiveAt, how)
    await write(
      actor,
      session,
      putNext(linkItem(next)),
      setColumns(point, linkColumns(next)),
      putEvent(event),
    )
    return { session, link: next }
  })
