// The conference of the People's Committee of Hải Dương on 07/3/2017, as one report tells it; the sentences are ours.
import type { Report } from './report.ts'

const from = { source: 'bai-viet' }
const inText = { source: 'bai-viet', place: 'chính văn' }
const inCaption = { source: 'bai-viet', place: 'chú thích ảnh' }
const ministry = 'Bộ Công an'
const province = 'UBND tỉnh Hải Dương'
const son = 'Trung tướng Nguyễn Văn Sơn, Thứ trưởng Bộ Công an'

export const haiDuong: Report = {
  slug: 'hai-duong',
  knownSince: '2017-03-08',
  settled: {
    chosen: 'sources-disagree',
    reason: 'chính văn và chú thích ảnh của cùng một bài ghi khác nhau, chưa có tài liệu gốc để đối chiếu',
  },
  facts: {
    title: [
      'Tổng kết phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2016',
      'Phát động phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2017',
      'Triển khai Đề án “Xây dựng làng an toàn, khu dân cư an toàn; cơ quan, doanh nghiệp an toàn về an ninh, trật tự” giai đoạn 2016-2020',
    ],
    hostUnitId: 'unt_ubnd-hai-duong',
    level: 'province',
    heldOn: { precision: 'day', value: '2017-03-07' },
    sources: [
      {
        key: 'bai-viet',
        title: 'Bài tường thuật Hội nghị tổng kết phong trào năm 2016 của tỉnh Hải Dương',
        publishedOn: '2017-03-08',
      },
    ],
    persons: [
      { key: 'son', person: 'nguyen-van-son', roles: ['guest', 'direction'], from },
      { key: 'hien', person: 'nguyen-manh-hien', roles: ['guest'], from },
      { key: 'thai', person: 'nguyen-duong-thai', roles: ['speech'], from },
      { key: 'phi', person: 'bui-ngoc-phi', roles: ['report'], from },
    ],
    groups: [
      { key: 'tinh', text: 'đại diện Ban Thường vụ Tỉnh ủy, Hội đồng nhân dân, Ủy ban nhân dân tỉnh', from },
      { key: 'bo', text: 'lãnh đạo một số đơn vị trực thuộc Bộ Công an', from },
      { key: 'cong-an', text: 'đại diện Công an một số địa phương', from },
    ],
    paragraphs: [
      {
        key: 'bao-cao',
        part: 'report',
        by: 'phi',
        text: 'Báo cáo nêu: năm 2016, phong trào trong tỉnh được cấp ủy, chính quyền các cấp chỉ đạo, gắn với phát triển kinh tế - xã hội và quản lý nhà nước về an ninh, trật tự.',
        from,
      },
      {
        key: 'de-an',
        part: 'speech',
        by: 'son',
        text: 'Thứ trưởng ghi nhận kết quả năm 2016, nhất là việc Công an tỉnh thực hiện Đề án về làng, khu dân cư, cơ quan, doanh nghiệp an toàn.',
        from,
      },
    ],
    figures: [
      {
        key: 'khen',
        said: '207 tập thể, cá nhân',
        subject: 'Điển hình của phong trào được các cấp khen thưởng',
        period: 'năm 2016',
        from,
      },
      {
        key: 'an-toan',
        said: '147 làng, khu dân cư, xã, phường, cơ quan, doanh nghiệp, trường học',
        subject: 'Nơi được Ủy ban nhân dân tỉnh công nhận “An toàn về an ninh, trật tự”',
        period: 'giai đoạn 2011-2015',
        from,
      },
    ],
    citations: [
      {
        key: 'chi-thi-02',
        said: 'Chỉ thị số 02 của UBND tỉnh Hải Dương về “Đẩy mạnh thực hiện phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2017”',
        from,
      },
    ],
    directives: [
      {
        key: 'tham-muu',
        text: 'Chủ động tham mưu cho Tỉnh ủy, Ủy ban nhân dân tỉnh thực hiện các chỉ thị, nghị quyết về bảo đảm an ninh, trật tự',
        saidBy: son,
        ownerUnitIds: ['unt_ca-hai-duong'],
        citations: ['chi-thi-02'],
        from,
      },
      {
        key: 'doi-moi',
        text: 'Đổi mới cách tuyên truyền, vận động cho phù hợp với tỉnh đang chuyển sang công nghiệp; gắn phong trào với xây dựng nông thôn mới, nhất là tiêu chí số 19',
        saidBy: son,
        ownerUnitIds: ['unt_ca-hai-duong'],
        from,
      },
      {
        key: 'mo-hinh',
        text: 'Sơ kết các mô hình, nhân rộng mô hình tốt, bỏ mô hình không còn phù hợp',
        saidBy: son,
        ownerUnitIds: ['unt_ca-hai-duong'],
        from,
      },
      {
        key: 'co-so',
        text: 'Chỉ đạo sát hơn việc bảo vệ an ninh, trật tự và phong trào ở cơ sở',
        saidBy: 'Nguyễn Dương Thái, Chủ tịch Ủy ban nhân dân tỉnh Hải Dương',
        owners: 'cấp ủy, chính quyền các huyện, thị xã, thành phố',
        from,
      },
    ],
    commendations: [
      {
        key: 'co-xuat-sac',
        awards: ['excellent-flag'],
        authorities: [ministry],
        individuals: 3,
        from: inText,
      },
      {
        key: 'co-xuat-sac-anh',
        awards: ['excellent-flag'],
        authorities: [ministry],
        to: 'collectives',
        from: inCaption,
      },
      { key: 'bang-khen-bo', awards: ['certificate'], authorities: [ministry], collectives: 12, from },
      { key: 'co-tinh', awards: ['flag'], authorities: [province], collectives: 2, from },
      {
        key: 'bang-khen-tinh',
        awards: ['certificate'],
        authorities: [province],
        collectives: 13,
        individuals: 2,
        from,
      },
    ],
  },
}
