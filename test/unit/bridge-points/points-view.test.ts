// The list of points: what is found, in what order, what is left out; any view shows each point at most once.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardLine, PointState } from '#functions/bridge-points/schema.ts'
import { sortings } from '#web/bridge-points/points-search.ts'
import { hasTrouble, viewOf } from '#web/bridge-points/points-view.rules.ts'

const line = (shortName: string, more: Partial<BoardLine> = {}): BoardLine => ({
  pointId: `bpt_${shortName}`,
  unitId: `unt_${shortName}`,
  name: `Công an xã ${shortName}`,
  shortName,
  kind: 'site',
  listed: 10,
  expected: 10,
  present: 8,
  online: 0,
  absent: 1,
  substituted: 1,
  unmarked: 0,
  state: 'connected',
  faults: [],
  ...more,
})

const ninhBinh = { province: { id: 'unt_ca-ninh-binh', name: 'Ninh Bình' } }
const giaVan = line('Gia Vân', { ...ninhBinh, state: 'lost', present: 2, absent: 8 })
const anBinh = line('An Bình', { province: { id: 'unt_ca-lao-cai', name: 'Lào Cai' }, unmarked: 4 })
const daNang = line('Đà Nẵng', { faults: ['sound'], state: 'fault', expected: 0, present: 0 })
const board = [anBinh, daNang, giaVan]
const placeOf = ({ province }: BoardLine) => province?.name ?? 'Khác'
const names = (view: Parameters<typeof viewOf>[1]) =>
  viewOf(board, view, placeOf).map(({ shortName }) => shortName)

describe('points', () => {
  it('are the whole board, as it is, where nothing is asked for', () => {
    expect(viewOf(board, {}, placeOf)).toBe(board)
  })

  it('are found by name and by province, with or without diacritics', () => {
    expect(names({ q: 'gia van' })).toEqual(['Gia Vân'])
    expect(names({ q: 'Đà nẵng' })).toEqual(['Đà Nẵng'])
    expect(names({ q: 'ninh binh' })).toEqual(['Gia Vân'])
    expect(names({ q: 'không có' })).toEqual([])
  })

  it('are filtered by state, by place, by need', () => {
    expect(names({ state: 'lost' })).toEqual(['Gia Vân'])
    expect(names({ place: 'Lào Cai' })).toEqual(['An Bình'])
    expect(names({ only: 'trouble' })).toEqual(['Đà Nẵng', 'Gia Vân'])
    expect(names({ only: 'unmarked' })).toEqual(['An Bình'])
    expect(names({ place: 'Lào Cai', only: 'trouble' })).toEqual([])
  })

  it('come by name as Vietnamese orders, by state with what needs somebody first, by who is missing', () => {
    expect(names({ sort: 'name' })).toEqual(['An Bình', 'Đà Nẵng', 'Gia Vân'])
    expect(names({ sort: 'state' })).toEqual(['Đà Nẵng', 'Gia Vân', 'An Bình'])
    expect(names({ sort: 'present' })).toEqual(['Gia Vân', 'An Bình', 'Đà Nẵng'])
    expect(names({ sort: 'absent', down: true })).toEqual(['An Bình', 'Đà Nẵng', 'Gia Vân'])
  })

  it('in any view are of the board, each once; the other way round holds the same', () => {
    const states: PointState[] = ['connected', 'lost', 'fault']
    const many = fc
      .uniqueArray(fc.nat(99), { maxLength: 20 })
      .map((all) => all.map((at) => line(`Điểm ${at}`, { state: states[at % 3] ?? 'lost', absent: at % 4 })))
    const view = fc.record({
      sort: fc.constantFrom(...sortings),
      state: fc.constantFrom(undefined, ...states),
    })
    fc.assert(
      fc.property(many, view, (lines, { sort, state }) => {
        const wanted = { sort, ...(state ? { state } : {}) }
        const shown = viewOf(lines, wanted, placeOf)
        const back = viewOf(lines, { ...wanted, down: true }, placeOf)
        expect(new Set(shown)).toEqual(new Set(back))
        expect(new Set(shown).size).toBe(shown.length)
        expect(shown).toHaveLength(lines.filter((one) => !state || one.state === state).length)
      }),
    )
  })

  it('need somebody when lost, silent or with a fault', () => {
    expect(board.filter(hasTrouble)).toEqual([daNang, giaVan])
    expect(hasTrouble(line('X', { state: 'unknown' }))).toBe(true)
  })
})
