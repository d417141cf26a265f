// What Chime tells of a meeting becomes marks of the points it is about: a media session a point and attendee.
import { loadConference } from '#functions/conferences/entity.ts'
import { type Actor, systemActor } from '#functions/shared/actor.ts'
import { recorded } from '#functions/shared/event-log.ts'
import { persisting } from '#functions/shared/write.ts'
import { type Attendee, attendeesOf, endItem, findAttendee, findEnd } from './attendee.ts'
import type { AttendeeChange, ChimeEvent } from './chime.schema.ts'
import { findLink } from './entity.ts'
import { putLater } from './heard.ts'
import { linkAfter, linkJoined, linkLeft } from './link.events.ts'
import { isOpen, mediaSession, newLink } from './link.rules.ts'
import type { LinkMark } from './stored.schema.ts'
import { writeLink } from './write-link.ts'

/** Nobody knows this attendee yet: the message stays in its queue, and at last among the dead letters. */
export class UnknownAttendee extends Error {}

const source = { source: 'media' } as const

const kinds: Record<AttendeeChange['eventType'], Exclude<LinkMark['kind'], 'silent'>> = {
  'chime:AttendeeJoined': 'join',
  'chime:AttendeeLeft': 'left',
  'chime:AttendeeDropped': 'dropped',
  'chime:AttendeeDeleted': 'left',
}

type OfPoint = Attendee & { pointId: string }

/** The media service's own time counts: no device told it, and a repeat must say the same. */
const eventOf = (actor: Actor, { meetingId, attendeeId, conferenceId, pointId }: OfPoint, mark: LinkMark) => {
  const session = mediaSession(meetingId, attendeeId)
  const point = { id: pointId, conferenceId }
  const announced =
    mark.kind === 'join'
      ? linkJoined(point, session, source)
      : linkLeft(point, session, mark.kind === 'dropped' ? 'dropped' : 'left', source)
  return { ...recorded(actor, announced), effectiveAt: mark.at }
}

/** One mark for one point; nothing where it was told before. */
const note = (actor: Actor, attendee: OfPoint, mark: LinkMark): Promise<void> =>
  persisting(async () => {
    const { conferenceId, pointId } = attendee
    const link = (await findLink(conferenceId, pointId)) ?? newLink(conferenceId, pointId)
    const event = eventOf(actor, attendee, mark)
    const next = linkAfter(link, event)
    if (next !== link) await writeLink(actor, event.id, { id: pointId, conferenceId }, next, event)
  })

const isOfPoint = (attendee: Attendee): attendee is OfPoint => attendee.pointId !== undefined

/** Somebody told to join after the meeting was told to be over came before its end: their stay ends with it. */
const noteChange = async (actor: Actor, change: AttendeeChange, at: string): Promise<void> => {
  const attendee = await findAttendee(change)
  if (!attendee) throw new UnknownAttendee(`${change.eventType} of ${change.attendeeId} in ${change.meetingId}`)
  if (!isOfPoint(attendee)) return
  // A stay needs its conference: of one that is not there nothing may be kept.
  await loadConference(attendee.conferenceId)
  await note(actor, attendee, { at, kind: kinds[change.eventType] })
  if (change.eventType !== 'chime:AttendeeJoined') return
  const end = await findEnd(change.meetingId)
  if (end !== undefined && end >= at) await note(actor, attendee, { at: end, kind: 'left' })
}

const atOnce = 10

/**
 * The end is kept before anybody's link is looked at, and a join looks for the end after its link is written: whichever
 * comes first, no stay outlives its meeting.
 */
const noteEnd = async (actor: Actor, meetingId: string, at: string): Promise<void> => {
  await putLater({ ...endItem(meetingId, at), order: Date.parse(at) })
  const session = (attendee: Attendee) => mediaSession(meetingId, attendee.attendeeId)
  const endFor = async (attendee: OfPoint) => {
    const line = (await findLink(attendee.conferenceId, attendee.pointId))?.lines[session(attendee)]
    if (line && isOpen({ marks: line.marks.filter((mark) => mark.at <= at) }, session(attendee)))
      await note(actor, attendee, { at, kind: 'left' })
  }
  const attendees = (await attendeesOf(meetingId)).filter(isOfPoint)
  for (let start = 0; start < attendees.length; start += atOnce)
    await Promise.all(attendees.slice(start, start + atOnce).map(endFor))
}

/**
 * Idempotent: a mark is known by its session, time and kind. Order does not matter: see link.rules.ts.
 * @throws UnknownAttendee so that the event comes back
 */
export const noteMedia = async ({ id, detail }: ChimeEvent): Promise<void> => {
  if (!('timestamp' in detail)) return
  const actor = systemActor('chime', id)
  const at = new Date(detail.timestamp).toISOString()
  if ('attendeeId' in detail) await noteChange(actor, detail, at)
  else await noteEnd(actor, detail.meetingId, at)
}
