// Numbers as the five reports write them, and that every quantity reads back as it was written.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  Qualifier,
  type Quantity,
  quantityWords,
  readQuantity,
  Scale,
} from '#functions/outcomes/number.rules.ts'

const number = (value: number, rest: object = {}) => ({ kind: 'number', value, ...rest })

const reports: [said: string, quantity: object, rest: string, written?: string][] = [
  ['5.813 điểm', number(5813), 'điểm', '5.813'],
  ['2.932 đồng chí', number(2932), 'đồng chí', '2.932'],
  ['313 đồng chí', number(313), 'đồng chí', '313'],
  ['hơn 10 năm', number(10, { qualifier: 'more-than' }), 'năm', 'hơn 10'],
  ['hàng nghìn vụ việc', { kind: 'order', power: 3 }, 'vụ việc', 'hàng nghìn'],
  ['hàng trăm nguồn tin', { kind: 'order', power: 2 }, 'nguồn tin', 'hàng trăm'],
  ['49/50 vụ', { kind: 'ratio', part: 49, whole: 50 }, 'vụ', '49/50'],
  ['25/25 trường', { kind: 'ratio', part: 25, whole: 25 }, 'trường', '25/25'],
  [
    'trên 5 nghìn hội nghị',
    number(5000, { qualifier: 'over', scale: 'thousand' }),
    'hội nghị',
    'trên 5 nghìn',
  ],
  ['575 nghìn lượt người', number(575_000, { scale: 'thousand' }), 'lượt người', '575 nghìn'],
  ['trên 100 mô hình', number(100, { qualifier: 'over' }), 'mô hình', 'trên 100'],
  ['hơn 2.900 đồng chí', number(2900, { qualifier: 'more-than' }), 'đồng chí', 'hơn 2.900'],
  ['trên 13.000 tin', number(13_000, { qualifier: 'over' }), 'tin', 'trên 13.000'],
  ['4.589 lượt cơ quan', number(4589), 'lượt cơ quan', '4.589'],
]

const others: [said: string, quantity: object, rest: string, written: string][] = [
  ['05 tập thể', number(5), 'tập thể', '5'],
  ['12,5% số xã', number(12.5), '% số xã', '12,5'],
  ['1.234,5', number(1234.5), '', '1.234,5'],
  [
    'khoảng 1,1 triệu người',
    number(1_100_000, { qualifier: 'about', scale: 'million' }),
    'người',
    'khoảng 1,1 triệu',
  ],
  ['2 tỉ đồng', number(2_000_000_000, { scale: 'billion' }), 'đồng', '2 tỷ'],
  ['xấp xỉ 3 ngàn', number(3000, { qualifier: 'about', scale: 'thousand' }), '', 'khoảng 3 nghìn'],
  ['Tối thiểu 7 xã', number(7, { qualifier: 'at-least' }), 'xã', 'ít nhất 7'],
  ['hàng vạn người', { kind: 'order', power: 4 }, 'người', 'hàng chục nghìn'],
  ['Hàng trăm triệu đồng', { kind: 'order', power: 8 }, 'đồng', 'hàng trăm triệu'],
  ['từ 5 đến 10 ngày', { kind: 'range', from: 5, to: 10 }, 'ngày', 'từ 5 đến 10'],
  ['5 - 10 ngày', { kind: 'range', from: 5, to: 10 }, 'ngày', 'từ 5 đến 10'],
]

describe('a quantity', () => {
  it.each([...reports, ...others])('is read as it is said: %s', (said, quantity, rest, written) => {
    expect(readQuantity(said)).toEqual({ quantity, rest })
    expect(readQuantity(said.normalize('NFD'))).toEqual({ quantity, rest })
    expect(quantityWords(quantity as Quantity)).toBe(written)
  })

  it.each([
    '',
    'nhiều mô hình',
    '1.23',
    '12.34.567',
    '1,2,3',
    '1.234.56',
    'vài chục',
    'trên mức',
    '3/0',
    'hàng trăm tỷ',
    '9.999.999.999.999',
    '19x',
  ])('is none where none can be read: %s', (said) => {
    expect(readQuantity(said)).toBeUndefined()
  })
})

const amount = fc.oneof(
  fc.integer({ min: 0, max: 999_999_999_999 }),
  fc.integer({ min: 0, max: 99_999_999 }).map((cents) => cents / 100),
)
const scales = { thousand: 1e3, million: 1e6, billion: 1e9 } as const

const someQuantity: fc.Arbitrary<Quantity> = fc.oneof(
  fc
    .record({
      tenths: fc.integer({ min: 0, max: 9999 }),
      plain: amount,
      qualifier: fc.option(fc.constantFrom(...Qualifier.options), { nil: undefined }),
      scale: fc.option(fc.constantFrom(...Scale.options), { nil: undefined }),
    })
    .map(({ tenths, plain, qualifier, scale }) => ({
      kind: 'number' as const,
      value: scale ? (tenths * scales[scale]) / 10 : plain,
      ...(qualifier ? { qualifier } : {}),
      ...(scale ? { scale } : {}),
    })),
  fc.record({ kind: fc.constant('order' as const), power: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    kind: fc.constant('ratio' as const),
    part: amount,
    whole: amount.filter((whole) => whole >= 1),
  }),
  fc.record({ kind: fc.constant('range' as const), from: amount, to: amount }),
)

it('reads back as it was written, with whatever it counts', () => {
  fc.assert(
    fc.property(someQuantity, fc.constantFrom('mô hình', 'lượt người', '%', 'đồng', ''), (quantity, unit) => {
      expect(readQuantity(`${quantityWords(quantity)} ${unit}`)).toEqual({ quantity, rest: unit })
    }),
    { numRuns: 2000 },
  )
})
