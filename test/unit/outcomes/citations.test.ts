// Citations as the five reports write them, and that every citation reads back as it was written.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  Citation,
  CitationType,
  citedFull,
  citedInOrder,
  citedShort,
  flagsOf,
  readCitation,
} from '#functions/outcomes/citation.rules.ts'

const reports: [said: string, citation: Citation, flags: string[], full: string][] = [
  [
    'Kết luận số 44-KL/TW ngày 22/01/2019 của Ban Bí thư',
    { type: 'Kết luận', number: '44', symbol: 'KL/TW', date: '2019-01-22', issuer: 'Ban Bí thư' },
    [],
    'Kết luận 44-KL/TW ngày 22/01/2019 của Ban Bí thư',
  ],
  [
    'Chỉ thị số 09-CT/TW của Ban Bí thư khóa XI về tăng cường sự lãnh đạo của Đảng',
    {
      type: 'Chỉ thị',
      number: '9',
      symbol: 'CT/TW',
      issuer: 'Ban Bí thư khóa XI',
      about: 'tăng cường sự lãnh đạo của Đảng',
    },
    ['date-missing'],
    'Chỉ thị 09-CT/TW của Ban Bí thư khóa XI về “tăng cường sự lãnh đạo của Đảng”',
  ],
  [
    'Thông tư số 124/TT-BCA của Bộ Công an',
    { type: 'Thông tư', number: '124', symbol: 'TT-BCA', issuer: 'Bộ Công an' },
    ['year-missing', 'date-missing'],
    'Thông tư 124/TT-BCA của Bộ Công an',
  ],
  [
    'Thông tư số 124/TT-BCA của Bộ Công an quy định khu dân cư, xã, phường, thị trấn đạt tiêu chuẩn "An toàn về ANTT"',
    {
      type: 'Thông tư',
      number: '124',
      symbol: 'TT-BCA',
      issuer: 'Bộ Công an',
      about: 'quy định khu dân cư, xã, phường, thị trấn đạt tiêu chuẩn "An toàn về ANTT"',
    },
    ['year-missing', 'date-missing'],
    'Thông tư 124/TT-BCA của Bộ Công an về “quy định khu dân cư, xã, phường, thị trấn đạt tiêu chuẩn "An toàn về ANTT"”',
  ],
  [
    'Nghị quyết số 12, ngày 16/3/2022 của Bộ Chính trị về “Đẩy mạnh xây dựng lực lượng CAND”',
    {
      type: 'Nghị quyết',
      number: '12',
      date: '2022-03-16',
      issuer: 'Bộ Chính trị',
      about: 'Đẩy mạnh xây dựng lực lượng CAND',
    },
    ['symbol-missing'],
    'Nghị quyết 12 ngày 16/3/2022 của Bộ Chính trị về “Đẩy mạnh xây dựng lực lượng CAND”',
  ],
  [
    'Nghị quyết Đại hội đại biểu toàn quốc lần thứ 13 của Đảng',
    { type: 'Nghị quyết', name: 'Đại hội đại biểu toàn quốc lần thứ 13', issuer: 'Đảng' },
    ['date-missing'],
    'Nghị quyết Đại hội đại biểu toàn quốc lần thứ 13 của Đảng',
  ],
  [
    'Chỉ thị số 02 của UBND tỉnh Hải Dương về đẩy mạnh thực hiện phong trào',
    {
      type: 'Chỉ thị',
      number: '2',
      issuer: 'UBND tỉnh Hải Dương',
      about: 'đẩy mạnh thực hiện phong trào',
    },
    ['symbol-missing', 'date-missing'],
    'Chỉ thị 02 của UBND tỉnh Hải Dương về “đẩy mạnh thực hiện phong trào”',
  ],
  [
    'Chỉ thị số 07 của Bộ Công an',
    { type: 'Chỉ thị', number: '7', issuer: 'Bộ Công an' },
    ['symbol-missing', 'date-missing'],
    'Chỉ thị 07 của Bộ Công an',
  ],
]

const others: [said: string, citation: Citation][] = [
  [
    'Nghị định 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ',
    {
      type: 'Nghị định',
      number: '30',
      year: 2020,
      symbol: 'NĐ-CP',
      date: '2020-03-05',
      issuer: 'Chính phủ',
    },
  ],
  [
    'Luật An ninh mạng số 24/2018/QH14',
    { type: 'Luật', name: 'An ninh mạng', number: '24', year: 2018, symbol: 'QH14' },
  ],
  ['luật An ninh quốc gia năm 2004', { type: 'Luật', name: 'An ninh quốc gia', date: '2004' }],
  [
    'Nghị quyết liên tịch số 01/NQLT ngày 6 tháng 11 năm 2020',
    { type: 'Nghị quyết liên tịch', number: '1', symbol: 'NQLT', date: '2020-11-06' },
  ],
  [
    'Thông tư 36/2023/TT-BCA quy định về thực hiện dân chủ',
    { type: 'Thông tư', number: '36', year: 2023, symbol: 'TT-BCA', about: 'quy định về thực hiện dân chủ' },
  ],
  [
    'Luật quy định chi tiết số 2/2020/QH14',
    { type: 'Luật', name: 'quy định chi tiết', number: '2', year: 2020, symbol: 'QH14' },
  ],
  ['Kế hoạch của Ban Bí thư ngày 22.01.2019', { type: 'Kế hoạch', date: '2019-01-22', issuer: 'Ban Bí thư' }],
  ['Thông báo kết luận số 3 tháng 5/2021', { type: 'Thông báo kết luận', number: '3', date: '2021-05' }],
]

describe('a citation', () => {
  it.each(reports)('of a report is read, flagged and written: %s', (said, citation, flags, full) => {
    expect(readCitation(said)).toEqual(citation)
    expect(readCitation(said.normalize('NFD'))).toEqual(citation)
    expect(flagsOf(citation)).toEqual(flags)
    expect(citedFull(citation)).toBe(full)
  })

  it.each(others)('may be written otherwise: %s', (said, citation) => {
    expect(readCitation(said)).toEqual(citation)
    expect(readCitation(citedFull(citation))).toEqual(citation)
  })

  it('keeps a quotation inside what it is about', () => {
    const said =
      'Kết luận số 44-KL/TW ngày 22/01/2019 của Ban Bí thư về "Tiếp tục đẩy mạnh thực hiện Chỉ thị số 09-CT/TW của Ban Bí thư khóa XI về phong trào"'
    expect(readCitation(said)).toMatchObject({
      number: '44',
      issuer: 'Ban Bí thư',
      about: 'Tiếp tục đẩy mạnh thực hiện Chỉ thị số 09-CT/TW của Ban Bí thư khóa XI về phong trào',
    })
  })

  it('is none where no document is named, or where a part stays unread', () => {
    for (const said of [
      '',
      'Tiêu chí số 19',
      'theo chỉ đạo của Bộ',
      'Nghị quyếtx 12',
      'Nghị quyết số 12 xyz ngày 31/2/2022',
    ])
      expect(readCitation(said)).toBeUndefined()
  })

  it('stands in full the first time and short afterwards', () => {
    const [conclusion, directive] = [reports[0]?.[1], reports[1]?.[1]] as [Citation, Citation]
    expect(
      citedInOrder([conclusion, directive, conclusion, { ...directive, issuer: 'Ban Bí thư khóa XII' }]),
    ).toEqual([
      reports[0]?.[3],
      reports[1]?.[3],
      'Kết luận 44-KL/TW',
      'Chỉ thị 09-CT/TW của Ban Bí thư khóa XII về “tăng cường sự lãnh đạo của Đảng”',
    ])
    expect(citedShort({ type: 'Luật', name: 'An ninh mạng', number: '24', year: 2018, symbol: 'QH14' })).toBe(
      'Luật An ninh mạng số 24/2018/QH14',
    )
  })
})

const word = fc.constantFrom(
  'Ban',
  'Bí',
  'thư',
  'Đảng',
  'khóa',
  'XI',
  'tỉnh',
  'Ninh',
  'Bình',
  'lần',
  'thứ',
  '13',
  'và',
  'số',
  'năm',
  'về',
  'liên',
  'tịch',
  'kết',
  'luận',
  'an,',
  'quy',
  'định',
  'quy định',
)
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '))
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .chain((date) => fc.constantFrom(10, 7, 4).map((length) => date.toISOString().slice(0, length)))

const someCitation = fc
  .record({
    type: fc.constantFrom(...CitationType.options),
    name: optional(words),
    number: optional(fc.constantFrom('1', '9', '10', '44', '124', '12a', '999999')),
    year: optional(fc.integer({ min: 1930, max: 2199 })),
    symbol: optional(fc.constantFrom('KL/TW', 'TT-BCA', 'NĐ-CP', 'QH14', 'KH-UBND/PC', 'NQ/ĐUCA')),
    date: optional(day),
    issuer: optional(words),
    about: optional(fc.oneof(words, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }))),
  })
  .map((parts) =>
    Citation.safeParse(Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))),
  )
  .filter(({ success }) => success)
  .map(({ data }) => data as Citation)

it('reads back as it was written, whatever is known of it', () => {
  fc.assert(
    fc.property(someCitation, (citation) => {
      expect(readCitation(citedFull(citation))).toEqual(citation)
    }),
    { numRuns: 2000 },
  )
})
