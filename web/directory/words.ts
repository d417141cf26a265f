// The words of units and persons, fetched with the pages that speak them.
import type { Worded } from '#web/lib/i18n/worded.ts'

export const vi = {
  title: 'Đơn vị',
} as const

export const en: Worded<typeof vi> = {
  title: 'Units',
}
