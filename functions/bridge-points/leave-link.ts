// A session of a point's link ends, left or dropped; other sessions of the point go on.
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { type RecordedEvent, recorded } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { persisting } from '#functions/shared/write.ts'
import { atLink } from './at-point.ts'
import { findBeat } from './heard.ts'
import { linkAfter, linkLeft, linkSilent } from './link.events.ts'
import { isMedia, isOpen, isSilent } from './link.rules.ts'
import type { LeaveInput } from './link.schema.ts'
import type { Link, LinkLine, Point } from './stored.schema.ts'
import { writeLink } from './write-link.ts'

/** Media sessions end by what the media service tells. @throws Problem `session-unknown` */
const expectSession = ({ lines }: Link, session: string): LinkLine => {
  const line = isMedia(session) ? undefined : lines[session]
  if (!line) throw new Problem('session-unknown')
  return line
}

/** Recorded afterwards: the session was last heard of at `heardAt`. */
export const silence = (actor: Actor, point: Point, session: string, heardAt: string): RecordedEvent => ({
  ...recorded(actor, linkSilent(point, session)),
  effectiveAt: heardAt,
})

/**
 * Whoever began a session knows when it ended, also if it had fallen silent. Anybody else who ends a silent session
 * knows only that: until then the point is unknown since it was last heard of, and not connected.
 */
const silenceBefore = (
  actor: Actor,
  point: Point,
  session: string,
  line: LinkLine,
  heardAt: string | undefined,
): RecordedEvent[] =>
  heardAt !== undefined && actor.sub !== line.by?.sub && isSilent(heardAt, now().toISOString())
    ? [silence(actor, point, session, heardAt)]
    : []

/**
 * Anybody who may act at the point can end any of its sessions: a tablet left on elsewhere is taken over from here.
 * An end told late is kept if it is earlier than the one known.
 * @throws Problem `session-unknown` when there is no such session, or it has ended by then
 */
export const leaveLink = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  { session, how, claimedAt }: LeaveInput,
): Promise<{ session: string; link: Link }> =>
  persisting(async () => {
    const [{ point, link }, beat] = await Promise.all([
      atLink(actor, 'point:link', conferenceId, pointId),
      findBeat(conferenceId, { pointId, session }),
    ])
    const line = expectSession(link, session)
    const event = recorded(actor, linkLeft(point, session, how), {
      claimedAt,
      openedAt: line.marks[0]?.at,
    })
    const until = line.marks.filter(({ at }) => at <= event.effectiveAt)
    if (!isOpen({ ...line, marks: until }, session)) throw new Problem('session-unknown')
    const events = [...silenceBefore(actor, point, session, line, beat?.at), event]
    const next = events.reduce(linkAfter, link)
    return { session, link: await writeLink(actor, session, point, next, ...events) }
  })
