// The words of the chair's desk, fetched with the pages that speak them.
import type { Worded } from '#web/lib/i18n/worded.ts'

export const vi = {
  title: 'Bàn chủ trì',
} as const

export const en: Worded<typeof vi> = {
  title: 'Chair’s desk',
}
