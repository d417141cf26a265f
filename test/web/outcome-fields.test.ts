// Outcomes as one types them: fields and back, counts and days, sentences of reports, owners that the conference knows.
import { describe, expect, it } from 'vitest'
import { readCommendation } from '#web/outcomes/commendation-line.ts'
import { countIn, fieldsOf, inputOf, previewOf } from '#web/outcomes/outcome-fields.ts'
import { unitsNamedIn, withoutPart } from '#web/outcomes/owners.ts'

const kept = { id: 'x', conferenceId: 'cnf', by: { sub: 's', name: 'n' }, at: '', event: '', version: 1 }

describe('fields of an outcome', () => {
  it.each([
    ['12', 12],
    ['1.200', 1200],
    [' 3 ', 3],
    ['', undefined],
    ['mười hai', Number.NaN],
    ['hơn 12', Number.NaN],
    ['12 tập thể', Number.NaN],
    ['1,5', Number.NaN],
  ])('read the count %j as %s', (text, count) => expect(countIn(text)).toEqual(count))

  it('make an input only when nothing that is needed is missing', () => {
    expect(inputOf('directive', { text: ' ' })).toBeUndefined()
    expect(inputOf('directive', { text: 'Làm ngay', dueOn: '31/2/2023' })).toBeUndefined()
    expect(inputOf('commendation', { collectives: 'nhiều' })).toBeUndefined()
    expect(
      inputOf('directive', { text: 'Làm ngay', dueOn: '30/6/2023', ownerUnitIds: 'unt_a unt_b' }),
    ).toEqual({
      text: 'Làm ngay',
      ownerUnitIds: ['unt_a', 'unt_b'],
      dueOn: '2023-06-30',
      citationIds: [],
    })
  })

  it('say what minutes would, and what is unknown, by the rules of the house', () => {
    const preview = previewOf('citation', { said: 'Kết luận số 44-KL/TW ngày 22/01/2019 của Ban Bí thư' })
    expect(preview).toMatchObject({
      text: 'Kết luận 44-KL/TW ngày 22/01/2019 của Ban Bí thư',
      parts: { type: 'Kết luận', number: '44', symbol: 'KL/TW', date: '2019-01-22', issuer: 'Ban Bí thư' },
      flags: [],
    })
    expect(previewOf('citation', { said: 'Thông tư 124/TT-BCA' })?.flags).toContain('year-missing')
    expect(previewOf('figure', { said: 'hơn 2.900 mô hình', subject: 'Mô hình' })).toMatchObject({
      text: 'Mô hình: hơn 2.900 mô hình',
      unit: 'mô hình',
    })
  })

  it('come back from an entry as they went in', () => {
    const fields = {
      awards: 'certificate flag',
      authorities: 'Bộ Công an\nChủ tịch UBND tỉnh',
      collectives: '12',
      individuals: '3',
      recipients: 'Đội 1\nĐội 2',
      reason: 'Thành tích',
      source: 'Báo cáo',
    }
    const input = inputOf('commendation', fields)
    if (!input) throw new Error('no input')
    const shown = { ...kept, kind: 'commendation' as const, ...input, text: '', flags: [] }
    expect(fieldsOf(shown)).toEqual(fields)
  })
})

describe('the sentence of a report', () => {
  it.each([
    [
      '12 tập thể, 3 cá nhân được tặng Bằng khen của Bộ Công an',
      { awards: ['certificate'], authorities: ['Bộ Công an'], collectives: 12, individuals: 3 },
    ],
    [
      'Chủ tịch UBND tỉnh tặng Cờ thi đua cho 2 tập thể',
      { awards: ['flag'], authorities: ['Chủ tịch UBND tỉnh'], collectives: 2, individuals: undefined },
    ],
    [
      '3 cá nhân được tặng Cờ thi đua xuất sắc, 1.200 cá nhân được tặng Giấy khen',
      { awards: ['excellent-flag', 'letter'], authorities: [], collectives: undefined, individuals: 1203 },
    ],
    [
      'Nhiều tập thể được khen thưởng',
      { awards: [], authorities: [], collectives: undefined, individuals: undefined },
    ],
  ])('%s', (said, read) => expect(readCommendation(said)).toEqual(read))
})

describe('owners that were typed', () => {
  const units = [
    { unitId: 'unt_nb', name: 'Công an tỉnh Ninh Bình', shortName: 'Ninh Bình' },
    { unitId: 'unt_th', name: 'Công an tỉnh Thanh Hóa', shortName: 'Thanh Hóa' },
  ]

  it('are found by their name or short name, without diacritics too, none twice', () => {
    const found = unitsNamedIn('cong an tinh ninh binh, Thanh Hoá và Ninh Bình; các sở', units)
    expect(found.map(({ unitId }) => unitId)).toEqual(['unt_nb', 'unt_th'])
  })

  it('leave the words once they are linked', () => {
    expect(withoutPart('Công an tỉnh Ninh Bình, các sở, ban, ngành', 'Công an tỉnh Ninh Bình')).toBe(
      'các sở, ban, ngành',
    )
  })
})
