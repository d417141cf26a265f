// What Chime tells of a meeting becomes marks of the points it is about: a media session a point and attendee.
import { loadConference } from '#functions/conferences/entity.ts'
import { type Actor, systemActor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { recorded } from '#functions/shared/event-log.ts'
import { persisting } from '#functions/shared/write.ts'
import { type Attendee, attendeesOf, endItem, findAttendee, findEnd } from './attendee.ts'
import type { AttendeeChange, ChimeEvent } from './chime.schema.ts'
import { findLink } from './entity.ts'
import { loadHeard, putLater } from './heard.ts'
import { linkAfter, linkJoined, linkLeft, linkSilent } from './link.events.ts'
import {
  isMedia,
  isOpen,
  isSilent,
  lastPageSign,
  marked,
  mediaSession,
  newLink,
  openSessions,
} from './link.rules.ts'
import type { Link, LinkMark } from './stored.schema.ts'
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

const announced = (point: { id: string; conferenceId: string }, session: string, kind: LinkMark['kind']) => {
  if (kind === 'join') return linkJoined(point, session, source)
  return kind === 'silent' ? linkSilent(point, session) : linkLeft(point, session, kind, source)
}

/** Of the attendee's own session unless it says of which. */
type MediaMark = LinkMark & { session?: string }

/** The media service's own time counts: no device told it, and a repeat must say the same. */
const eventOf = (
  actor: Actor,
  { meetingId, attendeeId, conferenceId, pointId }: OfPoint,
  { session = mediaSession(meetingId, attendeeId), ...mark }: MediaMark,
) => {
  const point = { id: pointId, conferenceId }
  return { ...recorded(actor, announced(point, session, mark.kind)), effectiveAt: mark.at }
}

/** Marks for one point; nothing where they were told before. */
const note = (
  actor: Actor,
  attendee: OfPoint,
  marksFor: (link: Link) => MediaMark[] | Promise<MediaMark[]>,
): Promise<void> =>
  persisting(async () => {
    const { conferenceId, pointId } = attendee
    const link = (await findLink(conferenceId, pointId)) ?? newLink(conferenceId, pointId)
    const events = (await marksFor(link)).map((mark) => eventOf(actor, attendee, mark))
    const next = events.reduce(linkAfter, link)
    if (next !== link)
      await writeLink(actor, attendee.attendeeId, { id: pointId, conferenceId }, next, ...events)
  })

const isOfPoint = (attendee: Attendee): attendee is OfPoint => attendee.pointId !== undefined

/**
 * What the end of a meeting says of one attendee: nothing when it had left. When its pages had fallen silent or had left
 * long before, and only the attendee's own leave was never told, nobody knows since then.
 */
const endMarks =
  ({ conferenceId, pointId, meetingId, attendeeId }: OfPoint, at: string) =>
  async (link: Link): Promise<LinkMark[]> => {
    const session = mediaSession(meetingId, attendeeId)
    const marks = (link.lines[session]?.marks ?? []).filter((mark) => mark.at <= at)
    if (!isOpen({ marks }, session)) return []
    const sign = lastPageSign(link, await loadHeard(conferenceId, pointId))
    const silent = sign !== undefined && isSilent(sign, at) ? [{ at: sign, kind: 'silent' as const }] : []
    return [...silent, { at, kind: 'left' }]
  }

/**
 * A page that sits in the room is its media: both are lost together, and with its next heartbeat the page is back. Not
 * while another attendee of the point stays, as where a promotion ends or a new page has come in an old one's place.
 */
const changeMarks =
  ({ meetingId, attendeeId }: OfPoint, mark: LinkMark) =>
  (link: Link): MediaMark[] => {
    if (mark.kind !== 'dropped') return [mark]
    const next = marked(link, mediaSession(meetingId, attendeeId), mark)
    const open = openSessions(next)
    if (open.some(isMedia)) return [mark]
    const pages = open.filter((session) => link.lines[session]?.room)
    return [mark, ...pages.map((session) => ({ ...mark, session }))]
  }

/** Somebody told to join after the meeting was told to be over came before its end: their stay ends with it. */
const noteChange = async (actor: Actor, change: AttendeeChange, at: string): Promise<void> => {
  const attendee = await findAttendee(change)
  // The worker takes away whoever a worker before it made and did not live to write down: nobody ever sat there.
  if (!attendee && change.eventType === 'chime:AttendeeDeleted') return
  if (!attendee)
    throw new UnknownAttendee(`${change.eventType} of ${change.attendeeId} in ${change.meetingId}`)
  if (!isOfPoint(attendee)) return
  // A stay needs its conference: of one that is not there nothing may be kept.
  await loadConference(attendee.conferenceId)
  await note(actor, attendee, changeMarks(attendee, { at, kind: kinds[change.eventType] }))
  if (change.eventType !== 'chime:AttendeeJoined') return
  const end = await findEnd(change.meetingId)
  if (end !== undefined && end >= at) await note(actor, attendee, endMarks(attendee, end))
}

const atOnce = 10

/**
 * The end is kept before anybody's link is looked at, and a join looks for the end after its link is written: whichever
 * comes first, no stay outlives its meeting.
 */
const noteEnd = async (actor: Actor, meetingId: string, at: string): Promise<void> => {
  await putLater({ ...endItem(meetingId, at), order: Date.parse(at) })
  const attendees = (await attendeesOf(meetingId)).filter(isOfPoint)
  for (let start = 0; start < attendees.length; start += atOnce)
    await Promise.all(
      attendees.slice(start, start + atOnce).map((attendee) => note(actor, attendee, endMarks(attendee, at))),
    )
}

/** The service has no such meeting any more, whether or not it will ever tell of its end: nobody is in it. */
export const noteGone = (meetingId: string): Promise<void> =>
  noteEnd(systemActor('media', meetingId), meetingId, now().toISOString())

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
