// The words printed documents need beyond the minutes' own: states, kinds, what is not known. Pure.
import { clockWords, momentWords } from '#functions/minutes/words.rules.ts'

export const markWords: Record<string, string> = {
  present: 'Có mặt',
  online: 'Có mặt (trực tuyến)',
  absent: 'Vắng mặt',
  substituted: 'Cử người dự thay',
  unmarked: 'Chưa điểm danh',
}

export const paperStateWords: Record<string, string> = {
  submitted: 'Đã gửi, chưa xem xét',
  'under-review': 'Đang xem xét',
  accepted: 'Được chấp nhận, chưa trình bày',
  returned: 'Trả lại để hoàn thiện',
  declined: 'Không được chấp nhận',
  scheduled: 'Đã xếp vào chương trình, chưa trình bày',
  delivered: 'Đã trình bày tại Hội nghị',
  'taken-as-written': 'Ghi nhận bằng văn bản',
  withdrawn: 'Đơn vị đã rút',
}

export const faultWords: Record<string, string> = {
  picture: 'mất hình',
  sound: 'mất tiếng',
  link: 'mất kết nối',
}

export const turnWords = {
  done: 'Đã phát biểu',
  skipped: 'Không phát biểu',
  suspended: 'Tạm dừng',
} as const

const flagWords: Record<string, string> = {
  'number-missing': 'chưa rõ số',
  'symbol-missing': 'chưa rõ ký hiệu',
  'year-missing': 'chưa rõ năm ban hành',
  'date-missing': 'chưa rõ ngày ban hành',
  'issuer-missing': 'chưa rõ cơ quan ban hành',
  'owner-missing': 'chưa rõ đơn vị thực hiện',
  'due-date-missing': 'chưa rõ thời hạn',
  'citation-withdrawn': 'căn cứ đã rút',
  'award-missing': 'chưa rõ hình thức',
  'authority-missing': 'chưa rõ cấp khen thưởng',
  'count-missing': 'chưa rõ số lượng',
  'not-split': 'chưa tách theo hình thức, cấp khen thưởng',
  'number-unreadable': 'chưa đọc được số',
  'unit-missing': 'chưa rõ đơn vị tính',
  'period-missing': 'chưa rõ thời kỳ',
  'source-missing': 'chưa rõ nguồn',
  'citation-unreadable': 'chưa rõ văn bản được viện dẫn',
}

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What is not known of an entry, as part of a line; empty when all is. */
export const flagsWords = (flags: readonly string[]): string =>
  flags.map((flag) => flagWords[flag] ?? flag).join('; ')

/** `14 giờ 05 – 14 giờ 12`; an open end is told as such. */
export const spanWords = (from: string | undefined, to: string | undefined): string => {
  if (!from) return ''
  return to ? `${clockWords(from)} – ${clockWords(to)}` : `từ ${clockWords(from)}`
}

/** A civil day, `2022-12-15`, as tables write it. */
export const shortDay = (day: string): string => day.split('-').reverse().join('/')

export const signedWords = (at: string): string => `Đã ký lúc ${momentWords(at)}`
