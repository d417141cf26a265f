// Times as an invitation says them: `14 giờ 00, ngày 23 tháng 11 năm 2022`.
import { clockWords, dayWords } from '#functions/minutes/words.rules.ts'
import { civilDay } from '#functions/shared/time.ts'
import { hourMinute } from '#web/lib/format.ts'
import type { Language } from '#web/lib/i18n/index.ts'

const englishDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

export const clockIn = (language: Language, instant: string): string =>
  language === 'vi' ? clockWords(instant) : hourMinute(instant)

export const dayIn = (language: Language, instant: string): string =>
  language === 'vi' ? dayWords(instant) : englishDay.format(new Date(instant))

export const momentIn = (language: Language, instant: string): string =>
  `${clockIn(language, instant)}, ${dayIn(language, instant)}`

/** Whether a conference begins and ends on one civil day, as nearly all do. */
export const isOneDay = (from: string, to: string): boolean => civilDay(from) === civilDay(to)
