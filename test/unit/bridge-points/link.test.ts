// The link as a fold: whatever the order and repetition in which marks are told, the history is the same.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkAfter } from '#functions/bridge-points/link.events.ts'
import {
  evictionMs,
  expectRoom,
  marked,
  marksMost,
  mediaSession,
  newLink,
  openSessions,
} from '#functions/bridge-points/link.rules.ts'
import { staysOf, timelineOf } from '#functions/bridge-points/stays.rules.ts'
import { Link, type LinkMark } from '#functions/bridge-points/stored.schema.ts'

const at = (second: number) => new Date(Date.UTC(2022, 10, 23, 7, 0, second)).toISOString()
const link = newLink('cnf_1', 'bpt_x')
const media = mediaSession('m1', 'a1')

type Told = { session: string; mark: LinkMark }
const tell = (told: readonly Told[], from = link) =>
  told.reduce((sum, { session, mark }) => marked(sum, session, mark), from)
const told = (session: string, kind: LinkMark['kind'], second: number): Told => ({
  session,
  mark: { at: at(second), kind },
})

const oneTold = fc.record({
  session: fc.constantFrom('lnk_a', 'lnk_b', media, mediaSession('m2', 'a1')),
  mark: fc.record({
    at: fc.nat(600).map(at),
    kind: fc.constantFrom<LinkMark['kind'][]>('join', 'silent', 'left', 'dropped'),
  }),
})
const somewhatTold = fc.array(oneTold, { maxLength: 40 })

describe('marks of a link', () => {
  it('make the same link in any order and however often they are told', () => {
    const shuffled = somewhatTold.chain((marks) =>
      fc.tuple(
        fc.constant(marks),
        fc.shuffledSubarray(marks, { minLength: marks.length }),
        fc.subarray(marks),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([marks, other, again]) => {
        const once = tell(marks)
        const twice = tell([...again, ...other, ...again.toReversed()])
        expect(twice).toEqual(once)
        expect(timelineOf(twice, at(700))).toEqual(timelineOf(once, at(700)))
      }),
    )
  })

  it('told again change nothing at all: the very same link comes back', () => {
    fc.assert(
      fc.property(somewhatTold, (marks) => {
        const whole = tell(marks)
        expect(tell(marks, whole)).toBe(whole)
      }),
    )
  })

  it('are read from the log as they were written', () => {
    const events = [
      { name: 'link.joined', effectiveAt: at(0), data: { session: 'lnk_a', device: 'Máy 1' } },
      { name: 'link.silent', effectiveAt: at(30), data: { session: 'lnk_a' } },
      { name: 'readiness.checked', effectiveAt: at(40), data: {} },
      { name: 'link.left', effectiveAt: at(60), data: { session: 'lnk_a', how: 'dropped' } },
    ]
    const expected = tell([
      told('lnk_a', 'join', 0),
      told('lnk_a', 'silent', 30),
      told('lnk_a', 'dropped', 60),
    ])
    expect(events.reduce(linkAfter, link)).toEqual(expected)
    expect(events.toReversed().reduce(linkAfter, link)).toEqual(expected)
  })
})

describe('sessions', () => {
  it('are open until they end; an end told before the beginning opens nothing', () => {
    expect(openSessions(tell([told('lnk_a', 'join', 0), told('lnk_b', 'join', 5)]))).toEqual([
      'lnk_a',
      'lnk_b',
    ])
    expect(openSessions(tell([told('lnk_a', 'left', 9), told('lnk_a', 'join', 0)]))).toEqual([])
    expect(timelineOf(tell([told('lnk_a', 'left', 9)]), at(20))).toEqual([])
  })

  it('fill a link when a hundred are open; those that ended make room', () => {
    const many = (open: number) => tell(Array.from({ length: open }, (_, n) => told(`lnk_${n}`, 'join', n)))
    expect(() => expectRoom(many(99))).not.toThrow()
    expect(() => expectRoom(many(100))).toThrow('link-full')
    expect(() => expectRoom(tell([told('lnk_7', 'left', 200)], many(100)))).not.toThrow()
  })

  it('of one attendee: a second join evicts the first client, whose leave ends nothing', () => {
    const joinedTwice = [told(media, 'join', 0), told(media, 'join', 60)]
    const evicted = told(media, 'dropped', 60 + evictionMs / 1000)
    const timeline = (marks: Told[]) => timelineOf(tell(marks), at(300)).map(({ state }) => state)
    expect(timeline([...joinedTwice, evicted])).toEqual(['up'])
    expect(timeline([evicted, ...joinedTwice, told(media, 'left', 71)])).toEqual(['up', 'left'])
    expect(timeline([...joinedTwice, told(media, 'dropped', 61 + evictionMs / 1000)])).toEqual([
      'up',
      'dropped',
    ])
  })
})

describe('hundreds of sessions', () => {
  const drops = (session: (n: number) => string, many: number): Told[] =>
    Array.from({ length: many }, (_, n) => [
      told(session(n), 'join', n * 60),
      told(session(n), n % 3 === 0 ? 'left' : 'dropped', n * 60 + 45),
    ]).flat()
  const plain = (n: number) => `lnk_${n}`

  it.each([
    ['pages', plain],
    ['one attendee', () => media],
  ])('of %s are folded without changing what is read of them', (_, session) => {
    const marks = drops(session, marksMost)
    const until = at(marksMost * 60)
    const folded = tell(marks)
    const kept = Object.values(folded.lines).flatMap((line) => line.marks)
    expect(kept.length).toBeLessThanOrEqual(marksMost)
    expect(folded.older.length).toBeGreaterThan(marksMost / 4)
    const expected = Array.from({ length: marksMost }, (_, n) => ({ from: at(n * 60), to: at(n * 60 + 45) }))
    const timeline = timelineOf(folded, until)
    expect(staysOf(timeline)).toEqual(expected)
    expect(timeline.filter(({ state }) => state === 'left')).toHaveLength(Math.ceil(marksMost / 3))
  })

  it('told again after folding change nothing', () => {
    const marks = drops(plain, marksMost)
    const folded = tell(marks)
    expect(tell(marks, folded)).toBe(folded)
  })

  it('keep a session that runs through all of it', () => {
    const folded = tell([told('lnk_long', 'join', 0), ...drops(plain, marksMost)])
    expect(openSessions(folded)).toEqual(['lnk_long'])
    expect(staysOf(timelineOf(folded, at(99_999)))).toEqual([{ from: at(0), to: at(99_999) }])
  })

  it('take little of an item', () => {
    const bytes = Buffer.byteLength(JSON.stringify(tell(drops(plain, 2_000))))
    expect(bytes).toBeLessThan(300_000)
  })
})

describe('a link stored by the first conferences', () => {
  it('loads with its stays and its open sessions', () => {
    const stored = {
      conferenceId: 'cnf_1',
      pointId: 'bpt_x',
      open: { lnk_b: at(100) },
      stays: [{ from: at(0), to: at(50) }],
      lastLeave: { at: at(50), how: 'dropped' },
      version: 3,
    }
    const loaded = Link.parse(stored)
    expect(timelineOf(loaded, at(200))).toEqual([
      { from: at(0), to: at(50), state: 'up' },
      { from: at(50), to: at(100), state: 'dropped' },
      { from: at(100), to: at(200), state: 'up' },
    ])
    expect(openSessions(loaded)).toEqual(['lnk_b'])
    expect(Link.parse(loaded)).toEqual(loaded)
  })
})
