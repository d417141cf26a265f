// The words of long work, fetched with the pages that speak them.
import type { Worded } from '#web/lib/i18n/worded.ts'

export const vi = {
  title: 'Công việc',
  lead: 'Những việc dài chạy nền do đồng chí khởi động: nhập, xuất danh sách, thêm nhiều điểm cầu.',
  list: 'Công việc đã khởi động',
  none: 'Chưa có công việc nào',
  noneHint: 'Khi đồng chí nhập hoặc xuất danh sách lớn, tiến độ hiện ở đây.',
  progress: 'Tiến độ',
  counted: 'Đã xong {{done}} trên {{total}}',
  stopping: 'Đang dừng',
  cancel: 'Dừng lại',
  save: 'Tải về',
  started: 'Khởi động {{at}}, {{by}}',
  column: { kind: 'Công việc', at: 'Khởi động', done: 'Đã xong', errors: 'Dòng lỗi', state: 'Tình trạng' },
  state: {
    queued: 'Đang chờ',
    running: 'Đang chạy',
    done: 'Đã xong',
    failed: 'Không thành công',
    cancelled: 'Đã dừng',
  },
  errors: {
    many: 'Có {{total}} dòng chưa đúng (hiện {{shown}} dòng đầu)',
    row: 'Dòng',
    column: 'Cột',
    what: 'Cần sửa',
  },
  kind: {
    'attendance export': 'Xuất bảng điểm danh',
    'units import': 'Nhập danh sách đơn vị',
    'units export': 'Xuất danh sách đơn vị',
    'conferences move-points': 'Dời điểm cầu theo lịch mới',
    'points add': 'Thêm điểm cầu',
    'bulletin publish': 'Đăng hoặc gỡ bản tin',
  },
} as const

export const en: Worded<typeof vi> = {
  title: 'Jobs',
  lead: 'Long work you have started: lists in and out, many bridge points added.',
  list: 'Jobs started',
  none: 'No jobs yet',
  noneHint: 'When you take a large list in or out, its progress shows here.',
  progress: 'Progress',
  counted: '{{done}} of {{total}} done',
  stopping: 'Stopping',
  cancel: 'Stop',
  save: 'Download',
  started: 'Started {{at}}, {{by}}',
  column: { kind: 'Job', at: 'Started', done: 'Done', errors: 'Wrong rows', state: 'State' },
  state: { queued: 'Waiting', running: 'Running', done: 'Done', failed: 'Failed', cancelled: 'Stopped' },
  errors: {
    many: '{{total}} rows are wrong (the first {{shown}} shown)',
    row: 'Row',
    column: 'Column',
    what: 'What to correct',
  },
  kind: {
    'attendance export': 'Attendance written as a table',
    'units import': 'Units taken in',
    'units export': 'Units written as a table',
    'conferences move-points': 'Bridge points moved to the new time',
    'points add': 'Bridge points added',
    'bulletin publish': 'Bulletin published or taken down',
  },
}
