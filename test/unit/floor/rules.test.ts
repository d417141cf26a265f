// The floor's rules: one speaker whatever happens, the order of calling, the clock of a turn.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Conference } from '#functions/conferences/schema.ts'
import { floorSuspended } from '#functions/floor/events.ts'
import { byTurn, closed, listOf, newRequest, nextOf, opened, untouched } from '#functions/floor/rules.ts'
import { type Floor, type FloorRequest, Opening } from '#functions/floor/schema.ts'
import { budgetOf, totalsOf } from '#functions/floor/time.rules.ts'
import {
  type Both,
  called as calledFor,
  currentTurn,
  endOf,
  extended,
  renamed,
  restored,
  skipped,
  suspended,
  undone,
  withdrawn,
  yielded,
} from '#functions/floor/turn.rules.ts'
import { Problem } from '#functions/shared/problem.ts'

const conference: Conference = {
  id: 'cnf_01GJH00000000000000000000A',
  title: ['Hội nghị thử'],
  hostUnitId: 'unt_bo-cong-an',
  level: 'ministry',
  form: 'online',
  classification: 'public',
  venue: 'Hà Nội',
  startsAt: '2022-11-23T07:00:00.000Z',
  agenda: [{ id: 'agd_papers', title: 'Tham luận', kind: 'contributions' }],
  state: 'in-session',
  chairs: [],
  agendaVersion: 0,
  sequence: 0,
  version: 4,
}

const at = (second: number) => new Date(Date.parse(conference.startsAt) + second * 1000).toISOString()

const made = (number: number, change: Partial<FloorRequest> = {}): FloorRequest => ({
  ...newRequest(
    {
      id: `flr_01GJH0000000000000000000${String(number).padStart(2, '0')}`,
      floor: untouched(conference.id),
      pointId: 'bpt_ca-ninh-binh',
      speaker: { display: 'Đại biểu' },
      askedBy: { sub: 'a', name: 'A' },
    },
    { unitId: 'unt_ca-ninh-binh', speaker: {}, kind: 'speech' },
  ),
  receivedAt: at(number),
  effectiveAt: at(number),
  ...change,
})

const opening = (fields: object = {}) => Opening.parse({ budgetSeconds: 300, ...fields })
const open = opened(untouched(conference.id), conference, opening(), at(0))
const called = (both: Both, startedAt: string) => calledFor(both, startedAt, 300)

describe('opening', () => {
  it('is for an item of the agenda; opening again moves it and keeps its beginning', () => {
    const again = opened(open, conference, opening({ agendaItem: 'agd_papers', budgetSeconds: 60 }), at(9))
    expect(again).toMatchObject({
      open: true,
      openedAt: at(0),
      agendaItem: 'agd_papers',
      budgetSeconds: 60,
      version: 2,
    })
    const elsewhere = opening({ agendaItem: 'agd_none' })
    expect(() => opened(open, conference, elsewhere, at(9))).toThrow('agenda-item-unknown')
  })

  it('leaves whoever speaks and whoever waits when it closes', () => {
    const { floor } = called({ floor: open, request: made(1) }, at(5))
    const shut = closed(floor)
    expect(shut).toMatchObject({ open: false, current: { requestId: made(1).id } })
    expect(() => closed(shut)).toThrow('floor-closed')
    const freed = yielded({ floor: shut, request: { ...made(1), state: 'speaking' } }, at(9)).floor
    expect(called({ floor: freed, request: made(2) }, at(10)).floor.current?.requestId).toBe(made(2).id)
  })
})

describe('a turn', () => {
  const first = called({ floor: open, request: made(1) }, at(10))

  it('starts the clock at the call and counts its seconds at the end', () => {
    expect(first.request).toMatchObject({ state: 'speaking', startedAt: at(10), budgetSeconds: 300 })
    const end = yielded({ ...first, floor: extended(first.floor, { seconds: 120 }) }, at(95))
    expect(end.request).toMatchObject({ state: 'done', endedAt: at(95), seconds: 85, budgetSeconds: 420 })
    expect(end.floor.current).toBeUndefined()
  })

  it('is never shorter than nothing, when a server clock stands behind', () => {
    expect(yielded(first, at(4)).request).toMatchObject({ seconds: 0, endedAt: at(10) })
  })

  it('ends with the session at the latest', () => {
    expect(endOf(conference, at(50))).toBe(at(50))
    expect(endOf({ ...conference, closedAt: at(30) }, at(50))).toBe(at(30))
  })

  it('refuses a second speaker, an unknown turn and a free floor', () => {
    expect(() => called({ floor: first.floor, request: made(2) }, at(11))).toThrow('floor-occupied')
    expect(() => currentTurn(first.floor, made(2).id)).toThrow('request-not-speaking')
    expect(() => currentTurn(open, undefined)).toThrow('floor-free')
    expect(() => extended(open, { seconds: 60 })).toThrow('floor-free')
    expect(() => called({ floor: open, request: first.request }, at(11))).toThrow('request-not-waiting')
  })

  it('passes over the waiting without touching the floor, over the called by freeing it', () => {
    const waiting = skipped({ floor: open, request: made(3) }, 'Vắng mặt', at(12))
    expect(waiting.floor).toBe(open)
    expect(waiting.request).toMatchObject({ state: 'skipped', reason: 'Vắng mặt' })
    const speaking = skipped(first, 'Mất tín hiệu', at(12))
    expect(speaking.floor.current).toBeUndefined()
    expect(speaking.request).toMatchObject({ state: 'skipped', seconds: 2 })
    expect(() => withdrawn(speaking.request)).toThrow('request-not-waiting')
  })
})

describe('a turn cut short', () => {
  const first = called({ floor: open, request: made(1) }, at(10))

  it('goes back to its place with the time that was left, and what was said counts', () => {
    const { floor, request } = suspended(first, 'link-lost', at(110))
    expect(floor.current).toBeUndefined()
    expect(request).toMatchObject({ state: 'waiting', effectiveAt: at(1), remainingSeconds: 200 })
    expect(request).not.toHaveProperty('startedAt')
    expect(listOf([made(2), request]).queue[0]?.id).toBe(request.id)
    expect(budgetOf({ floor, request, requests: [request], at: at(120) }, undefined)).toBe(200)
    const again = yielded(called({ floor, request }, at(200)), at(230)).request
    expect(totalsOf([again], at(300))).toMatchObject({ turns: 1, seconds: 130 })
  })

  it('is given a whole new turn when no time was left', () => {
    const { floor, request } = suspended(first, 'link-lost', at(900))
    expect(request.remainingSeconds).toBe(0)
    expect(budgetOf({ floor, request, requests: [request], at: at(901) }, undefined)).toBe(300)
  })

  it('is undone within a minute as if it had never been, later not', () => {
    const { floor, request } = undone(first, at(70))
    expect([floor.current, request.state, request.startedAt]).toEqual([undefined, 'waiting', undefined])
    expect(totalsOf([request], at(99))).toMatchObject({ turns: 0, seconds: 0 })
    expect(() => undone(first, at(71))).toThrow('undo-too-late')
    expect(() => undone({ floor: open, request: made(1) }, at(12))).toThrow('floor-free')
    expect(() => undone({ ...first, request: made(2) }, at(12))).toThrow('request-not-speaking')
  })

  it('that was passed over may be put back, what was said included', () => {
    const { request } = skipped(first, 'Mất tín hiệu', at(40))
    const back = restored(request)
    expect(back).toMatchObject({ state: 'waiting', effectiveAt: at(1) })
    expect(back).not.toHaveProperty('reason')
    expect(totalsOf([back], at(99)).seconds).toBe(30)
    expect(() => restored(back)).toThrow('request-not-skipped')
    expect(restored(skipped({ floor: open, request: made(3) }, 'Vắng', at(5)).request)).not.toHaveProperty(
      'earlier',
    )
  })
})

describe('who really speaks', () => {
  const speaker = { display: 'Người khác' }

  it('is named while waiting or speaking, on the floor as well, never afterwards', () => {
    const waiting = renamed({ floor: open, request: made(1) }, speaker)
    expect([waiting.floor, waiting.request.speaker]).toEqual([open, speaker])
    const speaking = renamed(called({ floor: open, request: made(1) }, at(3)), speaker)
    expect(speaking.floor.current?.speaker).toEqual(speaker)
    const over = yielded(called({ floor: open, request: made(1) }, at(3)), at(5))
    expect(() => renamed(over, speaker)).toThrow('request-not-waiting')
  })
})

describe('the time of whoever went on for another', () => {
  it('is each one’s own, and the unit’s together', () => {
    const [first, second] = [
      { display: 'Đại tá A', personId: 'prs_a' },
      { display: 'Thượng tá B', personId: 'prs_b' },
    ]
    const cut = suspended(
      called({ floor: open, request: made(1, { speaker: first }) }, at(10)),
      'link-lost',
      at(110),
    )
    const handed = renamed(cut, second)
    const again = suspended(called(handed, at(200)), 'other', at(230))
    const { request } = yielded(called(again, at(300)), at(305))
    expect(totalsOf([request], at(999))).toMatchObject({
      turns: 1,
      seconds: 135,
      units: [{ turns: 1, seconds: 135 }],
      speakers: [
        { personId: 'prs_a', turns: 1, seconds: 100 },
        { personId: 'prs_b', turns: 1, seconds: 35 },
      ],
    })
    expect(totalsOf([renamed(cut, second).request], at(999)).speakers).toMatchObject([{ personId: 'prs_a' }])
    expect(floorSuspended(again.request).data.speaker).toBe('Thượng tá B')
  })
})

describe('time', () => {
  const limited = opened(open, conference, opening({ unitBudgetSeconds: 400 }), at(1))
  const spoke = (number: number, from: number, to: number, fields: Partial<FloorRequest> = {}) =>
    made(number, { state: 'done', startedAt: at(from), endedAt: at(to), seconds: to - from, ...fields })
  const budget = (requests: FloorRequest[], request = made(9), said?: number) =>
    budgetOf({ floor: limited, request, requests: [...requests, request], at: at(999) }, said)

  it('of a turn is never more than its unit has left; the chair goes above that', () => {
    expect(budget([])).toBe(300)
    expect(budget([spoke(1, 0, 250)])).toBe(150)
    expect(() => budget([spoke(1, 0, 250), spoke(2, 300, 450)])).toThrow('unit-time-spent')
    expect(budget([spoke(1, 0, 400)], made(9), 60)).toBe(60)
    expect(budget([spoke(1, 0, 400, { unitId: 'unt_ca-thanh-hoa' })])).toBe(300)
  })

  it('of points of order is their own', () => {
    expect(budget([spoke(1, 0, 400)], made(9, { kind: 'point-of-order' }))).toBe(120)
    expect(budget([spoke(1, 0, 400, { kind: 'point-of-order' })])).toBe(300)
  })

  it('is told by unit and by person, the running turn included', () => {
    const soan = { display: 'Đại tá Đinh Trọng Soạn', personId: 'prs_1' }
    const totals = totalsOf(
      [
        spoke(1, 0, 60, { speaker: soan }),
        spoke(2, 100, 130, { unitId: 'unt_ca-thanh-hoa' }),
        made(3, { state: 'speaking', startedAt: at(200), speaker: soan }),
        made(4),
      ],
      at(250),
    )
    expect(totals).toEqual({
      turns: 3,
      seconds: 140,
      units: [
        { unitId: 'unt_ca-ninh-binh', turns: 2, seconds: 110 },
        { unitId: 'unt_ca-thanh-hoa', turns: 1, seconds: 30 },
      ],
      speakers: [
        { unitId: 'unt_ca-ninh-binh', display: soan.display, personId: 'prs_1', turns: 2, seconds: 110 },
        { unitId: 'unt_ca-thanh-hoa', display: 'Đại biểu', turns: 1, seconds: 30 },
      ],
    })
  })
})

describe('the next to call', () => {
  it('is the first whose point is connected; a lost one keeps its place', () => {
    const [lost, next] = [made(1, { pointId: 'bpt_lost' }), made(2)]
    expect(nextOf([next, lost], new Set(['bpt_lost'])).id).toBe(next.id)
    expect(nextOf([next, lost], new Set()).id).toBe(lost.id)
    expect(() => nextOf([lost], new Set(['bpt_lost']))).toThrow('nobody-waiting')
  })
})

const someRequest = fc
  .record({
    number: fc.integer({ min: 0, max: 99 }),
    kind: fc.constantFrom('speech' as const, 'point-of-order' as const),
    second: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ number, kind, second }) => made(number, { kind, effectiveAt: at(second) }))

describe('the order of calling', () => {
  it('puts points of order first, then who asked first, then the id', () => {
    const order = made(3, { kind: 'point-of-order', effectiveAt: at(9) })
    const [late, early] = [made(1, { effectiveAt: at(5) }), made(2, { effectiveAt: at(4) })]
    const twin = made(4, { effectiveAt: at(4) })
    const spoken = made(5, { state: 'done', startedAt: at(1) })
    expect(listOf([late, twin, spoken, order, early])).toEqual({
      queue: [order, early, twin, late],
      done: [spoken],
      skipped: [],
    })
  })

  it('is the same from whatever order the store answers in', () => {
    const distinct = fc.uniqueArray(someRequest, { selector: ({ id }) => id, maxLength: 20 })
    const shuffled = distinct.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(listOf(other).queue).toEqual(listOf(list).queue)
        for (const [index, request] of listOf(list).queue.slice(1).entries())
          expect(byTurn(listOf(list).queue[index] as FloorRequest, request)).toBeLessThan(0)
      }),
    )
  })
})

type World = { floor: Floor; requests: FloorRequest[] }
const verbs = [
  'call',
  'call',
  'yield',
  'skip',
  'withdraw',
  'close',
  'open',
  'undo',
  'suspend',
  'restore',
] as const
type Deed = { verb: (typeof verbs)[number]; of: number }

const done = ({ floor, requests }: World, { verb, of }: Deed, second: number): World => {
  const request = requests[of % requests.length] as FloorRequest
  const replaced = (both: { floor: Floor; request: FloorRequest }): World => ({
    floor: both.floor,
    requests: requests.map((one) => (one.id === both.request.id ? both.request : one)),
  })
  const speaking = requests.find(({ id }) => id === floor.current?.requestId) ?? request
  const deeds = {
    call: () => replaced(called({ floor, request }, at(second))),
    yield: () => replaced(yielded({ floor, request: speaking }, at(second))),
    skip: () => replaced(skipped({ floor, request }, 'Vắng mặt', at(second))),
    withdraw: () => replaced({ floor, request: withdrawn(request) }),
    undo: () => replaced(undone({ floor, request: speaking }, at(second))),
    suspend: () => replaced(suspended({ floor, request: speaking }, 'link-lost', at(second))),
    restore: () => replaced({ floor, request: restored(request) }),
    close: () => ({ floor: closed(floor), requests }),
    open: () => ({ floor: opened(floor, conference, opening(), at(second)), requests }),
  }
  return deeds[verb]()
}

it('whatever is done in whatever order, never two speak, and the floor names the one who does', () => {
  const deed = fc.record({
    verb: fc.constantFrom(...verbs),
    of: fc.nat(5),
  })
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      let world: World = { floor: open, requests: [1, 2, 3, 4, 5, 6].map((number) => made(number)) }
      for (const [second, one] of deeds.entries()) {
        const before = world.floor.version
        try {
          world = done(world, one, second)
        } catch (error) {
          expect(error).toBeInstanceOf(Problem)
        }
        const speaking = world.requests.filter(({ state }) => state === 'speaking').map(({ id }) => id)
        expect(speaking).toEqual(world.floor.current ? [world.floor.current.requestId] : [])
        expect(world.floor.version - before).toBeGreaterThanOrEqual(0)
        expect(world.floor.version - before).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 500 },
  )
})
