// What state a point is in, and how its row is shown.
import { describe, expect, it } from 'vitest'
import { silenceMs } from '#functions/bridge-points/link.rules.ts'
import { boardLine, byBoardOrder, newRow, stateOf } from '#functions/bridge-points/rules.ts'
import type { BoardRow, Point } from '#functions/bridge-points/stored.schema.ts'

const at = (minute: number) => new Date(Date.UTC(2022, 10, 23, 7, minute)).toISOString()

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

describe('the state of a point', () => {
  const state = (change: Partial<BoardRow>, now = at(10)) => stateOf({ ...row, ...change }, now)
  const heardAt = at(0)
  const later = (ms: number) => new Date(Date.parse(heardAt) + ms).toISOString()

  it('is one of six, by what needs somebody most', () => {
    expect(state({})).toBe('not-connected')
    expect(state({ checkedAt: at(1) })).toBe('checking')
    expect(state({ linkState: 'up', since: at(1), checkedAt: at(1) })).toBe('connected')
    expect(state({ linkState: 'left', since: at(1), checkedAt: at(1) })).toBe('not-connected')
    expect(state({ linkState: 'dropped', since: at(1) })).toBe('lost')
    expect(state({ linkState: 'unknown', since: at(1) })).toBe('unknown')
    expect(state({ linkState: 'up', openFaults: ['sound'] })).toBe('fault')
  })

  it('is lost before it is a fault, and a fault before it is unknown', () => {
    expect(state({ linkState: 'dropped', openFaults: ['sound'] })).toBe('lost')
    expect(state({ openFaults: ['link'] })).toBe('lost')
    expect(state({ linkState: 'up', heardAt, openFaults: ['link'] }, later(silenceMs + 1))).toBe('lost')
    expect(state({ linkState: 'up', openFaults: ['link'] })).toBe('fault')
    expect(state({ linkState: 'up', heardAt, openFaults: ['picture'] }, later(silenceMs + 1))).toBe('fault')
    expect(state({ linkState: 'left', openFaults: ['picture'] })).toBe('fault')
  })

  it('is no fault for a check that failed: that is to be seen to before the point connects', () => {
    expect(state({ checkedAt: at(1), failed: ['sound'] })).toBe('checking')
    expect(state({ linkState: 'up', checkedAt: at(1), failed: ['sound'] })).toBe('connected')
  })

  it('is unknown, not absent, when a connected page has fallen silent: since it was last heard of', () => {
    expect(state({ linkState: 'up', heardAt }, later(silenceMs))).toBe('connected')
    expect(state({ linkState: 'up', heardAt }, later(silenceMs + 1))).toBe('unknown')
    const silent = { ...row, linkState: 'up' as const, since: at(-5), heardAt }
    expect(boardLine(silent, later(silenceMs + 1))).toMatchObject({ state: 'unknown', since: heardAt })
    expect(boardLine(silent, later(silenceMs))).toMatchObject({ state: 'connected', since: at(-5) })
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
