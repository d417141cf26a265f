// The words of scheduling a conference, fetched with the pages that speak them.
import type { Worded } from '#web/lib/i18n/worded.ts'

export const vi = {
  title: 'Lên lịch hội nghị',
} as const

export const en: Worded<typeof vi> = {
  title: 'Schedule a conference',
}
