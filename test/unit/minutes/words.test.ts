// Times, durations and counts in the words of minutes.
import { describe, expect, it } from 'vitest'
import { midSentence } from '#functions/minutes/mid-sentence.rules.ts'
import { settledWords } from '#functions/minutes/settled.rules.ts'
import { clockWords, countWords, durationWords, momentWords } from '#functions/minutes/words.rules.ts'

describe('words', () => {
  it('say moments in Vietnamese time, zeros only before days and the months 1 and 2', () => {
    expect(momentWords('2022-11-23T07:05:00.000Z')).toBe('14 giờ 05, ngày 23 tháng 11 năm 2022')
    expect(momentWords('2023-02-02T18:00:00.000Z')).toBe('01 giờ 00, ngày 03 tháng 02 năm 2023')
    expect(momentWords('2025-03-01T01:00:00.000Z')).toBe('08 giờ 00, ngày 01 tháng 3 năm 2025')
    expect(clockWords('2022-11-23T16:59:59.999Z')).toBe('23 giờ 59')
  })

  it.each([
    [0, '0 giây'],
    [40, '40 giây'],
    [300, '5 phút'],
    [310, '5 phút 10 giây'],
    [3661, '1 giờ 1 phút'],
    [-5, '0 giây'],
  ])('say %i seconds', (seconds, words) => {
    expect(durationWords(seconds)).toBe(words)
  })

  it('put dots between thousands', () => {
    expect([999, 2932, 1000000].map(countWords)).toEqual(['999', '2.932', '1.000.000'])
  })
})

it.each([
  ['Số vụ phạm pháp hình sự', 'số vụ phạm pháp hình sự'],
  ['Điện thoại xác nhận', 'điện thoại xác nhận'],
  ['Thành viên Ban Thường vụ', 'thành viên Ban Thường vụ'],
  ['Báo cáo số 12', 'báo cáo số 12'],
  ['ANTT tại cơ sở', 'ANTT tại cơ sở'],
  ['Ninh Bình có 3 mô hình', 'Ninh Bình có 3 mô hình'],
  ['Huế mất điện', 'Huế mất điện'],
  ['Bộ Công an khen thưởng', 'Bộ Công an khen thưởng'],
  ['Công an các đơn vị', 'Công an các đơn vị'],
  ['Ủy viên Bộ Chính trị dự', 'Ủy viên Bộ Chính trị dự'],
  ['Kế hoạch năm 2022', 'kế hoạch năm 2022'],
  ['Kế hoạch số 12/KH-BCA', 'Kế hoạch số 12/KH-BCA'],
  ['Cục tham mưu', 'Cục tham mưu'],
  ['Interpol phối hợp truy bắt', 'Interpol phối hợp truy bắt'],
  ['Facebook, Zalo bị lợi dụng', 'Facebook, Zalo bị lợi dụng'],
  ['Nghiêng về số liệu cũ', 'nghiêng về số liệu cũ'],
  ['Khuyến khích tự nguyện', 'khuyến khích tự nguyện'],
  ['Giết người', 'giết người'],
  ['Camera an ninh', 'camera an ninh'],
  ['Micrô bị hỏng', 'micrô bị hỏng'],
  ['5 phường', '5 phường'],
  ['', ''],
])('within a sentence “%s” is “%s”', (given, said) => {
  expect(midSentence(given, ['Cục tham mưu'])).toBe(said)
})

it('a call somebody sent after their grant had ended is told with whatever it counted', () => {
  const say = (told: { marks: number; heads?: number }) =>
    settledWords(
      {
        id: 'ended-grant.bpt_x.evt_1',
        kind: 'ended-grant',
        pointId: 'bpt_x',
        statements: [
          { event: 'evt_1', source: 'operator', by: 'Lê C', at: '2022-11-23T07:00:00.000Z', ...told },
        ],
        settled: { chosen: 'mark', reason: 'đúng ca trực', by: 'x', at: 'y' },
        event: 'evt_2',
      },
      'Công an tỉnh Ninh Bình',
      (id) => id,
    ).differs
  expect(say({ marks: 3 })).toContain('cán bộ điểm cầu (Lê C): 3 đại biểu)')
  expect(say({ marks: 0, heads: 12 })).toContain('(Lê C): 12 người trong phòng họp)')
  expect(say({ marks: 3, heads: 12 })).toContain('(Lê C): 3 đại biểu, 12 người trong phòng họp)')
})
