// The words of the live channel, fetched with the pages that speak them.
import type { Worded } from '#web/lib/i18n/worded.ts'

export const vi = {
  title: 'Trực tuyến',
} as const

export const en: Worded<typeof vi> = {
  title: 'Live',
}
