// The conference of the People's Committee of Hà Giang on the afternoon of 06/11/2020, as one report tells it; the sentences are ours.
import type { Report } from './report.ts'

const from = { source: 'bao-ha-giang' }
const quy = 'Trần Đức Quý, Phó Chủ tịch Ủy ban nhân dân tỉnh Hà Giang'
const period = 'giai đoạn 2013-2020'

export const haGiang: Report = {
  slug: 'ha-giang',
  knownSince: '2020-11-30',
  facts: {
    title: [
      'Tổng kết Đề án “Nâng cao chất lượng, hiệu quả phong trào toàn dân bảo vệ an ninh Tổ quốc tỉnh Hà Giang, giai đoạn 2013-2020”',
      'Tổng kết Đề án “Nâng cao chất lượng, hiệu quả bảo vệ an ninh, trật tự của lực lượng Công an xã, giai đoạn 2014-2020”',
    ],
    hostUnitId: 'unt_ubnd-ha-giang',
    level: 'province',
    heldOn: { precision: 'day', value: '2020-11-06', part: 'afternoon' },
    sources: [
      {
        key: 'bao-ha-giang',
        title: 'Tin về Hội nghị tổng kết hai đề án của tỉnh Hà Giang',
        publisher: 'Báo Hà Giang',
        publishedOn: '2020-11',
      },
    ],
    persons: [
      { key: 'quy', person: 'tran-duc-quy', roles: ['chair', 'conclusion'], from },
      { key: 'ngoc', person: 'phan-huy-ngoc', roles: ['chair'], from },
      { key: 'chien', person: 'chung-thi-chien', roles: ['guest'], from },
    ],
    groups: [{ key: 'so-nganh', text: 'lãnh đạo các sở, ngành, huyện, thành phố', from }],
    topics: [
      { key: 'phoi-hop', text: 'kinh nghiệm phối hợp thực hiện hai đề án ở cơ sở', from },
      {
        key: 'ngay-hoi',
        text: 'tổ chức “Ngày hội toàn dân bảo vệ an ninh Tổ quốc” và nhân rộng mô hình gắn với xây dựng nông thôn mới',
        from,
      },
      { key: 'chinh-quy', text: 'bố trí Công an chính quy làm Công an xã', from },
      { key: 'che-do', text: 'chế độ, chính sách đối với Công an xã', from },
    ],
    paragraphs: [
      {
        key: 'ket-qua',
        part: 'report',
        text: 'Hội nghị đánh giá hai đề án hoàn thành, có chỉ tiêu vượt kế hoạch; lực lượng Công an xã được củng cố, nhiều địa phương huy động được nguồn lực xã hội cho phong trào.',
        from,
      },
    ],
    figures: [
      {
        key: 'hoi-nghi',
        said: 'trên 5 nghìn hội nghị',
        subject: 'Hội nghị về phòng, chống tội phạm và phổ biến pháp luật',
        period,
        from,
      },
      {
        key: 'luot-nguoi',
        said: '575 nghìn lượt người',
        subject: 'Lượt người dự các hội nghị đó',
        period,
        from,
      },
      {
        key: 'co-so',
        said: '365 mô hình',
        subject: 'Mô hình tự quản về an ninh, trật tự tại cơ sở',
        period,
        from,
      },
      {
        key: 'co-quan',
        said: 'trên 100 mô hình',
        subject: 'Mô hình trong cơ quan, đơn vị, trường học',
        period,
        from,
      },
      {
        key: 'cong-an-xa',
        said: 'hơn 2.900 đồng chí',
        subject: 'Công an xã trong toàn tỉnh',
        period: 'năm 2020',
        from,
      },
    ],
    directives: [
      {
        key: 'nhan-thuc',
        text: 'Quán triệt vị trí, vai trò của phong trào là công tác trọng tâm, thường xuyên để xây dựng thế trận an ninh nhân dân',
        saidBy: quy,
        owners: 'cấp ủy, chính quyền, Mặt trận Tổ quốc, đoàn thể',
        from,
      },
      {
        key: 'tap-huan',
        text: 'Tập huấn lực lượng Công an ở cơ sở, duy trì các tổ chức quần chúng, nhân rộng điển hình và diễn đàn “Công an xã lắng nghe ý kiến nhân dân”',
        saidBy: quy,
        owners: 'các sở, ban, ngành, đoàn thể, Ủy ban nhân dân các huyện, thành phố',
        from,
      },
      {
        key: 'chinh-quy',
        text: 'Bố trí Công an xã chính quy, duy trì Công an xã bán chuyên trách; nâng chất lượng phong trào giai đoạn 2021-2025',
        saidBy: quy,
        owners: 'các sở, ban, ngành, đoàn thể, Ủy ban nhân dân các huyện, thành phố',
        from,
      },
    ],
    commendations: [
      { key: 'bang-khen', awards: ['certificate'], authorities: ['Chủ tịch UBND tỉnh'], from },
      { key: 'giay-khen', awards: ['letter'], authorities: ['Giám đốc Công an tỉnh'], from },
    ],
  },
}
