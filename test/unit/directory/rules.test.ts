// Names of the day, search by any name, and the order in which records list people.
import { describe, expect, it } from 'vitest'
import { searchUnits } from '#functions/directory/find-units.rules.ts'
import type { Identity } from '#functions/directory/persons.schema.ts'
import { byPrecedence } from '#functions/directory/precedence.rules.ts'
import { formalName, matchRank, standsOn, superiorOn, unitNameOn } from '#functions/directory/rules.ts'
import { units } from '#functions/directory/units.data.ts'

const found = (q: string, day = '2022-11-23') => searchUnits(units, day, q)
const unit = (id: string) => {
  const seed = units.find((candidate) => candidate.id === id)
  if (!seed) throw new Error(id)
  return seed
}

describe('a unit', () => {
  it('is called what it was called that day, the last day of a name included', () => {
    const hue = unit('unt_ca-hue')
    expect(unitNameOn(hue, '2024-12-31')).toBe('Công an tỉnh Thừa Thiên Huế')
    expect(unitNameOn(hue, '2025-01-01')).toBe('Công an thành phố Huế')
    expect(unitNameOn(hue, '1990-01-01')).toBe('Công an tỉnh Thừa Thiên Huế')
  })

  it('has the agency above it on its papers, but for a ministry and a committee', () => {
    const byId = new Map(units.map((one) => [one.id, one]))
    const above = (id: string) => superiorOn(unit(id), '2022-11-23', byId)
    expect([above('unt_ca-hue'), above('unt_bo-cong-an')]).toEqual(['Bộ Công an', undefined])
    const committee = units.find(({ type }) => type === 'committee')
    expect(committee && superiorOn(committee, '2022-11-23', byId)).toBeUndefined()
  })

  it('stands up to its last day', () => {
    expect([
      standsOn(unit('unt_ca-ha-nam'), '2025-06-30'),
      standsOn(unit('unt_ca-ha-nam'), '2025-07-01'),
    ]).toEqual([true, false])
  })

  it('is found by an earlier or later name, with or without diacritics', () => {
    expect(found('Thành phố Huế')).toMatchObject([{ id: 'unt_ca-hue', name: 'Công an tỉnh Thừa Thiên Huế' }])
    expect(found('thua thien', '2026-01-01')).toMatchObject([
      { name: 'Công an thành phố Huế', through: 'Thừa Thiên Huế' },
    ])
    expect(found('dak lak')[0]).toMatchObject({ shortName: 'Đắk Lắk' })
  })

  it('is found through those it took in, once it has', () => {
    expect(found('hà nam').map(({ id }) => id)).toEqual(['unt_ca-ha-nam'])
    expect(found('hà nam', '2025-07-01').map(({ id }) => id)).toEqual(['unt_ca-ninh-binh'])
  })

  it('comes first when the name is exact, then by prefix, word and part', () => {
    expect(['ninh binh', 'ninh', 'binh', 'inh'].map((query) => matchRank('ninh binh', query))).toEqual([
      0, 1, 2, 3,
    ])
    expect(matchRank('ninh binh', 'hue')).toBeUndefined()
    expect(found('quảng').map(({ shortName }) => shortName)).toEqual([
      'Quảng Bình',
      'Quảng Nam',
      'Quảng Ngãi',
      'Quảng Ninh',
      'Quảng Trị',
      'Tuyên Quang',
      'UBND tỉnh Tuyên Quang',
    ])
  })
})

describe('a person', () => {
  const hung: Identity = {
    name: 'Lê Quốc Hùng',
    rank: 'Trung tướng',
    partyTitle: 'Uỷ viên Trung ương Đảng',
    stateTitle: 'Thứ trưởng Bộ Công an',
  }
  const lam: Identity = { name: 'Nguyễn Lam', stateTitle: 'Phó Trưởng Ban Dân vận Trung ương' }
  const soan: Identity = { name: 'Đinh Trọng Soạn', rank: 'Đại tá', stateTitle: 'Phó Giám đốc Công an tỉnh' }

  it('is named in full, or by position when no name is known', () => {
    expect(formalName(hung)).toBe('Trung tướng Lê Quốc Hùng, Uỷ viên Trung ương Đảng, Thứ trưởng Bộ Công an')
    expect(formalName({ stateTitle: 'Giám đốc' })).toBe('Giám đốc')
  })

  it('is listed by Party title, State title, rank and given name', () => {
    const list = [soan, { name: 'Trần B' }, lam, { name: 'Phạm A' }, hung]
    expect(list.toSorted(byPrecedence).map(({ name }) => name)).toEqual([
      'Lê Quốc Hùng',
      'Nguyễn Lam',
      'Đinh Trọng Soạn',
      'Phạm A',
      'Trần B',
    ])
  })

  it('stands after the head as a deputy, by rank among equals, however u and y are spelt', () => {
    const heads = [{ stateTitle: 'Phó Giám đốc' }, { stateTitle: 'Giám đốc' }]
    expect(heads.toSorted(byPrecedence)[0]).toEqual({ stateTitle: 'Giám đốc' })
    const secretaries = [{ partyTitle: 'Phó Bí thư Tỉnh ủy' }, { partyTitle: 'Bí thư Tỉnh uỷ' }]
    expect(secretaries.toSorted(byPrecedence)[0]).toEqual({ partyTitle: 'Bí thư Tỉnh uỷ' })
    const ranks = [{ rank: 'Thượng tá' }, { rank: 'Đại tá' }, { rank: 'Thiếu tướng' }]
    expect(ranks.toSorted(byPrecedence).map(({ rank }) => rank)).toEqual([
      'Thiếu tướng',
      'Đại tá',
      'Thượng tá',
    ])
    expect(
      byPrecedence({ partyTitle: 'Ủy viên Trung ương Đảng' }, { partyTitle: 'Uỷ viên Trung ương Đảng' }),
    ).toBe(0)
  })
})
