// When a point was connected: the union of its sessions over time, and what that says of a stretch of it. Pure.
//
// `timelineOf` is the one reading of a link: contiguous segments, each up, unknown, left or dropped. Everything else
// here only looks at those: the state at any moment, first join, last leave, gaps, time connected, late, left early.
import { type Heard, isMedia, type LinkSpan, openSessions, pagesHeardAt, spansOf } from './link.rules.ts'
import type { BoardRow, Link, LinkEnd, Stay } from './stored.schema.ts'

/** `unknown`: silent since, and nobody told of an end. Before the first segment a point was never connected. */
export type LinkSegment = Stay & { state: 'up' | 'unknown' | LinkEnd }

/** Coming or going within so many milliseconds of the start or the close is on time. No regulation fixes it: ours. */
export const onTimeMs = 5 * 60_000

const clipped = (span: LinkSpan, until: string): LinkSpan[] => {
  if (span.from > until) return []
  if (span.to <= until) return [span]
  const { end: _, ...rest } = span
  return [{ ...rest, to: until, running: true }]
}

/** What the media service saw end after a page fell silent settles what became of the silent one. */
const settled = (span: LinkSpan, mediaEnds: readonly LinkSpan[]): LinkSpan => {
  if (span.state !== 'unknown' || span.media) return span
  const end = mediaEnds.find(({ to }) => to >= span.from && to < span.to)
  if (!end?.end) return span
  const { running: _, ...rest } = span
  return { ...rest, to: end.to, end: end.end }
}

const allSpans = (link: Link, until: string, heard: Heard): LinkSpan[] => {
  const pages = pagesHeardAt(openSessions(link), heard)
  const spans = [
    ...link.older.flatMap((span) => clipped(span, until)),
    ...Object.entries(link.lines).flatMap(([session, line]) =>
      spansOf(session, line, { until, heardAt: isMedia(session) ? pages : heard[session] }),
    ),
  ]
  const mediaEnds = spans
    .filter(({ media, end }) => media && end)
    .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0))
  return spans.map((span) => settled(span, mediaEnds))
}

type Turn = { at: string; state: 'up' | 'unknown'; by: 1 | -1; end?: LinkEnd | undefined }

const turnsOf = ({ from, to, state, end, running }: LinkSpan): Turn[] => [
  { at: from, state, by: 1 },
  ...(running ? [] : [{ at: to, state, by: -1 as const, end }]),
]

const pushSegment = (segments: LinkSegment[], segment: LinkSegment): void => {
  const last = segments.at(-1)
  if (last?.state === segment.state) last.to = segment.to
  else segments.push(segment)
}

/**
 * The whole history of a link up to a moment, oldest first, without holes; empty when the point never connected.
 * @param until UTC instant; marks after it are left aside
 * @param heard when each session was last heard of, see `Heard`
 */
export const timelineOf = (link: Link, until: string, heard: Heard = {}): LinkSegment[] => {
  const turns = Map.groupBy(allSpans(link, until, heard).flatMap(turnsOf), ({ at }) => at)
  const moments = [...turns.keys()].sort()
  const many = { up: 0, unknown: 0 }
  let ended: LinkEnd = 'left'
  const segments: LinkSegment[] = []
  for (const [index, from] of moments.entries()) {
    const now = turns.get(from) ?? []
    for (const { state, by } of now) many[state] += by
    const ends = now.flatMap(({ end }) => end ?? [])
    if (ends.length > 0) ended = ends.includes('left') ? 'left' : 'dropped'
    const state = many.up > 0 ? 'up' : many.unknown > 0 ? 'unknown' : ended
    pushSegment(segments, { from, to: moments[index + 1] ?? until, state })
  }
  return segments
}

/** What the link was at a moment of its timeline. */
export const linkStateAt = (timeline: readonly LinkSegment[], at: string): LinkSegment['state'] | 'never' =>
  timeline.findLast(({ from }) => from <= at)?.state ?? 'never'

/** Every span connected, in order; touching ones are one. */
export const staysOf = (timeline: readonly LinkSegment[]): Stay[] =>
  timeline.filter(({ state }) => state === 'up').map(({ from, to }) => ({ from, to }))

/** A stretch of a conference: from its start to its close, or to now while it runs (`over` false). */
export type StayWindow = { from: string; to: string; over: boolean }

/** The window attendance looks at; none before the start: what was before is rehearsal. */
export const attendanceWindow = (
  { startedAt, closedAt }: { startedAt?: string | undefined; closedAt?: string | undefined },
  now: string,
): StayWindow | undefined =>
  startedAt === undefined ? undefined : { from: startedAt, to: closedAt ?? now, over: closedAt !== undefined }

/** Why a point was not connected between two stays, or after the last. */
export type GapKind = 'left' | 'dropped' | 'unknown'

export type PointStays = {
  /** When it was first connected within the window; the window's start when it was connected before. */
  firstJoin?: string | undefined
  /** When it was last connected, and what ended that; none while it is connected at the end of the window. */
  lastLeave?: { at: string; how: GapKind } | undefined
  /** Between the first join and the last leave. */
  gaps: (Stay & { kind: GapKind })[]
  stays: Stay[]
  /** Milliseconds connected; unknown time is not among them. */
  connectedMs: number
  /** Milliseconds of which nobody knows, gaps and the end included. */
  unknownMs: number
  /** First connected later than `onTimeMs` after the start. */
  late: boolean
  /** Milliseconds between the start and the first join. */
  lateMs: number
  /** Left or lost earlier than `onTimeMs` before the close, and not back; always false while the window runs. */
  leftEarly: boolean
}

const within = (timeline: readonly LinkSegment[], { from, to }: StayWindow): LinkSegment[] =>
  timeline.flatMap((segment) => {
    const cut = {
      ...segment,
      from: segment.from > from ? segment.from : from,
      to: segment.to < to ? segment.to : to,
    }
    return cut.from < cut.to ? [cut] : []
  })

const msOf = ({ from, to }: Stay): number => Date.parse(to) - Date.parse(from)

const sumOf = (segments: readonly LinkSegment[], state: LinkSegment['state']): number =>
  segments.reduce((sum, segment) => sum + (segment.state === state ? msOf(segment) : 0), 0)

const isGap = (segment: LinkSegment): segment is Stay & { state: GapKind } => segment.state !== 'up'

const lastLeaveIn = (segments: readonly LinkSegment[], lastUp: number): PointStays['lastLeave'] => {
  const [last, after] = [segments[lastUp], segments[lastUp + 1]]
  return last && after && isGap(after) ? { at: last.to, how: after.state } : undefined
}

/**
 * A point's stays within a window: what attendance prints of it. A rejoin never erases the earlier stay, and a
 * promotion to another meeting is no leave, as sessions are united first.
 */
export const staysWithin = (timeline: readonly LinkSegment[], window: StayWindow): PointStays => {
  const segments = within(timeline, window)
  const firstUp = segments.findIndex(({ state }) => state === 'up')
  const lastUp = segments.findLastIndex(({ state }) => state === 'up')
  const firstJoin = segments[firstUp]?.from
  const lastLeave = lastLeaveIn(segments, lastUp)
  const lateMs = firstJoin === undefined ? 0 : msOf({ from: window.from, to: firstJoin })
  const early =
    lastLeave && lastLeave.how !== 'unknown' && msOf({ from: lastLeave.at, to: window.to }) > onTimeMs
  return {
    firstJoin,
    lastLeave,
    gaps: segments
      .slice(Math.max(firstUp, 0), lastUp + 1)
      .filter(isGap)
      .map(({ from, to, state }) => ({ from, to, kind: state })),
    stays: staysOf(segments),
    connectedMs: sumOf(segments, 'up'),
    unknownMs: sumOf(segments, 'unknown'),
    late: lateMs > onTimeMs,
    lateMs,
    leftEarly: window.over && early === true,
  }
}

/** Server clocks differ a little: whatever was told is looked at, even if it is a moment ahead. */
const lookAt = ({ lines }: Link, at: string): string =>
  Object.values(lines)
    .flatMap(({ marks }) => marks.at(-1)?.at ?? [])
    .reduce((latest, each) => (each > latest ? each : latest), at)

/** The timeline up to now. @param at the present moment */
export const timelineNow = (link: Link, at: string, heard: Heard = {}): LinkSegment[] =>
  timelineOf(link, lookAt(link, at), heard)

/** What the link writes of the point's row: its state as told, silence left aside, and the sessions that make it so. */
export const linkColumns = (
  link: Link,
  at: string,
): Pick<BoardRow, 'linkState' | 'since'> & { open: string[] } => {
  const last = timelineNow(link, at).at(-1)
  return { linkState: last?.state ?? 'never', since: last?.from, open: openSessions(link) }
}
