// What records and searchers write short, with what it stands for: both are read as the long form.
import { abbreviations as titles } from '#functions/directory/titles.data.ts'

/** Bodies, programmes and ranks besides the titles; a blank or a dot parts what is written apart. */
const more: readonly [string, string][] = [
  ['tr tướng', 'trung tướng'],
  ['trg tướng', 'trung tướng'],
  ['thg tướng', 'thượng tướng'],
  ['đ tướng', 'đại tướng'],
  ['đ tá', 'đại tá'],
  ['thg tá', 'thượng tá'],
  ['tr tá', 'trung tá'],
  ['đ úy', 'đại úy'],
  ['thg úy', 'thượng úy'],
  ['tr úy', 'trung úy'],
  ['t ư', 'trung ương'],
  ['t w', 'trung ương'],
  ['cat', 'công an tỉnh'],
  ['catp', 'công an thành phố'],
  ['cax', 'công an xã'],
  ['tphcm', 'thành phố hồ chí minh'],
  ['sài gòn', 'thành phố hồ chí minh'],
  ['tt huế', 'thừa thiên huế'],
  ['brvt', 'bà rịa vũng tàu'],
  ['cand', 'công an nhân dân'],
  ['antq', 'an ninh tổ quốc'],
  ['bvantq', 'bảo vệ an ninh tổ quốc'],
  ['antt', 'an ninh trật tự'],
  ['ttatxh', 'trật tự an toàn xã hội'],
  ['attp', 'an toàn thực phẩm'],
  ['atgt', 'an toàn giao thông'],
  ['pccc', 'phòng cháy chữa cháy'],
  ['cnch', 'cứu nạn cứu hộ'],
  ['qlhc', 'quản lý hành chính'],
  ['ntm', 'nông thôn mới'],
  ['qcdc', 'quy chế dân chủ'],
  ['csgt', 'cảnh sát giao thông'],
  ['cshs', 'cảnh sát hình sự'],
  ['vksnd', 'viện kiểm sát nhân dân'],
  ['tand', 'tòa án nhân dân'],
]

/** Written alike by words of their own (`ca ngợi`, `từ`): short for something only in capitals. */
export const capitalsOnly: readonly string[] = ['ca', 'cat', 'tand', 't u', 'tu']

/** `TƯ` is short for Trung ương; folded it is also `từ`, `tự`, `tư`. */
export const shortForms: readonly [string, string][] = [
  ...titles.filter(([short]) => !short.includes('.')),
  ['tư', 'trung ương'],
  ...more,
]
