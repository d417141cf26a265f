// A point's link and state: nothing a join or leave does erases what was, whatever the order.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boardLine,
  byBoardOrder,
  checked,
  joined,
  left,
  linkNow,
  newLink,
  newRow,
  silenceMs,
  stateOf,
  staysUntil,
  unionOf,
} from '#functions/bridge-points/rules.ts'
import type { BoardRow, Check, Point } from '#functions/bridge-points/stored.schema.ts'

const at = (minute: number) => new Date(Date.UTC(2022, 10, 23, 7, minute)).toISOString()
const link = newLink('cnf_1', 'bpt_x')

const point: Point = {
  id: 'bpt_ca-ninh-binh',
  conferenceId: 'cnf_1',
  unitId: 'unt_ca-ninh-binh',
  name: 'Công an tỉnh Ninh Bình',
  shortName: 'Ninh Bình',
  kind: 'site',
  startsAt: at(0),
  delegateIds: ['dlg_1', 'dlg_2'],
  version: 1,
}
const row = newRow(point)

describe('a link', () => {
  it('is up while any session is open: a second tablet leaving takes nothing away', () => {
    const both = joined(joined(link, 'lnk_a', at(0)), 'lnk_b', at(5))
    const one = left(both, 'lnk_a', at(9), 'left')
    expect(linkNow(one)).toEqual({ linkState: 'up', since: at(5) })
    expect(staysUntil(one, at(20))).toEqual([{ from: at(0), to: at(20) }])
  })

  it('keeps the earlier stay when the point comes back', () => {
    const back = joined(left(joined(link, 'lnk_a', at(0)), 'lnk_a', at(10), 'dropped'), 'lnk_b', at(15))
    expect(staysUntil(back, at(30))).toEqual([
      { from: at(0), to: at(10) },
      { from: at(15), to: at(30) },
    ])
  })

  it('refuses the end of a session that is not open', () => {
    expect(() => left(link, 'lnk_a', at(1), 'left')).toThrow('session-unknown')
  })

  it('shows the later of two checks, whichever arrived first', () => {
    const check = (minute: number, sound: 'pass' | 'fail'): Check => ({
      checks: { picture: 'pass', sound, network: 'pass' },
      at: at(minute),
      event: `evt_${minute}`,
    })
    const [early, late] = [check(1, 'fail'), check(2, 'pass')]
    expect(checked(checked(link, early), late).check).toEqual(late)
    expect(checked(checked(link, late), early).check).toEqual(late)
  })
})

describe('the union of stays', () => {
  const minutes = fc.array(fc.tuple(fc.nat(59), fc.nat(59)), { maxLength: 12 })
  const stays = (pairs: [number, number][]) =>
    pairs.map(([a, b]) => ({ from: at(Math.min(a, b)), to: at(Math.max(a, b)) }))

  it('does not depend on order, and of itself is itself', () => {
    fc.assert(
      fc.property(minutes, (pairs) => {
        const union = unionOf(stays(pairs))
        expect(unionOf(stays(pairs.toReversed()))).toEqual(union)
        expect(unionOf(union)).toEqual(union)
      }),
    )
  })

  it('covers exactly the minutes that some stay covers', () => {
    fc.assert(
      fc.property(minutes, fc.nat(59), (pairs, minute) => {
        const covers = (spans: { from: string; to: string }[]) =>
          spans.some(({ from, to }) => from <= at(minute) && at(minute) <= to)
        expect(covers(unionOf(stays(pairs)))).toBe(covers(stays(pairs)))
      }),
    )
  })
})

describe('the state of a point', () => {
  const state = (change: Partial<BoardRow>, now = at(10)) => stateOf({ ...row, ...change }, now)

  it('is one of six, a fault first', () => {
    expect(state({})).toBe('not-connected')
    expect(state({ checkedAt: at(1) })).toBe('checking')
    expect(state({ linkState: 'up', since: at(1), checkedAt: at(1) })).toBe('connected')
    expect(state({ linkState: 'left', since: at(1), checkedAt: at(1) })).toBe('not-connected')
    expect(state({ linkState: 'dropped', since: at(1) })).toBe('lost')
    expect(state({ linkState: 'up', faults: ['sound'] })).toBe('fault')
  })

  it('is unknown, not absent, when a connected page has fallen silent', () => {
    const heardAt = at(0)
    const later = (ms: number) => new Date(Date.parse(heardAt) + ms).toISOString()
    expect(state({ linkState: 'up', heardAt }, later(silenceMs))).toBe('connected')
    expect(state({ linkState: 'up', heardAt }, later(silenceMs + 1))).toBe('unknown')
  })
})

describe('the row', () => {
  it('expects the announced head count or the delegates entered, whichever is more', () => {
    expect(boardLine(row, at(0))).toMatchObject({ expected: 2, unmarked: 2 })
    expect(boardLine({ ...row, expected: 13, absent: 1 }, at(0))).toMatchObject({ expected: 13, unmarked: 1 })
  })

  it('stands after the centre and in Vietnamese order', () => {
    const named = (shortName: string, kind: 'site' | 'central' = 'site') => ({ ...row, shortName, kind })
    const rows = [named('Đà Nẵng'), named('Ninh Bình'), named('Bộ Công an', 'central'), named('Cần Thơ')]
    const order = rows.toSorted(byBoardOrder).map(({ shortName }) => shortName)
    expect(order).toEqual(['Bộ Công an', 'Cần Thơ', 'Đà Nẵng', 'Ninh Bình'])
  })
})
