// The link of a point as a fold: marks told of its sessions, in any order and however often, make one history. Pure.
//
// A session is a set of marks; what a set says does not depend on the order it was told in, nor on repetition. A page
// session (`lnk_…`) begins with its join and ends with the first leave after it. A media attendee (`chm_…`) comes and
// goes under one name, as Chime tells it. `stays.rules.ts` reads the union of all sessions.
import { Problem } from '#functions/shared/problem.ts'
import type { Link, LinkEnd, LinkLine, LinkMark, OlderSpan } from './stored.schema.ts'

/** A session that sent heartbeats and is not heard of for so long is in an unknown state, not absent. */
export const silenceMs = 90_000

/** The same attendee joining again evicts its first client: a leave so soon afterwards is that client's. */
export const evictionMs = 10_000

/** Marks kept one by one; beyond, the oldest ended sessions are kept as spans: 3,000 of them fit into an item. */
export const marksMost = 400
const marksAfterFolding = 200

/** Of one session, or of one that is over: connected, or silent and not known. */
export type LinkSpan = OlderSpan & {
  /** Still so at `to`, which is only how far was looked. */
  running?: true
}

/** Session → when it was last heard of; sessions that never sent a heartbeat are missing. */
export type Heard = Readonly<Record<string, string>>

export const newLink = (conferenceId: string, pointId: string): Link => ({
  conferenceId,
  pointId,
  lines: {},
  older: [],
  version: 0,
})

/** The session a media attendee's events tell of. */
export const mediaSession = (meetingId: string, attendeeId: string): string =>
  `chm_${meetingId}_${attendeeId}`

export const isMedia = (session: string): boolean => session.startsWith('chm_')

const rank = { join: 0, silent: 1, dropped: 2, left: 3 } as const

const byTime = (a: LinkMark, b: LinkMark): number =>
  a.at === b.at ? rank[a.kind] - rank[b.kind] : a.at < b.at ? -1 : 1

const msBetween = (from: string, to: string): number => Date.parse(to) - Date.parse(from)

/** Whether somebody last heard of then is silent at this moment. */
export const isSilent = (heardAt: string, at: string): boolean => msBetween(heardAt, at) > silenceMs

type Walk = {
  spans: LinkSpan[]
  now?: { state: 'up' | 'unknown'; from: string } | undefined
  /** When the same attendee joined a second time, until a leave is taken for the first client's. */
  rejoinedAt?: string | undefined
}

const close = (walk: Walk, at: string, media: boolean, end?: LinkEnd): void => {
  if (walk.now)
    walk.spans.push({ ...walk.now, to: at, ...(end ? { end } : {}), ...(media ? { media: true } : {}) })
  walk.now = undefined
}

const step = (walk: Walk, { at, kind }: LinkMark, media: boolean): void => {
  if (kind === 'join') {
    if (walk.now?.state === 'up') {
      if (media) walk.rejoinedAt = at
      return
    }
    close(walk, at, media)
    walk.now = { state: 'up', from: at }
  } else if (kind === 'silent') {
    if (walk.now?.state !== 'up') return
    close(walk, at, media)
    walk.now = { state: 'unknown', from: at }
  } else {
    const firstClients = walk.rejoinedAt !== undefined && msBetween(walk.rejoinedAt, at) <= evictionMs
    walk.rejoinedAt = undefined
    if (!firstClients) close(walk, at, media, kind)
  }
}

const walked = (marks: readonly LinkMark[], media: boolean): Walk => {
  const walk: Walk = { spans: [] }
  for (const mark of marks) step(walk, mark, media)
  return walk
}

/**
 * The spans of one session up to a moment.
 * @param heardAt when it was last heard of, if it sends heartbeats: silent for longer, it is unknown from then on
 */
export const spansOf = (
  session: string,
  { marks }: LinkLine,
  { until, heardAt }: { until: string; heardAt?: string | undefined },
): LinkSpan[] => {
  const media = isMedia(session)
  const { spans, now } = walked(
    marks.filter(({ at }) => at <= until),
    media,
  )
  if (!now) return spans
  const common = { ...(media ? { media: true as const } : {}), running: true as const }
  if (now.state === 'unknown' || heardAt === undefined || !isSilent(heardAt, until))
    return [...spans, { ...now, to: until, ...common }]
  const last = heardAt > now.from ? heardAt : now.from
  return [
    ...spans,
    { state: 'up', from: now.from, to: last },
    { state: 'unknown', from: last, to: until, ...common },
  ]
}

/** Whether a session is connected as far as was told, silence left aside. */
export const isOpen = (line: LinkLine, session: string): boolean =>
  walked(line.marks, isMedia(session)).now !== undefined

/** The sessions that were told to have begun and not to have ended, in order of id. */
export const openSessions = ({ lines }: Link): string[] =>
  Object.entries(lines)
    .flatMap(([session, line]) => (isOpen(line, session) ? [session] : []))
    .sort()

const latest = (instants: readonly string[]): string | undefined => instants.toSorted().at(-1)

const isText = (sign: string | undefined): sign is string => sign !== undefined

/**
 * When the pages that hold the link were last heard of; undefined where none is open, or one sends no heartbeats. What
 * the media service tells is best effort, so that an attendee is only known to be there while its pages are heard of.
 */
export const pagesHeardAt = (sessions: readonly string[], heard: Heard): string | undefined => {
  const times = sessions.filter((session) => !isMedia(session)).map((session) => heard[session])
  return times.every(isText) ? latest(times) : undefined
}

/** When pages of the point last gave any sign, their leaving included; undefined where one sends no heartbeats. */
export const lastPageSign = ({ lines }: Link, heard: Heard): string | undefined => {
  const signs = Object.entries(lines)
    .filter(([session]) => !isMedia(session))
    .map(([session, line]) => (isOpen(line, session) ? heard[session] : line.marks.at(-1)?.at))
  return signs.every(isText) ? latest(signs) : undefined
}

/** A page that joins again and again and never leaves must not fill its point's link. */
const sessionsMost = 100

/** @throws Problem `link-full` */
export const expectRoom = (link: Link): void => {
  if (openSessions(link).length >= sessionsMost) throw new Problem('link-full')
}

const isTold = (link: Link, session: string, { at, kind }: LinkMark): boolean => {
  const line = link.lines[session]
  if (line?.marks.some((mark) => mark.at === at && mark.kind === kind)) return true
  const folded = line ? line.cut : link.before
  return folded !== undefined && at <= folded
}

type About = Pick<LinkLine, 'by' | 'device' | 'room' | 'unlike'>

/**
 * The link with one more mark in it; the very same link when that was told before.
 * A mark about what was folded into spans already changes nothing here: the log has it.
 */
export const marked = (link: Link, session: string, mark: LinkMark, about: About = {}): Link => {
  if (isTold(link, session, mark)) return link
  const line = link.lines[session] ?? { marks: [] }
  const { at, kind } = mark
  const next = { ...line, ...about, marks: [...line.marks, { at, kind }].sort(byTime) }
  return bounded({ ...link, lines: { ...link.lines, [session]: next } })
}

const marksOf = ({ lines }: Link): LinkMark[] => Object.values(lines).flatMap(({ marks }) => marks)

/** Cuts a session after its last mark up to `until`, when it was over by then; else it is kept whole. */
const cutAt = (session: string, line: LinkLine, until: string) => {
  const marks = line.marks.filter(({ at }) => at <= until)
  const { spans, now, rejoinedAt } = walked(marks, isMedia(session))
  if (marks.length === 0 || now || rejoinedAt !== undefined) return { spans: [], line }
  const rest = line.marks.slice(marks.length)
  return { spans, line: rest.length > 0 ? { ...line, marks: rest, cut: until } : undefined }
}

/** An item has at most 400 KB and is paid for by the kilobyte: hundreds of sessions are kept as the spans they made. */
const bounded = (link: Link): Link => {
  const marks = marksOf(link)
  if (marks.length <= marksMost) return link
  const before = marks.sort(byTime)[marks.length - marksAfterFolding]?.at
  if (before === undefined) return link
  const cuts = Object.entries(link.lines).map(([id, line]) => [id, cutAt(id, line, before)] as const)
  return {
    ...link,
    before,
    older: [...link.older, ...cuts.flatMap(([, { spans }]) => spans)],
    lines: Object.fromEntries(cuts.flatMap(([id, { line }]) => (line ? [[id, line]] : []))),
  }
}
