// The words of the meeting room, fetched with the pages that speak them.
import type { Worded } from '#web/lib/i18n/worded.ts'

export const vi = {
  title: 'Phòng họp',
}

export const en: Worded<typeof vi> = {
  title: 'Meeting room',
}
