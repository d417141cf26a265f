// Connect a point: a session of its link begins. A rejoin or a second tablet is one more session; none is erased.
import { expectState } from '#functions/conferences/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { putNext } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { atLink } from './at-point.ts'
import { linkItem, setColumns } from './entity.ts'
import { linkJoined } from './events.ts'
import { joined, linkColumns } from './rules.ts'
import type { JoinInput } from './schema.ts'
import type { Link } from './stored.schema.ts'

export const joinLink = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  { claimedAt }: JoinInput,
): Promise<{ session: string; link: Link }> => {
  const session = newId('lnk')
  return persisting(async () => {
    const { conference, point, link } = await atLink(actor, 'point:link', conferenceId, pointId)
    expectState(conference, ['open', 'in-session'])
    const event = recorded(actor, linkJoined(point, session), { claimedAt, openedAt: conference.openedAt })
    const next = joined(link, session, event.effectiveAt)
    await write(
      actor,
      session,
      putNext(linkItem(next)),
      setColumns(point, linkColumns(next)),
      putEvent(event),
    )
    return { session, link: next }
  })
}
