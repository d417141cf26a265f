// The conference of Gia Viễn district on the morning of 23/02/2023, as the district's page tells it; the sentences are ours.
import type { Report } from './report.ts'

const from = { source: 'trang-huyen' }
const huyen = 'Lưu Thị Huyền, Phó Bí thư Thường trực Huyện ủy Gia Viễn'
const year = 'năm 2022'

export const giaVien: Report = {
  slug: 'gia-vien',
  knownSince: '2023-02-23',
  facts: {
    title: [
      'Tổng kết phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2022',
      'Triển khai chương trình công tác năm 2023',
    ],
    hostUnitId: 'unt_ubnd-huyen-gia-vien',
    level: 'district',
    heldOn: { precision: 'day', value: '2023-02-23', part: 'morning' },
    sources: [
      {
        key: 'trang-huyen',
        title: 'Tin về Hội nghị tổng kết phong trào năm 2022 của huyện Gia Viễn',
        publisher: 'Trang thông tin điện tử Ủy ban nhân dân huyện Gia Viễn',
        publishedOn: '2023-02-23',
      },
    ],
    persons: [
      { key: 'huyen', person: 'luu-thi-huyen', roles: ['guest', 'direction'], from },
      { key: 'duoc', person: 'vu-thi-duoc', roles: ['guest'], from },
    ],
    groups: [
      { key: 'tinh', text: 'đại diện lãnh đạo phòng nghiệp vụ Công an tỉnh', from },
      { key: 'huyen', text: 'lãnh đạo các ban xây dựng Đảng, Công an và một số cơ quan của huyện', from },
      { key: 'xa', text: 'bí thư, chủ tịch và trưởng Công an các xã, thị trấn', from },
      { key: 'khen', text: 'các tập thể, cá nhân được khen thưởng', from },
    ],
    paragraphs: [
      {
        key: 'phong-trao',
        part: 'report',
        text: 'Báo cáo nêu: năm 2022, phong trào được triển khai có trọng tâm, gắn với xây dựng nông thôn mới; các mô hình mới gồm tổ liên gia an toàn phòng cháy, xã không có tệ nạn ma túy (tại xã Gia Thắng) và câu lạc bộ pháp luật trong trường học; không xảy ra trọng án.',
        from,
      },
    ],
    figures: [
      {
        key: 'dang-chay',
        said: '10 mô hình',
        subject: 'Mô hình của phong trào đang hoạt động có hiệu quả',
        period: year,
        from,
      },
      { key: 'moi', said: '3 mô hình', subject: 'Mô hình xây dựng mới', period: year, from },
      {
        key: 'lien-gia',
        said: '21 xã, thị trấn',
        subject: 'Nơi có “Tổ liên gia an toàn về phòng cháy, chữa cháy”',
        period: year,
        from,
      },
      {
        key: 'truong',
        said: '25/25 trường',
        subject: 'Trường có “Câu lạc bộ phổ biến kiến thức pháp luật”',
        period: year,
        from,
      },
      {
        key: 'nguon-tin',
        said: 'hàng trăm nguồn tin',
        subject: 'Nguồn tin có giá trị do nhân dân cung cấp',
        period: year,
        from,
      },
      { key: 'vu', said: '49/50 vụ', subject: 'Số vụ đã điều tra, giải quyết', period: year, from },
    ],
    citations: [
      {
        key: 'ket-luan-44',
        said: 'Kết luận số 44-KL/TW ngày 22/01/2019 của Ban Bí thư về “Tiếp tục đẩy mạnh thực hiện Chỉ thị số 09-CT/TW”',
        from,
      },
      { key: 'chi-thi-09', said: 'Chỉ thị số 09-CT/TW của Ban Bí thư khóa XI', from },
      {
        key: 'thong-tu-124',
        said: 'Thông tư số 124/TT-BCA của Bộ Công an quy định tiêu chuẩn “An toàn về an ninh, trật tự”',
        from,
      },
    ],
    directives: [
      {
        key: 'van-ban',
        text: 'Tiếp tục quán triệt, thực hiện các văn bản của Đảng, Nhà nước về bảo đảm an ninh, trật tự và xây dựng phong trào',
        saidBy: huyen,
        owners: 'các ban, ngành, đoàn thể của huyện',
        citations: ['ket-luan-44', 'thong-tu-124'],
        from,
      },
      {
        key: 'phoi-hop',
        text: 'Phối hợp trong bảo đảm an ninh, trật tự và dân vận; đưa phong trào vào kế hoạch phát triển kinh tế - xã hội và bố trí nguồn lực',
        saidBy: huyen,
        owners: 'các ban, ngành, đoàn thể, Mặt trận Tổ quốc và các tổ chức thành viên',
        from,
      },
      {
        key: 'co-so',
        text: 'Đẩy mạnh tuyên truyền; củng cố Công an xã, bảo vệ cơ quan, dân phòng và các tổ chức quần chúng ở cơ sở',
        saidBy: huyen,
        owners: 'các ban, ngành, đoàn thể của huyện',
        from,
      },
    ],
    commendations: [
      {
        key: 'khen',
        awards: ['certificate', 'letter'],
        authorities: [
          'Bộ trưởng Bộ Công an',
          'Chủ tịch UBND tỉnh',
          'Giám đốc Công an tỉnh',
          'Chủ tịch UBND huyện',
        ],
        collectives: 5,
        individuals: 6,
        from,
      },
    ],
  },
}
