// Connect a point: a session of its link begins. A rejoin or a second tablet is one more session; none is erased.
import { expectState } from '#functions/conferences/rules.ts'
import { findHeld } from '#functions/media/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { type RecordedEvent, recorded } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { persisting } from '#functions/shared/write.ts'
import { atLink } from './at-point.ts'
import { loadHeard } from './heard.ts'
import { silence } from './leave-link.ts'
import { linkAfter, linkJoined, linkLeft } from './link.events.ts'
import { expectRoom, isSilent, marked } from './link.rules.ts'
import type { JoinInput } from './link.schema.ts'
import { expectNotWithdrawn } from './points.rules.ts'
import { expectFree, inRoom, sittingIn, unlikeFor } from './room.rules.ts'
import type { Link, Point } from './stored.schema.ts'
import { writeLink } from './write-link.ts'

/** One page sits in the room for a point: the others end, also one that is silent and might wake. @throws Problem `link-held` unless they are to */
const givingWay = async (
  actor: Actor,
  point: Point,
  link: Link,
  { takeOver }: NonNullable<JoinInput['room']>,
): Promise<RecordedEvent[]> => {
  const heard = await loadHeard(point.conferenceId, point.id)
  const at = now().toISOString()
  if (!takeOver) expectFree(link, inRoom(link, heard, at), actor.sub)
  return sittingIn(link).flatMap((session) => {
    const last = heard[session]
    const silent = last !== undefined && isSilent(last, at) ? [silence(actor, point, session, last)] : []
    return [...silent, recorded(actor, linkLeft(point, session, 'left'))]
  })
}

const unlikeNow = async (actor: Actor, { id, conferenceId }: Point, link: Link) => {
  const held = await findHeld(conferenceId, 'SEAT', id)
  const unlike = unlikeFor(link, actor.sub, held?.attendee.AttendeeId)
  return unlike === undefined ? {} : { unlike }
}

/** @throws Problem `conference-state` while the room is not open, `point-withdrawn`, `link-full`, `link-held` */
export const joinLink = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  { claimedAt, device, room }: JoinInput,
): Promise<{ session: string; link: Link }> => {
  const session = newId('lnk')
  const about = {
    by: { sub: actor.sub, name: actor.name },
    ...(device === undefined ? {} : { device }),
    ...(room ? { room: true as const } : {}),
  }
  return persisting(async () => {
    const { conference, point, link } = await atLink(actor, 'point:link', conferenceId, pointId)
    expectState(conference, ['open', 'in-session'])
    expectNotWithdrawn(point)
    const ends = room ? await givingWay(actor, point, link, room) : []
    const left = ends.reduce(linkAfter, link)
    expectRoom(left)
    const { openedAt } = conference
    const event = recorded(actor, linkJoined(point, session, { device, room: about.room }), {
      claimedAt,
      openedAt,
    })
    const seat = room ? await unlikeNow(actor, point, link) : {}
    const next = marked(left, session, { at: event.effectiveAt, kind: 'join' }, { ...about, ...seat })
    return { session, link: await writeLink(actor, session, point, next, ...ends, event) }
  })
}
