// What the board adds up and when it turns by itself.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boardOf, nextTurn } from '#functions/bridge-points/board.rules.ts'
import { Board } from '#functions/bridge-points/board.schema.ts'
import { silenceMs } from '#functions/bridge-points/link.rules.ts'
import { stateOf } from '#functions/bridge-points/rules.ts'
import type { BoardRow } from '#functions/bridge-points/stored.schema.ts'

const at = '2022-11-23T07:30:00.000Z'
const later = (ms: number, from = at) => new Date(Date.parse(from) + ms).toISOString()

const row = (slug: string, more: Partial<BoardRow> = {}): BoardRow => ({
  pointId: `bpt_${slug}`,
  conferenceId: 'cnf_01GJJQXJ8G0000000000000000',
  unitId: `unt_${slug}`,
  name: `Công an ${slug}`,
  shortName: slug,
  kind: 'site',
  listed: 10,
  linkState: 'never',
  present: 0,
  online: 0,
  absent: 0,
  substituted: 0,
  ...more,
})

describe('the board', () => {
  it('counts points by state, faults, and people as their lines do', () => {
    const rows = [
      row('a', { linkState: 'up', present: 7, online: 2, absent: 1, heads: 9 }),
      row('b', { linkState: 'up', openFaults: ['picture', 'sound'], substituted: 1 }),
      row('c', { linkState: 'dropped', expected: 30 }),
      row('d', { kind: 'central', checkedAt: at }),
    ]
    const { totals, items } = boardOf(rows, at)
    expect(items.map(({ shortName }) => shortName)).toEqual(['d', 'a', 'b', 'c'])
    expect(totals).toEqual({
      points: 4,
      states: { 'not-connected': 0, checking: 1, connected: 1, lost: 1, unknown: 0, fault: 1 },
      faults: 2,
      expected: 60,
      present: 7,
      online: 2,
      absent: 1,
      substituted: 1,
      unmarked: 31,
      heads: 9,
    })
    expect(Board.parse({ number: 1, builtAt: at, totals, items })).toEqual({
      number: 1,
      builtAt: at,
      totals,
      items,
    })
  })

  it('says the same whatever the order of the rows', () => {
    const rows = ['a', 'b', 'c', 'đ', 'e'].map((slug, place) => row(slug, { present: place }))
    const shuffled = fc.shuffledSubarray(rows, { minLength: rows.length })
    fc.assert(
      fc.property(shuffled, (some) => {
        expect(boardOf(some, at)).toEqual(boardOf(rows, at))
      }),
    )
  })
})

describe('the next turn', () => {
  const heard = (slug: string, ago: number, more: Partial<BoardRow> = {}) =>
    row(slug, { linkState: 'up', heardAt: later(-ago), ...more })

  it('is when the first of the points heard of has been silent for too long', () => {
    expect(nextTurn([row('a'), row('b', { linkState: 'left' })], at)).toBeUndefined()
    const turn = nextTurn([heard('a', 10_000), heard('b', 40_000), heard('c', 91_000)], at)
    expect(turn).toBe(later(silenceMs - 40_000 + 1))
  })

  it('is as far away for a connected point that was not heard of yet: its first heartbeat writes no row', () => {
    const joined = (ago: number) => row('a', { linkState: 'up', since: later(-ago) })
    expect(nextTurn([joined(5_000)], at)).toBe(later(silenceMs))
    expect(nextTurn([joined(5_000), heard('b', 80_000)], at)).toBe(later(10_001))
    expect(nextTurn([joined(24 * 3_600_000)], at)).toBeUndefined()
  })

  it('is no moment at which nothing is seen to change: a fault hides the silence', () => {
    expect(nextTurn([heard('a', 10_000, { openFaults: ['sound'] })], at)).toBeUndefined()
    expect(nextTurn([heard('a', 10_000, { linkState: 'left' })], at)).toBeUndefined()
  })

  it('is the very first moment after which a state differs', () => {
    const rows = fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(rows, (agos) => {
        const all = agos.map((ago, place) => heard(`p${place}`, ago))
        const states = (moment: string) => all.map((one) => stateOf(one, moment))
        const turn = nextTurn(all, at)
        expect(states(turn ? later(-1, turn) : later(1_000_000))).toEqual(states(at))
        if (turn) expect(states(turn)).not.toEqual(states(at))
      }),
    )
  })
})
