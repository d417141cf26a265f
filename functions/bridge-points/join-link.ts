// Connect a point: a session of its link begins. A rejoin or a second tablet is one more session; none is erased.
import { expectState } from '#functions/conferences/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { recorded } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { persisting } from '#functions/shared/write.ts'
import { atLink } from './at-point.ts'
import { linkJoined } from './link.events.ts'
import { expectRoom, marked } from './link.rules.ts'
import type { JoinInput } from './link.schema.ts'
import { expectNotWithdrawn } from './points.rules.ts'
import type { Link } from './stored.schema.ts'
import { writeLink } from './write-link.ts'

/** @throws Problem `conference-state` while the room is not open, `point-withdrawn`, `link-full` */
export const joinLink = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  { claimedAt, device }: JoinInput,
): Promise<{ session: string; link: Link }> => {
  const session = newId('lnk')
  return persisting(async () => {
    const { conference, point, link } = await atLink(actor, 'point:link', conferenceId, pointId)
    expectState(conference, ['open', 'in-session'])
    expectNotWithdrawn(point)
    expectRoom(link)
    const event = recorded(actor, linkJoined(point, session, { device }), {
      claimedAt,
      openedAt: conference.openedAt,
    })
    const by = { sub: actor.sub, name: actor.name }
    const about = device === undefined ? { by } : { by, device }
    const next = marked(link, session, { at: event.effectiveAt, kind: 'join' }, about)
    return { session, link: await writeLink(actor, session, point, next, event) }
  })
}
