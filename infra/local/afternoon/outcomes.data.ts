// What the conference of 23/11/2022 brought about, as the public report tells it: figures, citations, what was concluded.

const report = 'Báo cáo tóm tắt trình bày tại Hội nghị'
const conclusion = 'Phát biểu kết luận Hội nghị'
const year = 'năm 2022'
const leaders = 'dự “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” tại cơ sở'

const led = (said: string, who: string) => ({
  said,
  subject: `${who} ${leaders}`,
  period: year,
  source: report,
})

export const figures = [
  led('3 đồng chí', 'Ủy viên Bộ Chính trị'),
  led('3 đồng chí', 'Ủy viên Ban Bí thư'),
  led('25 đồng chí', 'Ủy viên Trung ương Đảng thuộc các ban, bộ, ngành Trung ương'),
  led('15 đồng chí', 'Ủy viên Trung ương Đảng là Bí thư Tỉnh ủy, Thành ủy'),
  led('313 đồng chí', 'Thành viên Ban Thường vụ Tỉnh ủy, Thành ủy'),
  led('2.932 đồng chí', 'Thành viên Ban Thường vụ Huyện ủy, thành phố, thị xã'),
  {
    said: '5.813 điểm',
    subject: 'Tổng số điểm tổ chức Ngày hội trên toàn quốc',
    period: year,
    source: report,
  },
  {
    said: '5 phường',
    subject: 'Số phường thí điểm “Công an phường điển hình, kiểu mẫu” tại 5 thành phố trực thuộc Trung ương',
    period: 'sơ kết 1 năm',
    source: conclusion,
  },
  {
    said: 'hơn 10 năm',
    subject: 'Thời gian thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới',
    period: 'đến năm 2022',
    source: conclusion,
  },
]

export const citations = [
  { said: 'Nghị quyết số 12 ngày 16/3/2022 của Bộ Chính trị', source: conclusion },
  { said: 'Nghị quyết Đại hội đại biểu toàn quốc lần thứ 13 của Đảng', source: conclusion },
]

const chair = 'Trung tướng Lê Quốc Hùng, Ủy viên Trung ương Đảng, Thứ trưởng Bộ Công an'
const owners = 'Công an các đơn vị, địa phương'

/** In our words; `cites` counts into `citations`. */
export const directives: { text: string; saidBy: string; owners: string; cites: number[] }[] = [
  {
    text: 'Khắc phục những tồn tại, hạn chế đã nêu trong tổ chức “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc”, rút kinh nghiệm cho những năm tiếp theo',
    saidBy: chair,
    owners,
    cites: [],
  },
  {
    text: 'Tiếp tục thực hiện tiêu chí an ninh, trật tự trong xây dựng nông thôn mới giai đoạn 2021-2025',
    saidBy: chair,
    owners,
    cites: [],
  },
  {
    text: 'Tiếp tục thí điểm “Công an phường điển hình, kiểu mẫu về an ninh, trật tự và văn minh đô thị”',
    saidBy: chair,
    owners,
    cites: [0, 1],
  },
]
