// The words of the bridge-point operator's page, fetched with the pages that speak them.
import type { Worded } from '#web/lib/i18n/worded.ts'

export const vi = {
  title: 'Điểm cầu của tôi',
} as const

export const en: Worded<typeof vi> = {
  title: 'My bridge point',
}
