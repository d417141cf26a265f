// Stamps of state-secret grades: refused wherever a clear one stands, and never for a word that only sounds like one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConferenceInput } from '#functions/conferences/acts.schema.ts'
import { newConference } from '#functions/conferences/rules.ts'
import { bearsSecretStamp } from '#functions/conferences/secret.rules.ts'

const stamped = [
  'MẬT',
  'Tối mật',
  'TUYỆT MẬT',
  'Giao ban tháng 10 (MẬT)',
  'Giao ban tháng 10 (Tuyệt mật)',
  'Giao ban [Độ mật: Tối mật] tháng 10',
  'MẬT: Giao ban tháng 10',
  'Giao ban tháng 10 - TỐI MẬT',
  'Giao ban tháng 10; MẬT',
  'Báo cáo TUYỆT MẬT về tình hình',
  'Giao ban (TUYET MAT)',
  'Giao ban (MAT)',
  'Giao ban tháng 10 (M Ậ T)',
  'T Ố I   M Ậ T',
  'Tuyệt mật: Giao ban tháng 10',
  'Giao ban tháng 10 - tối mật',
  'Mật - Giao ban tháng 10',
  'Giao ban （Mật）',
  'Giao ban “TỐI-MẬT”',
  'Giao ban (M\u00adật)',
  'Báo cáo TUYỆT  MẬT về tình hình',
  'Báo cáo TOI MAT về tình hình',
  'Giao ban (tối mật)'.normalize('NFD'),
]

const clean = [
  'Tổng kết công tác bảo vệ bí mật nhà nước',
  'HỘI NGHỊ TỔNG KẾT CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC',
  'Phòng, chống lộ, lọt tài liệu tuyệt mật',
  'Khám sức khỏe (mắt)',
  'Phát triển nghề nuôi ong lấy mật; kinh nghiệm',
  'Chương trình mật ong Mộc Châu',
  'Nông sản chủ lực: chè, mật',
  'Sản phẩm OCOP: mật',
  'Tập huấn cơ yếu, mật mã',
  'TRIỂN KHAI QUY ĐỊNH VỀ TÀI LIỆU TUYỆT MẬT, TỐI MẬT',
]

describe('a stamp', () => {
  it.each(stamped)('is seen in “%s”', (text) => expect(bearsSecretStamp(text)).toBe(true))
  it.each(clean)('is not seen in “%s”', (text) => expect(bearsSecretStamp(text)).toBe(false))

  it('is seen in brackets whatever stands around it', () => {
    const words = fc.array(fc.constantFrom('Hội', 'nghị', 'giao', 'ban', 'quý', 'III'), { maxLength: 8 })
    const grade = fc.constantFrom('Mật', 'MẬT', 'Tối mật', 'TỐI  MẬT', 'Tuyệt mật')
    fc.assert(
      fc.property(words, grade, words, (before, stamp, after) => {
        expect(bearsSecretStamp([...before, `(${stamp})`, ...after].join(' '))).toBe(true)
      }),
    )
  })
})

const input = (change: object) =>
  ConferenceInput.parse({
    title: ['Giao ban'],
    hostUnitId: 'unt_bo-cong-an',
    venue: 'Hà Nội',
    startsAt: '2022-11-23T14:00:00+07:00',
    ...change,
  })

describe('a conference', () => {
  it.each([
    [{ title: ['Giao ban', 'Tình hình (MẬT)'] }, '/title/1'],
    [{ title: ['Giao ban'], venue: 'Phòng họp số 1 (TỐI MẬT)' }, '/venue'],
    // A decomposed stamp is composed before it is looked for.
    [{ title: ['Giao ban (MẬT)'.normalize('NFD')] }, '/title/0'],
  ])('with a stamp is refused, and the field named', (change, pointer) => {
    expect(() => newConference('cnf_1', input(change))).toThrow(
      expect.objectContaining({
        slug: 'secret-grade-refused',
        more: expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }),
      }),
    )
  })
})
