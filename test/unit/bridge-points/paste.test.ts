// Tables of delegates as they are pasted: with and without headings, columns in any order, errors by row.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPaste, withSuggestions } from '#functions/bridge-points/paste.rules.ts'
import type { Person } from '#functions/directory/stored.schema.ts'

const read = (rows: string[][], listed: object[] = []) => readPaste(rows, { listed, english: false })
const kinds = (rows: string[][]) => read(rows).columns.map(({ kind }) => kind)
const people = (rows: string[][]) => read(rows).rows.map(({ delegate }) => delegate)

const soan = {
  rank: 'Đại tá',
  name: 'Đinh Trọng Soạn',
  partyTitle: 'Ủy viên Ban Thường vụ Đảng ủy',
  position: 'Phó Giám đốc',
  role: 'Trưởng đoàn',
  unit: 'Công an tỉnh Ninh Bình',
  phone: '0912345678',
}
const an = {
  rank: 'Thượng tá',
  name: 'Nguyễn Văn An',
  partyTitle: 'Bí thư Đảng ủy',
  position: 'Trưởng phòng Tham mưu',
  role: 'Thành viên',
  unit: 'Công an tỉnh Ninh Bình',
  phone: '0913456789',
}
type Field = keyof typeof soan
const headings: Record<Field, string[]> = {
  rank: ['Cấp bậc', 'Cấp bậc hàm', 'CẤP BẬC'],
  name: ['Họ và tên', 'Họ tên', 'HỌ VÀ TÊN ĐẠI BIỂU', 'Ho va ten'],
  partyTitle: ['Chức vụ Đảng', 'Chức vụ trong Đảng', 'Chức danh Đảng'],
  position: ['Chức vụ', 'Chức vụ chính quyền', 'Chức danh'],
  role: ['Vai trò', 'Vai trò trong đoàn'],
  unit: ['Đơn vị', 'Đơn vị công tác', 'Cơ quan, đơn vị'],
  phone: ['Điện thoại', 'Số điện thoại', 'SĐT'],
}
const fields = Object.keys(headings) as Field[]

describe('columns with headings', () => {
  it('are told in any order, under any of their usual names, beside others', () => {
    const order = fc.shuffledSubarray(fields, { minLength: 2 }).filter((list) => list.includes('name'))
    const named = fc.tuple(order, fc.array(fc.nat(), { minLength: 7, maxLength: 7 }))
    fc.assert(
      fc.property(named, ([list, picks]) => {
        const heading = list.map(
          (field, at) => headings[field][(picks[at] ?? 0) % headings[field].length] ?? '',
        )
        const rows = [
          ['TT', ...heading, 'Ghi chú'],
          ['1', ...list.map((field) => soan[field]), 'x'],
          ['2', ...list.map((field) => an[field]), ''],
        ]
        expect(kinds(rows)).toEqual(['ordinal', ...list, 'ignored'])
        const told = (person: typeof soan) => Object.fromEntries(list.map((field) => [field, person[field]]))
        expect(people(rows)).toEqual([told(soan), told(an)])
      }),
    )
  })

  it('may stand under the title of the table', () => {
    const rows = [
      ['CÔNG AN TỈNH NINH BÌNH', '', ''],
      ['DANH SÁCH ĐẠI BIỂU', '', ''],
      ['', '', ''],
      ['STT', 'Họ và tên', 'Chức vụ'],
      ['1', soan.name, soan.position],
    ]
    expect(read(rows)).toMatchObject({ headed: true, rows: [{ row: 5, delegate: { name: soan.name } }] })
  })

  it('may hold a whole person, or Party and State titles mixed', () => {
    expect(
      kinds([
        ['STT', 'Cấp bậc, họ tên, chức vụ'],
        ['1', 'Đại tá Đinh Trọng Soạn, Phó Giám đốc'],
      ]),
    ).toEqual(['ordinal', 'line'])
    const rows = [
      ['Họ tên', 'Chức vụ Đảng, chính quyền'],
      ['Đại tá Đinh Trọng Soạn', 'Ủy viên Ban Thường vụ Đảng ủy, Phó Giám đốc'],
    ]
    const { rank, name, partyTitle, position } = soan
    expect(people(rows)).toEqual([{ rank, name, partyTitle, position }])
  })
})

describe('columns without headings', () => {
  it('are told by what stands in them', () => {
    const list: Field[] = ['phone', 'rank', 'name', 'position', 'unit']
    const rows = [soan, an].map((person, at) => [`${at + 1}`, ...list.map((field) => person[field])])
    expect(kinds(rows)).toEqual(['ordinal', ...list])
    expect(read(rows).headed).toBe(false)
    expect(people(rows)[0]).toEqual(Object.fromEntries(list.map((field) => [field, soan[field]])))
  })

  it('in one column are people by line, named or not', () => {
    const rows = [
      ['Đại tá Đinh Trọng Soạn, Ủy viên Ban Thường vụ Đảng ủy, Phó Giám đốc'],
      [''],
      ['Đại diện lãnh đạo các đơn vị'],
    ]
    expect(read(rows).rows).toMatchObject([
      { row: 1, display: 'Đại tá Đinh Trọng Soạn, Ủy viên Ban Thường vụ Đảng ủy, Phó Giám đốc' },
      { row: 3, delegate: { position: 'Đại diện lãnh đạo các đơn vị' } },
    ])
  })

  it('of a name with its rank are two parts', () => {
    const rows = [
      ['Đại tá Đinh Trọng Soạn', 'Phó Giám đốc'],
      ['Thượng tá Nguyễn Văn An', 'Trưởng phòng'],
    ]
    expect(people(rows)[0]).toEqual({ rank: 'Đại tá', name: 'Đinh Trọng Soạn', position: 'Phó Giám đốc' })
  })
})

describe('what is wrong with a row', () => {
  const heading = ['Họ tên', 'Cấp bậc', 'Chức vụ', 'Điện thoại']
  const remarks = (row: string[], listed: object[] = []) => read([heading, row], listed).rows[0]

  it('is said at the cell to blame', () => {
    expect(remarks(['', 'Đại tá', '', ''])?.errors).toMatchObject([{ field: 'name' }])
    expect(remarks(['An', '', '', '12'])?.errors).toMatchObject([{ field: 'phone' }])
    expect(remarks(['An', '', 'a'.repeat(301), ''])?.errors).toMatchObject([
      { field: 'position', code: 'too-long' },
    ])
    expect(remarks(['An', '', '', '0912345678'])?.errors).toEqual([])
  })

  it('is said in Vietnamese, or in English for those who ask', () => {
    const row = [heading, ['An', '', '', '12']]
    const said = (english: boolean) => readPaste(row, { listed: [], english }).rows[0]?.errors[0]?.message
    expect([said(false), said(true)]).toEqual([
      expect.stringContaining('Số điện thoại không đúng'),
      'not a telephone number of Viet Nam',
    ])
  })

  it('only warns of somebody who is there already or twice; a position may come twice', () => {
    const listed = [{ name: 'Nguyễn Văn An', rank: 'Đại tá', position: 'Trưởng phòng' }]
    const same = ['Nguyễn Văn An', 'Đại tá', 'Trưởng phòng', '']
    expect(remarks(same, listed)?.warnings).toMatchObject([{ code: 'already-listed' }])
    const position = ['', '', 'Cán bộ', '']
    const { rows } = read([heading, same, same, position, position])
    expect(rows.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
      [],
      ['listed-twice'],
      [],
      [],
    ])
  })

  it('is that the delegation is full', () => {
    const listed = Array.from({ length: 499 }, (_, at) => ({ name: `${at}` }))
    const { ready, wrong } = read([heading, ['An', '', '', ''], ['Bình', '', '', '']], listed)
    expect([ready, wrong]).toEqual([1, 1])
  })

  it('never is a fault, whatever is pasted', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('STT', 'Họ tên', 'Đại tá', '', '\t', 'Chức vụ'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
        const { ready, wrong, rows: told } = read(rows)
        expect(ready + wrong).toBe(told.length)
      }),
    )
  })
})

describe('a suggestion', () => {
  const person = (id: string, name: string, rank?: string): Person => ({
    id,
    name,
    ...(rank ? { rank } : {}),
    held: [],
    posts: [],
    version: 1,
  })
  const nameOf = ({ rank, name }: Person) => [rank, name].filter(Boolean).join(' ')

  it('is a person of exactly that name, and of that rank where both tell one', () => {
    const preview = read([
      ['Họ tên', 'Cấp bậc'],
      ['Nguyễn Văn An', 'Đại tá'],
      ['Nguyễn Văn Ân', ''],
    ])
    const persons = [
      person('prs_1', 'Nguyễn Văn An', 'Đại tá'),
      person('prs_2', 'Nguyễn Văn An', 'Thiếu tá'),
      person('prs_3', 'NGUYỄN VĂN AN'),
    ]
    const told = withSuggestions(preview, persons, nameOf).rows.map(({ suggestions }) =>
      suggestions.map(({ personId }) => personId),
    )
    expect(told).toEqual([['prs_1', 'prs_3'], []])
  })
})
