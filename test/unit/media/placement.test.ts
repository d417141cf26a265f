// Who sits where: nobody twice, no meeting beyond its seats, whoever sits stays, and nobody is left while there is room.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placed, type Room, type Wanted, wantedOf } from '#functions/media/placement.rules.ts'

const house: Wanted[] = ['chair', 'desk'].map((seat) => ({ seat, first: true }))
const wanting = (firsts: number, communes: number, provinces = 3): Wanted[] => [
  ...house,
  ...Array.from({ length: firsts }, (_, at) => ({ seat: `p${at}`, first: true, province: `t${at}` })),
  ...Array.from({ length: communes }, (_, at) => ({
    seat: `c${at}`,
    first: false,
    province: `t${at % provinces}`,
  })),
]
const none = new Map<string, number>()
const usual: Room = { attendeesMost: 250, promotionSeats: 10, replicasMost: 20 }

const countIn = (seats: ReadonlyMap<string, number>, index: number) =>
  [...seats.values()].filter((at) => at === index).length

describe('a nation', () => {
  const { seats, left } = placed(wanting(34, 3_319, 34), none, usual)

  it('is seen from the centre by its provinces, and its communes watch from fourteen replicas', () => {
    expect(left).toEqual([])
    expect(countIn(seats, 0)).toBe(36)
    expect(Math.max(...seats.values())).toBe(14)
  })

  it('has a province in one replica, or in two where one is full', () => {
    const replicasOf = (province: number) =>
      new Set(
        [...seats]
          .filter(([seat]) => seat.startsWith('c') && Number(seat.slice(1)) % 34 === province)
          .map(([, at]) => at),
      )
    for (let province = 0; province < 34; province++) expect(replicasOf(province).size).toBeLessThanOrEqual(2)
  })
})

it('sits in the primary altogether where it has room for all, its communes too', () => {
  const { seats } = placed(wanting(5, 60), none, usual)
  expect([...new Set(seats.values())]).toEqual([0])
})

it('leaves those for whom no replica is granted, and seats all others', () => {
  const { seats, left } = placed(wanting(34, 3_319), none, { ...usual, replicasMost: 4 })
  expect(seats.size).toBe(36 + 1_000)
  expect(left).toHaveLength(2_319)
})

it('takes the centre, ministry units and provinces as those who are seen, and withdrawn points as nobody', () => {
  const row = { kind: 'site' as const, province: { id: 'unt_t', name: 'T' } }
  const rows = [
    { ...row, pointId: 'centre', unitId: 'unt_x', kind: 'central' as const },
    { pointId: 'ministry', unitId: 'unt_m', kind: 'site' as const },
    { ...row, pointId: 'province', unitId: 'unt_t' },
    { ...row, pointId: 'commune', unitId: 'unt_c' },
    { ...row, pointId: 'gone', unitId: 'unt_g', withdrawnAt: '2022-11-23T07:00:00.000Z' },
  ]
  expect(wantedOf(rows).map(({ seat, first }) => [seat, first])).toEqual([
    ['chair', true],
    ['desk', true],
    ['centre', true],
    ['ministry', true],
    ['province', true],
    ['commune', false],
  ])
})

const rooms = fc.record({
  attendeesMost: fc.integer({ min: 4, max: 30 }),
  promotionSeats: fc.integer({ min: 0, max: 2 }),
  replicasMost: fc.integer({ min: 0, max: 5 }),
})
const sizes = fc.tuple(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 120 }),
  fc.integer({ min: 1, max: 9 }),
)

const most = (room: Room, index: number) => room.attendeesMost - (index === 0 ? room.promotionSeats : 0)

it('never puts anybody twice, too many into a meeting, or leaves somebody while there is room', () => {
  fc.assert(
    fc.property(rooms, sizes, (room, [firsts, communes, provinces]) => {
      const wanted = wanting(firsts, communes, provinces)
      const { seats, left } = placed(wanted, none, room)
      expect(seats.size + left.length).toBe(wanted.length)
      expect(new Set([...seats.keys(), ...left]).size).toBe(wanted.length)
      for (let index = 0; index <= room.replicasMost; index++)
        expect(countIn(seats, index)).toBeLessThanOrEqual(most(room, index))
      expect(Math.max(...seats.values())).toBeLessThanOrEqual(room.replicasMost)
      expect([seats.get('chair'), seats.get('desk')]).toEqual([0, 0])
      if (left.length > 0)
        for (let index = 1; index <= room.replicasMost; index++)
          expect(countIn(seats, index)).toBe(most(room, index))
    }),
  )
})

it('moves nobody who sits, whoever comes or goes', () => {
  fc.assert(
    fc.property(rooms, sizes, sizes, fc.integer({ min: 1, max: 7 }), (room, first, second, gone) => {
      const before = placed(wanting(...first), none, room)
      const wanted = wanting(...second).filter((_, at) => at < 2 || at % gone !== 0)
      const after = placed(wanted, before.seats, room)
      const there = new Set(wanted.map(({ seat }) => seat))
      for (const [seat, index] of before.seats)
        expect(after.seats.get(seat)).toBe(there.has(seat) ? index : undefined)
      for (let index = 0; index <= room.replicasMost; index++)
        expect(countIn(after.seats, index)).toBeLessThanOrEqual(most(room, index))
    }),
  )
})
