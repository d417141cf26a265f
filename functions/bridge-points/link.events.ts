// What a point's link announces, and how its marks are read back from the log.
import * as z from 'zod'
import { marked } from './link.rules.ts'
import { type Link, LinkEnd, type LinkMark, type Point } from './stored.schema.ts'

type Where = Pick<Point, 'id' | 'conferenceId'>

const ofLink = <N extends `link.${string}`>(
  name: N,
  { id, conferenceId }: Where,
  data: Record<string, unknown>,
) => ({ name, scope: conferenceId, subject: id, point: id, data })

/** Why a session came to be, or to end, where no page of the point said so. */
export type Told = {
  source?: 'heartbeat' | 'media' | undefined
  device?: string | undefined
  room?: true | undefined
}

/** A session begins, or stands again. */
export const linkJoined = (point: Where, session: string, told: Told = {}) =>
  ofLink('link.joined', point, { session, ...told })

/** A session ends, left or dropped. */
export const linkLeft = (point: Where, session: string, how: LinkEnd, told: Told = {}) =>
  ofLink('link.left', point, { session, how, ...told })

/** Known only afterwards: a session was last heard of then. Recorded when it is heard of again, or ended by another. */
export const linkSilent = (point: Where, session: string) => ofLink('link.silent', point, { session })

const Joined = z.object({ session: z.string() })
const Left = Joined.extend({ how: LinkEnd.default('left') })

type Logged = { name: string; effectiveAt: string; data: Record<string, unknown> }

/** What an event tells of a link; undefined for any other event. */
const markOf = ({ name, effectiveAt: at, data }: Logged): { session: string; mark: LinkMark } | undefined => {
  if (name === 'link.joined') return { ...Joined.parse(data), mark: { at, kind: 'join' } }
  if (name === 'link.silent') return { ...Joined.parse(data), mark: { at, kind: 'silent' } }
  if (name !== 'link.left') return undefined
  const { session, how } = Left.parse(data)
  return { session, mark: { at, kind: how } }
}

/** The link with one event of the log in it: folding a log in any order gives what the table holds, heartbeats aside. */
export const linkAfter = (link: Link, event: Logged): Link => {
  const told = markOf(event)
  return told ? marked(link, told.session, told.mark) : link
}
