// Which page sits in the room for a point: one at a time, for the media service knows one client a seat. Pure.
import { Problem } from '#functions/shared/problem.ts'
import { type Heard, isSilent, openSessions } from './link.rules.ts'
import type { Link } from './stored.schema.ts'

/** A page that is open and not heard of for too long may be gone: it holds nobody up. */
const isThere = (link: Link, session: string, heard: Heard, at: string): boolean => {
  const last = heard[session] ?? link.lines[session]?.marks.at(-1)?.at
  return last !== undefined && !isSilent(last, at)
}

/** Whoever sits there or sat and was never told to go: who comes now sits alone. */
export const sittingIn = (link: Link): string[] =>
  openSessions(link).filter((session) => link.lines[session]?.room)

/** The pages that sit in the room for the point, the latest first. */
export const inRoom = (link: Link, heard: Heard, at: string): string[] =>
  sittingIn(link)
    .filter((session) => isThere(link, session, heard, at))
    .reverse()

/** @throws Problem `link-held` naming who sits there, with what, since when */
export const expectFree = (link: Link, sessions: readonly string[], sub: string): void => {
  const [session] = sessions
  const line = session === undefined ? undefined : link.lines[session]
  if (session === undefined || !line) return
  const since = line.marks.findLast(({ kind }) => kind === 'join')?.at ?? ''
  const own = line.by?.sub === sub
  throw new Problem('link-held', {
    held: { session, by: line.by?.name, device: line.device, since, own },
  })
}

const beganAt = (link: Link, session: string): string => link.lines[session]?.marks[0]?.at ?? ''

/**
 * The attendee that whoever sits down now may not be: its secret was told to another account, who may have kept it.
 * @param attendeeId what the seat holds now
 */
export const unlikeFor = (link: Link, sub: string, attendeeId: string | undefined): string | undefined => {
  const sat = Object.keys(link.lines).filter((session) => link.lines[session]?.room)
  const [last] = sat.sort((a, b) => (beganAt(link, a) < beganAt(link, b) ? 1 : -1))
  const line = last === undefined ? undefined : link.lines[last]
  if (!line?.by) return undefined
  return line.by.sub === sub ? line.unlike : attendeeId
}

/** A page that lost the line comes back to its seat, unless another sits there meanwhile. */
export const isOurs = (link: Link, session: string): boolean => {
  const open = sittingIn(link)
  if (open.includes(session)) return true
  return open.length === 0 && link.lines[session]?.marks.at(-1)?.kind === 'dropped'
}

/** @throws Problem `session-unknown` unless this account's page sits in the room with that session */
export const expectInRoom = (link: Link, session: string, sub: string): void => {
  const line = link.lines[session]
  if (!line?.room || line.by?.sub !== sub || !isOurs(link, session)) throw new Problem('session-unknown')
}
