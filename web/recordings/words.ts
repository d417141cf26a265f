// The words of the recordings, fetched with the pages that speak them.
import type { Worded } from '#web/lib/i18n/worded.ts'

export const vi = {
  title: 'Ghi hình',
}

export const en: Worded<typeof vi> = {
  title: 'Recordings',
}
