// The words of long work, fetched with the pages that speak them.
import type { Worded } from '#web/lib/i18n/worded.ts'

export const vi = {
  title: 'Công việc',
} as const

export const en: Worded<typeof vi> = {
  title: 'Jobs',
}
