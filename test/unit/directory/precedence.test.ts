// Who is named before whom: the five reports' lists, every way titles are written, and that the order is total.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byPrecedence, type Placed, precedenceKey } from '#functions/directory/precedence.rules.ts'

const shuffled = (list: readonly Placed[]) => [...list.slice(1).toReversed(), ...list.slice(0, 1)]
const ordered = (list: readonly Placed[]) => {
  expect(shuffled(list).toSorted(byPrecedence)).toEqual(list)
  expect(list.toReversed().toSorted(byPrecedence)).toEqual(list)
}
const parties = (...titles: string[]) => ordered(titles.map((partyTitle) => ({ partyTitle })))
const states = (...titles: string[]) => ordered(titles.map((stateTitle) => ({ stateTitle })))

describe('the reports name people in this order', () => {
  it('Hải Dương, 07/3/2017', () => {
    ordered([
      {
        name: 'Nguyễn Mạnh Hiển',
        partyTitle: 'Ủy viên Trung ương Đảng, Bí Thư Tỉnh ủy',
        stateTitle: 'Chủ tịch Hội đồng nhân dân tỉnh Hải Dương',
      },
      { rank: 'Trung tướng', name: 'Nguyễn Văn Sơn', stateTitle: 'Thứ trưởng Bộ Công an' },
      { name: 'Nguyễn Dương Thái', stateTitle: 'Chủ tịch UBND tỉnh Hải Dương' },
      { rank: 'Đại tá', name: 'Bùi Ngọc Phi', stateTitle: 'Giám đốc Công an tỉnh Hải Dương' },
    ])
  })

  it('Gia Viễn, 23/02/2023', () => {
    ordered([
      { name: 'Lưu Thị Huyền', partyTitle: 'Phó Bí thư Thường trực Huyện ủy' },
      { name: 'Vũ Thị Dược', partyTitle: 'Huyện ủy viên', stateTitle: 'Phó Chủ tịch UBND huyện' },
      { stateTitle: 'Lãnh đạo Phòng nghiệp vụ Công an tỉnh' },
    ])
  })

  it('Hà Giang, 6/11/2020: those who chair, by their State titles; who has a Party title stands before', () => {
    ordered([
      {
        name: 'Chúng Thị Chiên',
        partyTitle: 'Ủy viên BTV Tỉnh ủy',
        stateTitle: 'Phó Chủ tịch Thường trực HĐND tỉnh',
      },
      {
        name: 'Trần Đức Quý',
        stateTitle:
          'Phó Chủ tịch UBND tỉnh, Trưởng Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và thực hiện phong trào bảo vệ ANTQ tỉnh',
      },
      { rank: 'Đại tá', name: 'Phan Huy Ngọc', stateTitle: 'Giám đốc Công an tỉnh' },
    ])
  })

  it('Vĩnh Phúc', () => {
    ordered([
      { rank: 'Trung tướng', name: 'Nguyễn Văn Sơn', stateTitle: 'Thứ trưởng Bộ Công an' },
      { name: 'Nguyễn Văn Trì', stateTitle: 'Chủ tịch UBND tỉnh Vĩnh Phúc' },
    ])
  })

  it('Bộ Công an, 23/11/2022', () => {
    ordered([
      {
        rank: 'Trung tướng',
        name: 'Lê Quốc Hùng',
        partyTitle: 'Uỷ viên Trung ương Đảng',
        stateTitle: 'Thứ trưởng Bộ Công an',
      },
      { name: 'Nguyễn Lam', stateTitle: 'Phó Trưởng Ban Dân vận Trung ương' },
      { rank: 'Đại tá', name: 'Đinh Trọng Soạn', stateTitle: 'Phó Giám đốc Công an tỉnh' },
    ])
  })

  it('and count the Party titles of those who came to the festival in this one', () => {
    parties(
      'Ủy viên Bộ Chính trị',
      'Uỷ viên Ban Bí thư',
      'Ủy viên Trung ương Đảng',
      'Ủy viên Ban Thường vụ Tỉnh ủy',
      'Ủy viên Ban Thường vụ Huyện ủy',
    )
  })
})

describe('titles', () => {
  it.each([
    ['Uỷ viên TW Đảng', 'Ủy viên Trung ương Đảng', 'uy vien trung uong dang', 'UVTW Đảng', 'Ủy viên TƯ Đảng'],
    ['Ủy viên Bộ Chính trị', 'UVBCT', 'Uỷ viên BCT', 'ỦY VIÊN BỘ CHÍNH TRỊ'],
    ['Bí thư Tỉnh ủy', 'Bí Thư Tỉnh uỷ', 'bi thu tinh uy', 'Bí thư Tỉnh ủy Hải Dương'],
    ['Phó Bí thư Tỉnh ủy', 'PBT Tỉnh uỷ'],
    ['Ủy viên Ban Thường vụ Tỉnh ủy', 'Uỷ viên BTV Tỉnh uỷ', 'UVBTV Tỉnh ủy'],
    ['Bí thư Thành ủy Hà Nội', 'Bí thư Tỉnh ủy'],
    ['Bí thư Thành ủy Ninh Bình', 'Bí thư Huyện ủy'],
  ])('of the Party are one, however written: %s', (...spellings) => {
    const [first = 0] = precedenceKey({ partyTitle: spellings[0] })
    expect(first).toBeLessThan(1_000)
    expect(spellings.map((partyTitle) => precedenceKey({ partyTitle })[0])).toEqual(
      spellings.map(() => first),
    )
  })

  it.each([
    ['Thứ trưởng', 'Thứ trưởng Bộ Công an', 'thu truong', 'Quyền Thứ trưởng', 'Phó Trưởng Ban Dân vận TW'],
    ['Chủ tịch UBND tỉnh', 'Chủ tịch Uỷ ban nhân dân tỉnh Vĩnh Phúc', 'CT UBND TP. Hồ Chí Minh'],
    ['Chủ tịch UBND huyện', 'Chủ tịch UBND thành phố Tam Điệp', 'Chủ tịch UBND thị xã Bình Long'],
    ['Phó Giám đốc Công an tỉnh', 'PGĐ CA tỉnh', 'Đồng chí Phó Giám đốc Công an thành phố Huế'],
    ['Phó Trưởng phòng', 'Phó trưởng phòng PV05, Công an tỉnh'],
  ])('of the State are one, however written: %s', (...spellings) => {
    const first = precedenceKey({ stateTitle: spellings[0] })[1]
    expect(first).toBeLessThan(1_000)
    expect(spellings.map((stateTitle) => precedenceKey({ stateTitle })[1])).toEqual(
      spellings.map(() => first),
    )
  })

  it('fall from the head to the deputy, from the standing deputy to the others, from the centre to the commune', () => {
    parties(
      'Tổng Bí thư',
      'Ủy viên Bộ Chính trị',
      'Ủy viên Ban Bí thư',
      'Ủy viên Trung ương Đảng',
      'Ủy viên dự khuyết Trung ương Đảng',
      'Bí thư Tỉnh ủy',
      'Phó Bí thư Thường trực Tỉnh ủy',
      'Phó Bí thư Tỉnh ủy',
      'Ủy viên Ban Thường vụ Tỉnh ủy',
      'Tỉnh ủy viên',
      'Bí thư Huyện ủy',
      'Phó Bí thư Huyện ủy',
      'Huyện ủy viên',
      'Bí thư Đảng ủy phường',
      'Bí thư Chi bộ',
    )
    states(
      'Chủ tịch nước',
      'Thủ tướng Chính phủ',
      'Phó Thủ tướng',
      'Bộ trưởng Bộ Công an',
      'Thứ trưởng Thường trực',
      'Thứ trưởng',
      'nguyên Thứ trưởng Bộ Công an',
      'Chủ tịch HĐND tỉnh',
      'Chủ tịch UBND tỉnh',
      'Phó Chủ tịch Thường trực HĐND tỉnh',
      'Phó Chủ tịch UBND tỉnh',
      'Cục trưởng',
      'Giám đốc Công an tỉnh',
      'Phó Giám đốc Công an tỉnh',
      'Chủ tịch UBND huyện',
      'Trưởng phòng',
      'Phó Trưởng phòng',
      'Chủ tịch UBND xã',
      'Trưởng Công an xã',
      'Đội trưởng',
    )
  })

  it('that only look alike are apart: Thủ trưởng is no Thứ trưởng, a steering committee no Central commission', () => {
    expect(precedenceKey({ stateTitle: 'Thủ trưởng cơ quan' })[1]).toBe(1_000)
    expect(precedenceKey({ stateTitle: 'Trưởng Ban Chỉ đạo phòng, chống tội phạm Trung ương' })[1]).toBe(
      2_000,
    )
    const committee = { partyTitle: 'Ủy viên Ban Thường vụ Đảng ủy Công an Trung ương' }
    expect(byPrecedence({ partyTitle: 'Ủy viên Trung ương Đảng' }, committee)).toBeLessThan(0)
  })

  it('count wherever they were typed', () => {
    const [split, together] = [
      { partyTitle: 'Ủy viên Trung ương Đảng', stateTitle: 'Thứ trưởng' },
      { stateTitle: 'Ủy viên Trung ương Đảng, Thứ trưởng' },
    ]
    expect(byPrecedence(split, together)).toBe(0)
  })

  it('unknown to the scale stand after the known, before none, and keep their order', () => {
    const strange = [{ stateTitle: 'Nghệ nhân' }, { stateTitle: 'Chức sắc' }]
    ordered([{ stateTitle: 'Cán bộ' }, { stateTitle: 'Nghệ nhân' }, { name: 'An' }].slice(0, 2))
    expect(strange.toSorted(byPrecedence)).toEqual(strange)
    expect(strange.toReversed().toSorted(byPrecedence)).toEqual(strange.toReversed())
    expect(byPrecedence(strange[0] as Placed, { name: 'An' })).toBeLessThan(0)
  })
})

describe('ranks and names', () => {
  it('fall from Đại tướng to Hạ sĩ quan, however spelt', () => {
    const ranks =
      'Đại tướng,Thượng tướng,Trung tướng,Thiếu tướng,Đại tá,Thượng tá,Trung tá,Thiếu tá,Đại uý,Thượng úy,Trung uý,Thiếu úy,Thượng sĩ,Trung sĩ,Hạ sĩ,Hạ sĩ quan'
    ordered(ranks.split(',').map((rank) => ({ rank })))
    expect(byPrecedence({ rank: 'Đại úy' }, { rank: 'Đại uý' })).toBe(0)
    expect(byPrecedence({ rank: 'Hạ sĩ' }, { rank: 'Đại tá, PGS.TS' })).toBeGreaterThan(0)
  })

  it('of equals run by given name, then family name; the unnamed last', () => {
    const names = [
      'Dương Văn An',
      'Chu Ngọc Anh',
      'Nguyễn Doãn Anh',
      'Trần Tuấn Anh',
      'Đinh Văn Ân',
      'Lê Đức',
    ]
    ordered([...names.map((name) => ({ name })), {}])
  })
})

const sometimes = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
const someone = fc.record({
  name: fc.option(
    fc.oneof(fc.constantFrom('Lê An', 'Lê Ân', 'An', 'Ngô Ấn', 'Ngô 01', 'Ngô 1'), fc.string()),
    {
      nil: undefined,
    },
  ),
  rank: sometimes('Đại tá', 'Trung tướng', 'Đại uý', 'Đại úy', 'Kỹ sư'),
  partyTitle: sometimes(
    'Uỷ viên TW Đảng',
    'Ủy viên Trung ương Đảng',
    'Bí thư Tỉnh ủy',
    'Đảng viên',
    'Thứ trưởng',
  ),
  stateTitle: sometimes(
    'Thứ trưởng',
    'Chủ tịch UBND tỉnh',
    'Nghệ nhân',
    'Bí thư Tỉnh ủy, Giám đốc Sở',
    'Cán bộ',
  ),
})

describe('precedence is a total order', () => {
  it('antisymmetric, and equal for equal keys only', () => {
    fc.assert(
      fc.property(someone, someone, (a, b) => {
        expect(Math.sign(byPrecedence(a, b))).toBe(0 - Math.sign(byPrecedence(b, a)))
        const same = JSON.stringify(precedenceKey(a)) === JSON.stringify(precedenceKey(b))
        expect(byPrecedence(a, b) === 0).toBe(same)
      }),
      { numRuns: 1_000 },
    )
  })

  it('transitive', () => {
    fc.assert(
      fc.property(someone, someone, someone, (a, b, c) => {
        const [x = {}, y = {}, z = {}] = [a, b, c].toSorted(byPrecedence)
        expect([byPrecedence(x, y) <= 0, byPrecedence(y, z) <= 0, byPrecedence(x, z) <= 0]).toEqual([
          true,
          true,
          true,
        ])
      }),
      { numRuns: 1_000 },
    )
  })

  it('whatever a title field holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, two) => {
        const [a, b] = [
          { partyTitle: one, stateTitle: two },
          { partyTitle: two, stateTitle: one },
        ]
        expect(Math.sign(byPrecedence(a, b))).toBe(0 - Math.sign(byPrecedence(b, a)))
      }),
    )
  })
})
