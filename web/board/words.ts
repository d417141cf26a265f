// The words of wall screens, fetched with the pages that speak them.
import type { Worded } from '#web/lib/i18n/worded.ts'

export const vi = {
  title: 'Màn hình hội trường',
} as const

export const en: Worded<typeof vi> = {
  title: 'Wall screens',
}
