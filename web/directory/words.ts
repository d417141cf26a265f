// The words of units and persons, fetched with the pages that speak them.
import type { Worded } from '#web/lib/i18n/worded.ts'

export const vi = {
  title: 'Đơn vị',
  field: { seeking: 'Đang tìm…', nothing: 'Không tìm thấy', clear: 'Xóa lựa chọn' },
} as const

export const en: Worded<typeof vi> = {
  title: 'Units',
  field: { seeking: 'Looking…', nothing: 'Nothing found', clear: 'Clear the choice' },
}
