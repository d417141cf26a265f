// Stays: the union of a point's sessions over time, and what attendance reads of it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marked, mediaSession, newLink, silenceMs } from '#functions/bridge-points/link.rules.ts'
import {
  attendanceWindow,
  type LinkSegment,
  linkColumns,
  linkStateAt,
  onTimeMs,
  staysOf,
  staysWithin,
  timelineOf,
} from '#functions/bridge-points/stays.rules.ts'
import type { LinkMark } from '#functions/bridge-points/stored.schema.ts'

const at = (minute: number) => new Date(Date.UTC(2022, 10, 23, 7, 0, minute * 60)).toISOString()
const minute = 60_000
const [a, b] = ['lnk_a', 'lnk_b']
const [primary, replica] = [mediaSession('m1', 'a1'), mediaSession('m2', 'a2')]

type Telling = readonly [session: string, kind: LinkMark['kind'], minute: number]
const linkOf = (...told: Telling[]) =>
  told.reduce(
    (sum, [session, kind, when]) => marked(sum, session, { at: at(when), kind }),
    newLink('cnf_1', 'bpt_x'),
  )
const timeline = (until: number, ...told: Telling[]) => timelineOf(linkOf(...told), at(until))
const short = (segments: readonly LinkSegment[]) =>
  segments.map(({ from, to, state }) => [
    (Date.parse(from) - Date.parse(at(0))) / minute,
    (Date.parse(to) - Date.parse(at(0))) / minute,
    state,
  ])

describe('a timeline', () => {
  it('unites sessions: a second tablet leaving takes nothing away', () => {
    const two: Telling[] = [
      [a, 'join', 0],
      [b, 'join', 5],
      [a, 'left', 9],
    ]
    expect(short(timeline(20, ...two))).toEqual([[0, 20, 'up']])
  })

  it('keeps the earlier stay when the point comes back', () => {
    const back: Telling[] = [
      [a, 'join', 0],
      [a, 'dropped', 10],
      [b, 'join', 15],
      [b, 'left', 20],
    ]
    expect(short(timeline(30, ...back))).toEqual([
      [0, 10, 'up'],
      [10, 15, 'dropped'],
      [15, 20, 'up'],
      [20, 30, 'left'],
    ])
  })

  it('knows no leave in a promotion: another meeting is joined before or after this one is left', () => {
    const promoted: Telling[] = [
      [replica, 'join', 0],
      [primary, 'join', 10],
      [replica, 'left', 11],
      [replica, 'join', 20],
      [primary, 'left', 21],
    ]
    expect(short(timeline(30, ...promoted))).toEqual([[0, 30, 'up']])
  })

  it('is unknown from when a page was last heard of, until it is settled', () => {
    const link = linkOf([a, 'join', 0])
    const heard = { [a]: at(10) }
    const quiet = new Date(Date.parse(at(10)) + silenceMs).toISOString()
    expect(short(timelineOf(link, quiet, heard))).toEqual([[0, 11.5, 'up']])
    expect(short(timelineOf(link, at(12), heard))).toEqual([
      [0, 10, 'up'],
      [10, 12, 'unknown'],
    ])
    const left = marked(link, a, { at: at(14), kind: 'left' })
    expect(short(timelineOf(left, at(20), heard))).toEqual([
      [0, 14, 'up'],
      [14, 20, 'left'],
    ])
  })

  it('keeps as unknown what nobody can tell any more', () => {
    const returned: Telling[] = [
      [a, 'join', 0],
      [a, 'silent', 10],
      [a, 'join', 30],
    ]
    expect(short(timeline(40, ...returned))).toEqual([
      [0, 10, 'up'],
      [10, 30, 'unknown'],
      [30, 40, 'up'],
    ])
    const elsewhere = linkOf([a, 'join', 0], [b, 'join', 25])
    expect(short(timelineOf(elsewhere, at(40), { [a]: at(10) }))).toEqual([
      [0, 10, 'up'],
      [10, 25, 'unknown'],
      [25, 40, 'up'],
    ])
  })

  it('settles a silent page by what the media service saw end', () => {
    const link = linkOf([a, 'join', 0], [primary, 'join', 1], [primary, 'dropped', 11])
    expect(short(timelineOf(link, at(30), { [a]: at(10) }))).toEqual([
      [0, 11, 'up'],
      [11, 30, 'dropped'],
    ])
  })

  it('knows an attendee to be there only while the pages that hold the link are heard of', () => {
    const link = linkOf([a, 'join', 0], [primary, 'join', 1])
    const heard = { [a]: at(10) }
    expect(short(timelineOf(link, at(11), heard))).toEqual([[0, 11, 'up']])
    expect(short(timelineOf(link, at(30), heard))).toEqual([
      [0, 10, 'up'],
      [10, 30, 'unknown'],
    ])
    // Another page that sends no heartbeats, or none at all: the attendee alone tells.
    expect(short(timelineOf(marked(link, b, { at: at(2), kind: 'join' }), at(30), heard))).toEqual([
      [0, 30, 'up'],
    ])
    expect(short(timelineOf(linkOf([primary, 'join', 1]), at(30), heard))).toEqual([[1, 30, 'up']])
    // The page returns, and the attendee never left: there was no gap.
    const returned = linkOf([a, 'join', 0], [primary, 'join', 1], [a, 'silent', 10], [a, 'join', 30])
    expect(short(timelineOf(returned, at(31), { [a]: at(30) }))).toEqual([[0, 31, 'up']])
  })

  it('is told of no end before the beginning, and is empty when nothing ever began', () => {
    expect(timeline(30)).toEqual([])
    expect(timeline(30, [a, 'left', 5])).toEqual([])
    expect(timeline(30, [a, 'join', 40])).toEqual([])
    expect(linkStateAt(timeline(30, [a, 'join', 10]), at(9))).toBe('never')
  })
})

const kinds = ['join', 'silent', 'left', 'dropped'] as const
const tellings = fc.array(
  fc.tuple(fc.constantFrom(a, b, primary, replica), fc.constantFrom(...kinds), fc.nat(59)),
  { maxLength: 30 },
)
const heards = fc.dictionary(fc.constantFrom(a, b), fc.nat(70).map(at))

describe('any timeline', () => {
  it('has no holes, no overlaps, no two alike in a row, and ends when it was asked', () => {
    fc.assert(
      fc.property(tellings, heards, (told, heard) => {
        const segments = timelineOf(linkOf(...told), at(70), heard)
        for (const [index, segment] of segments.entries()) {
          const next = segments[index + 1]
          expect(segment.from < segment.to || !next).toBe(true)
          expect(segment.to).toBe(next?.from ?? at(70))
          expect(segment.state).not.toBe(next?.state)
        }
      }),
    )
  })

  it('is up exactly when some session is, minute by minute', () => {
    fc.assert(
      fc.property(tellings, fc.nat(59), (told, when) => {
        const moment = at(when + 0.5)
        const upIn = (session: string) =>
          linkStateAt(timelineOf(linkOf(...told.filter(([one]) => one === session)), at(70)), moment) === 'up'
        expect(linkStateAt(timelineOf(linkOf(...told), at(70)), moment) === 'up').toBe(
          [a, b, primary, replica].some(upIn),
        )
      }),
    )
  })

  it('says of a past moment what it said then, unless somebody told later', () => {
    fc.assert(
      fc.property(tellings, fc.nat(59), (told, when) => {
        const moment = at(when + 0.5)
        const then = told.filter(([, , minute]) => minute <= when)
        expect(linkStateAt(timelineOf(linkOf(...told), at(70)), moment)).toBe(
          linkStateAt(timelineOf(linkOf(...then), moment), moment),
        )
      }),
    )
  })

  it('adds up within a window: connected, unknown and the rest are the window', () => {
    fc.assert(
      fc.property(tellings, heards, fc.nat(30), fc.integer({ min: 31, max: 70 }), (told, heard, from, to) => {
        const segments = timelineOf(linkOf(...told), at(70), heard)
        const window = { from: at(from), to: at(to), over: true }
        const { connectedMs, unknownMs, stays, gaps, firstJoin, lastLeave } = staysWithin(segments, window)
        const length = (spans: { from: string; to: string }[]) =>
          spans.reduce((sum, span) => sum + Date.parse(span.to) - Date.parse(span.from), 0)
        expect(connectedMs).toBe(length(stays))
        expect(connectedMs + unknownMs).toBeLessThanOrEqual((to - from) * minute)
        if (firstJoin !== undefined) {
          const end = lastLeave?.at ?? window.to
          expect(connectedMs + length(gaps)).toBe(Date.parse(end) - Date.parse(firstJoin))
        } else expect([connectedMs, gaps, lastLeave]).toEqual([0, [], undefined])
      }),
    )
  })
})

describe('stays within a window', () => {
  const window = { from: at(30), to: at(90), over: true }

  it('leave rehearsal out: what was before the start is no stay, and who was there is there from the start', () => {
    const rehearsed = timeline(90, [a, 'join', 0], [a, 'left', 20])
    expect(staysWithin(rehearsed, window)).toMatchObject({ connectedMs: 0, stays: [], late: false })
    const stayed = staysWithin(timeline(90, [a, 'join', 0]), window)
    expect(stayed).toMatchObject({
      firstJoin: at(30),
      connectedMs: 60 * minute,
      late: false,
      leftEarly: false,
    })
    expect(stayed.lastLeave).toBeUndefined()
    expect(attendanceWindow({}, at(10))).toBeUndefined()
    expect(attendanceWindow({ startedAt: at(30) }, at(40))).toEqual({ from: at(30), to: at(40), over: false })
  })

  it('tell first join, last leave, gaps with why, and the sum', () => {
    const segments = timeline(
      100,
      [a, 'join', 40],
      [a, 'dropped', 50],
      [b, 'join', 52],
      [b, 'silent', 60],
      [b, 'join', 63],
      [b, 'left', 80],
    )
    expect(staysWithin(segments, window)).toEqual({
      firstJoin: at(40),
      lastLeave: { at: at(80), how: 'left' },
      gaps: [
        { from: at(50), to: at(52), kind: 'dropped' },
        { from: at(60), to: at(63), kind: 'unknown' },
      ],
      stays: [
        { from: at(40), to: at(50) },
        { from: at(52), to: at(60) },
        { from: at(63), to: at(80) },
      ],
      connectedMs: 35 * minute,
      unknownMs: 3 * minute,
      late: true,
      lateMs: 10 * minute,
      leftEarly: true,
    })
  })

  it('are on time within five minutes of the start and of the close', () => {
    const grace = onTimeMs / minute
    const of = (join: number, leave: number) => {
      const { late, leftEarly } = staysWithin(timeline(100, [a, 'join', join], [a, 'left', leave]), window)
      return [late, leftEarly]
    }
    expect(of(30 + grace, 90 - grace)).toEqual([false, false])
    expect(of(30 + grace + 1, 90 - grace - 1)).toEqual([true, true])
  })

  it('are not early while the window runs, nor when nobody knows', () => {
    const gone = timeline(60, [a, 'join', 30], [a, 'left', 40])
    expect(staysWithin(gone, { from: at(30), to: at(60), over: false }).leftEarly).toBe(false)
    const silent = timelineOf(linkOf([a, 'join', 30]), at(90), { [a]: at(40) })
    expect(staysWithin(silent, window)).toMatchObject({
      lastLeave: { at: at(40), how: 'unknown' },
      leftEarly: false,
      unknownMs: 50 * minute,
    })
  })
})

describe('the columns of the row', () => {
  it('are the state as told and the sessions that are open', () => {
    expect(linkColumns(linkOf(), at(5))).toEqual({ linkState: 'never', since: undefined, open: [] })
    expect(linkColumns(linkOf([a, 'join', 0], [b, 'join', 2]), at(5))).toEqual({
      linkState: 'up',
      since: at(0),
      open: [a, b],
    })
    expect(linkColumns(linkOf([a, 'join', 0], [a, 'dropped', 2]), at(5))).toMatchObject({
      linkState: 'dropped',
      since: at(2),
    })
    // A join that the server's neighbour stamped a moment ahead counts at once.
    expect(linkColumns(linkOf([a, 'join', 6]), at(5))).toMatchObject({ linkState: 'up', since: at(6) })
    expect(staysOf(timeline(5, [a, 'join', 0]))).toEqual([{ from: at(0), to: at(5) }])
  })
})
