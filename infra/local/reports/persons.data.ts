// Whom the reports of past conferences name, each one person of the directory however many reports name them.
import type { PersonKey } from './report.ts'

export const persons: Record<PersonKey, { name: string } & Record<string, string>> = {
  'nguyen-van-son': { rank: 'Trung tướng', name: 'Nguyễn Văn Sơn', stateTitle: 'Thứ trưởng Bộ Công an' },
  'nguyen-manh-hien': {
    name: 'Nguyễn Mạnh Hiển',
    partyTitle: 'Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy Hải Dương',
    stateTitle: 'Chủ tịch Hội đồng nhân dân tỉnh Hải Dương',
  },
  'nguyen-duong-thai': {
    name: 'Nguyễn Dương Thái',
    stateTitle: 'Chủ tịch Ủy ban nhân dân tỉnh Hải Dương',
  },
  'bui-ngoc-phi': { rank: 'Đại tá', name: 'Bùi Ngọc Phi', stateTitle: 'Giám đốc Công an tỉnh Hải Dương' },
  'luu-thi-huyen': { name: 'Lưu Thị Huyền', partyTitle: 'Phó Bí thư Thường trực Huyện ủy Gia Viễn' },
  'vu-thi-duoc': {
    name: 'Vũ Thị Dược',
    partyTitle: 'Huyện ủy viên',
    stateTitle: 'Phó Chủ tịch Ủy ban nhân dân huyện Gia Viễn',
  },
  'tran-duc-quy': {
    name: 'Trần Đức Quý',
    stateTitle: 'Phó Chủ tịch Ủy ban nhân dân tỉnh Hà Giang',
    role: 'Trưởng Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và thực hiện phong trào bảo vệ an ninh Tổ quốc tỉnh',
  },
  'phan-huy-ngoc': { rank: 'Đại tá', name: 'Phan Huy Ngọc', stateTitle: 'Giám đốc Công an tỉnh Hà Giang' },
  'chung-thi-chien': {
    name: 'Chúng Thị Chiên',
    partyTitle: 'Ủy viên Ban Thường vụ Tỉnh ủy Hà Giang',
    stateTitle: 'Phó Chủ tịch Thường trực Hội đồng nhân dân tỉnh Hà Giang',
  },
  'nguyen-van-tri': {
    name: 'Nguyễn Văn Trì',
    stateTitle: 'Chủ tịch Ủy ban nhân dân tỉnh Vĩnh Phúc',
  },
}
