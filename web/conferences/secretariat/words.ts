// The words of the secretariat's desk, fetched with the pages that speak them.
import type { Worded } from '#web/lib/i18n/worded.ts'

export const vi = {
  title: 'Ban thư ký',
} as const

export const en: Worded<typeof vi> = {
  title: 'Secretariat',
}
