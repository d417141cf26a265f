// A page that holds a session tells every 30 s that it is there and whether its media stands. Only what changes by that
// is an event: media lost, media back, heard of again after a silence.
import { expectState } from '#functions/conferences/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { type RecordedEvent, recorded } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { persisting } from '#functions/shared/write.ts'
import { atLink } from './at-point.ts'
import { type Beat, findBeat, putBeat } from './heard.ts'
import { silence } from './leave-link.ts'
import { linkAfter, linkJoined, linkLeft } from './link.events.ts'
import { isOpen, isSilent } from './link.rules.ts'
import type { HeartbeatInput, HeartbeatTaken } from './link.schema.ts'
import { expectNotWithdrawn } from './points.rules.ts'
import { isOurs } from './room.rules.ts'
import type { Link, Point } from './stored.schema.ts'
import { writeLink } from './write-link.ts'

export const heartbeatSeconds = 30

const told = { source: 'heartbeat' } as const

/**
 * What a heartbeat changes; nothing, as a rule. A session that was left is over; one that was dropped may come back.
 * @throws Problem `session-unknown` when the session is over: the page joins anew
 */
const changes = (
  actor: Actor,
  point: Point,
  link: Link,
  { session, media }: HeartbeatInput,
  beat: Beat | undefined,
): RecordedEvent[] => {
  const line = link.lines[session]
  // A page whose seat another has taken meanwhile must not come back beside it.
  if (!line || (line.room && !isOurs(link, session))) throw new Problem('session-unknown')
  const up = isOpen(line, session)
  if (!up && line.marks.at(-1)?.kind !== 'dropped') throw new Problem('session-unknown')
  if (media === 'down') return up ? [recorded(actor, linkLeft(point, session, 'dropped', told))] : []
  const back = recorded(actor, linkJoined(point, session, told))
  if (!up) return [back]
  return beat && isSilent(beat.at, back.effectiveAt) ? [silence(actor, point, session, beat.at), back] : []
}

/**
 * Four reads and one small put; no event, no idempotency item: the latest heartbeat of a session is all that is kept,
 * so a repeated or late one changes nothing.
 * @throws Problem `session-unknown`, `conference-state`, `point-withdrawn`
 */
export const keepHeartbeat = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  input: HeartbeatInput,
): Promise<HeartbeatTaken> =>
  persisting(async () => {
    const { session, media } = input
    const [{ conference, point, link }, beat] = await Promise.all([
      atLink(actor, 'point:link', conferenceId, pointId),
      findBeat(conferenceId, { pointId, session }),
    ])
    expectState(conference, ['open', 'in-session'])
    expectNotWithdrawn(point)
    const events = changes(actor, point, link, input, beat)
    if (events.length > 0) await writeLink(actor, session, point, events.reduce(linkAfter, link), ...events)
    const at = now().toISOString()
    await putBeat(conferenceId, { pointId, session, at, media })
    return { session, at, everySeconds: heartbeatSeconds }
  })
