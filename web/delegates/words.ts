// The words of a delegate's pages, fetched with the pages that speak them.
import type { Worded } from '#web/lib/i18n/worded.ts'

export const vi = {
  title: 'Việc của tôi',
} as const

export const en: Worded<typeof vi> = {
  title: 'My tasks',
}
