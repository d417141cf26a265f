// A conference of Vĩnh Phúc whose report has neither title nor date; the sentences are ours.
import type { Report } from './report.ts'

const from = { source: 'bai-viet' }
const inCaption = { source: 'bai-viet', place: 'chú thích ảnh' }
const son = 'Trung tướng Nguyễn Văn Sơn, Thứ trưởng Bộ Công an'

export const vinhPhuc: Report = {
  slug: 'vinh-phuc',
  knownSince: '2020-01-01',
  facts: {
    title: [],
    hostUnitId: 'unt_ubnd-vinh-phuc',
    level: 'province',
    heldOn: { precision: 'unknown' },
    sources: [
      { key: 'bai-viet', title: 'Bài tường thuật Hội nghị của tỉnh Vĩnh Phúc, bản sao không có đầu đề' },
    ],
    persons: [
      { key: 'son', person: 'nguyen-van-son', roles: ['guest', 'direction'], from },
      { key: 'tri', person: 'nguyen-van-tri', roles: ['guest', 'direction'], from },
    ],
    groups: [{ key: 'dai-bieu', text: 'các đại biểu', from: inCaption }],
    paragraphs: [
      {
        key: 'phoi-hop',
        part: 'report',
        text: 'Báo cáo nêu: sau 5 năm thực hiện Chỉ thị số 07, Công an tỉnh đã ký kết, thực hiện nhiều quy chế phối hợp với các ngành, đoàn thể trong cơ quan, doanh nghiệp, nhà trường.',
        from,
      },
    ],
    figures: [
      {
        key: 'mo-hinh',
        said: '163 mô hình',
        subject: 'Mô hình trong phong trào bảo vệ an ninh Tổ quốc',
        from,
      },
      { key: 'pccc', said: '77 mô hình', subject: 'Mô hình phòng cháy, chữa cháy', from },
      {
        key: 'dia-ban',
        said: '24 địa bàn',
        subject: 'Nơi có mô hình an toàn về an ninh, trật tự tại cơ quan, đơn vị',
        from,
      },
      {
        key: 'tin',
        said: 'trên 13.000 tin',
        subject: 'Tin về an ninh, trật tự do nhân dân cung cấp',
        from,
      },
      { key: 'tin-gia-tri', said: 'trên 7.000 tin', subject: 'Trong đó tin có giá trị', from },
      {
        key: 'cong-nhan',
        said: '4.589 lượt cơ quan, doanh nghiệp, nhà trường',
        subject: 'Được công nhận đạt tiêu chuẩn “An toàn về an ninh, trật tự”',
        from,
      },
    ],
    citations: [
      {
        key: 'chi-thi-07',
        said: 'Chỉ thị số 07 của Bộ Công an về “Đẩy mạnh phong trào toàn dân bảo vệ an ninh Tổ quốc trong cơ quan, doanh nghiệp, nhà trường”',
        from,
      },
    ],
    directives: [
      {
        key: 'trach-nhiem',
        text: 'Đề cao trách nhiệm của cấp ủy, tổ chức, cơ quan, doanh nghiệp, trường học, bệnh viện trong bảo đảm an ninh, trật tự',
        saidBy: son,
        owners: 'cấp ủy, tổ chức, cơ quan, doanh nghiệp, trường học, bệnh viện',
        citations: ['chi-thi-07'],
        from,
      },
      {
        key: 'mo-hinh',
        text: 'Đổi mới nội dung, cách tuyên truyền; sơ kết, nhân rộng điển hình, trong đó có mô hình “4 an toàn”',
        saidBy: son,
        owners: 'các cơ quan, doanh nghiệp, nhà trường',
        from,
      },
      {
        key: 'cong-an',
        text: 'Xây dựng lực lượng trong sạch, vững mạnh, làm tốt công tác tham mưu và vận động nhân dân',
        saidBy: son,
        ownerUnitIds: ['unt_ca-vinh-phuc'],
        from,
      },
    ],
    commendations: [
      {
        key: 'bang-khen',
        awards: ['certificate'],
        authorities: ['Bộ Công an', 'UBND tỉnh Vĩnh Phúc'],
        collectives: 11,
        individuals: 12,
        from,
      },
    ],
  },
}
