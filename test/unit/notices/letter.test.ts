// The letter of invitation: its words, their order, and nothing of a title lost or run.
import { describe, expect, it } from 'vitest'
import { letterOf } from '#functions/notices/letter.rules.ts'
import type { Invitation } from '#functions/notices/schema.ts'

const title = [
  'Tổng kết Ngày hội Toàn dân bảo vệ an ninh Tổ quốc năm 2022',
  'tiêu chí an ninh, trật tự trong xây dựng nông thôn mới',
  'thí điểm Công an phường điển hình',
]

const invitation = (change: Partial<Invitation> = {}): Invitation => ({
  title,
  host: 'Bộ Công an',
  unit: 'Công an tỉnh Ninh Bình',
  form: 'online',
  venue: 'Trụ sở Bộ Công an, Hà Nội',
  startsAt: '2022-11-23T07:00:00.000Z',
  contributionsDueAt: '2022-11-20T10:00:00.000Z',
  agenda: [
    { title: 'Báo cáo tổng kết', plannedAt: '2022-11-23T07:10:00.000Z' },
    { title: 'Tham luận của các điểm cầu' },
  ],
  link: 'https://diemcau.example/conferences/cnf_1',
  writtenAt: '2022-11-02T01:00:00.000Z',
  ...change,
})

describe('the letter', () => {
  it('says all of it in the order of the form', () => {
    expect(letterOf('invitation', invitation()).text).toBe(`CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

BỘ CÔNG AN
ngày 02 tháng 11 năm 2022

GIẤY MỜI
Dự hội nghị trực tuyến

Bộ Công an trân trọng kính mời: Công an tỉnh Ninh Bình
Tới dự: Hội nghị ${title.join('; ').replace('Tổng', 'tổng')}.
Chủ trì: Bộ Công an.
Thời gian: 14 giờ 00, ngày 23 tháng 11 năm 2022.
Địa điểm: Trụ sở Bộ Công an, Hà Nội.
Điểm cầu: Công an tỉnh Ninh Bình.
Hạn gửi tham luận: 17 giờ 00, ngày 20 tháng 11 năm 2022.

Chương trình:
1. Báo cáo tổng kết (14 giờ 10)
2. Tham luận của các điểm cầu

Đề nghị đơn vị cử đại biểu tham dự đúng thành phần, kiểm tra đường truyền trước giờ họp.
Xem hội nghị và điểm cầu của đơn vị: https://diemcau.example/conferences/cnf_1

Nơi nhận:
- Như trên;
- Lưu: VT.
`)
  })

  it('carries the whole title in subject, text and HTML, however long', () => {
    const long = invitation({ title: ['Hội nghị '.repeat(55).trim(), 'kết luận '.repeat(55).trim()] })
    const whole = long.title.join('; ')
    for (const part of Object.values(letterOf('invitation', long))) expect(part).toContain(whole)
  })

  it('leaves out what there is not', () => {
    const { text, html } = letterOf('invitation', invitation({ agenda: [], contributionsDueAt: undefined }))
    for (const part of [text, html]) expect(part).not.toMatch(/Chương trình|Hạn gửi|<ol>/)
  })

  it('asks for no bridge point where all meet in person', () => {
    const { text } = letterOf('invitation', invitation({ form: 'in-person' }))
    expect(text).toContain('Dự hội nghị\n')
    expect(text).not.toMatch(/Điểm cầu:|đường truyền/)
  })

  it('puts a zero before days below 10 and months 1 and 2 only', () => {
    const at = (startsAt: string) => letterOf('invitation', invitation({ startsAt })).text
    expect(at('2023-02-03T01:05:00.000Z')).toContain('Thời gian: 08 giờ 05, ngày 03 tháng 02 năm 2023.')
    expect(at('2023-03-12T18:00:00.000Z')).toContain('Thời gian: 01 giờ 00, ngày 13 tháng 3 năm 2023.')
  })

  it('shows markup in a title as text', () => {
    const { html } = letterOf('invitation', invitation({ title: ['<img src=x onerror="a()"> & bạn'] }))
    expect(html).toContain('&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; bạn')
    expect(html).not.toContain('<img')
  })
})
