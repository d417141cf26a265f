// The words of the live channel, fetched with the pages that speak them.
import type { Worded } from '#web/lib/i18n/worded.ts'

export const vi = {
  stale: 'Màn hình chưa cập nhật từ {{time}}. Đang nối lại…',
  staleEver: 'Màn hình chưa nối được với máy chủ. Đang nối lại…',
} as const

export const en: Worded<typeof vi> = {
  stale: 'Nothing new has reached this screen since {{time}}. Reconnecting…',
  staleEver: 'This screen has not reached the server yet. Reconnecting…',
}
