// The floor's rules: one speaker whatever happens, the order of calling, the clock of a turn.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Conference } from '#functions/conferences/schema.ts'
import {
  byTurn,
  called,
  closed,
  currentTurn,
  endOf,
  extended,
  listOf,
  newRequest,
  opened,
  skipped,
  untouched,
  withdrawn,
  yielded,
} from '#functions/floor/rules.ts'
import type { Floor, FloorRequest } from '#functions/floor/schema.ts'
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

const open = opened(untouched(conference.id), conference, { budgetSeconds: 300 }, at(0))

describe('opening', () => {
  it('is for an item of the agenda; opening again moves it and keeps its beginning', () => {
    const again = opened(open, conference, { agendaItem: 'agd_papers', budgetSeconds: 60 }, at(9))
    expect(again).toMatchObject({
      open: true,
      openedAt: at(0),
      agendaItem: 'agd_papers',
      budgetSeconds: 60,
      version: 2,
    })
    const elsewhere = { agendaItem: 'agd_none', budgetSeconds: 60 }
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
    const end = yielded({ ...first, floor: extended(first.floor, 120) }, at(95))
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
    expect(() => extended(open, 60)).toThrow('floor-free')
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
type Deed = { verb: 'call' | 'yield' | 'skip' | 'withdraw' | 'close' | 'open'; of: number }

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
    close: () => ({ floor: closed(floor), requests }),
    open: () => ({ floor: opened(floor, conference, { budgetSeconds: 300 }, at(second)), requests }),
  }
  return deeds[verb]()
}

it('whatever is done in whatever order, never two speak, and the floor names the one who does', () => {
  const deed = fc.record({
    verb: fc.constantFrom('call', 'call', 'yield', 'skip', 'withdraw', 'close', 'open') as fc.Arbitrary<
      Deed['verb']
    >,
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
