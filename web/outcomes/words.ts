// The words of outcomes, fetched with the pages that speak them.
import type { Worded } from '#web/lib/i18n/worded.ts'

export const vi = {
  title: 'Kết quả hội nghị',
} as const

export const en: Worded<typeof vi> = {
  title: 'Outcomes',
}
