// Days and times as somebody types them in two fields, and as the office says them. Always Asia/Ho_Chi_Minh. Pure.
import { clockWords, dayWords } from '#functions/minutes/words.rules.ts'
import { civilDay, civilTime } from '#functions/shared/time.ts'
import type { Language } from '#web/lib/i18n/index.ts'

/** As typed: a browser's own date fields follow the browser's language, where 06/12 may be June. */
export type When = { day: string; time: string }

export const nowhen: When = { day: '', time: '' }

export const isBlank = ({ day, time }: When): boolean => day.trim() === '' && time.trim() === ''

const two = (value: string | number): string => String(value).padStart(2, '0')

/** `23/11/2022`, `23.11.2022`, `23-11-2022` as `2022-11-23`; undefined for what is no day. */
export const civilDayOf = (text: string): string | undefined => {
  const found = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})$/.exec(text.trim())
  if (!found) return undefined
  const [, day = '', month = '', year = ''] = found
  const iso = `${year}-${two(month)}-${two(day)}`
  const at = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? undefined : iso
}

/** `14:00`, `14h`, `14h30`, `8 giờ 30`, `1400` as `14:00`; undefined for what is no time of day. */
export const civilTimeOf = (text: string): string | undefined => {
  const told = text.trim().normalize('NFC')
  const found =
    /^(\d{1,2})\s*(?::|\.|h|giờ|g)\s*(\d{1,2})?\s*(?:phút|p)?$/iu.exec(told) ?? /^(\d{1,2})(\d\d)$/.exec(told)
  if (!found) return undefined
  const [, hour = '', minute = '0'] = found
  return Number(hour) < 24 && Number(minute) < 60 ? `${two(Number(hour))}:${two(Number(minute))}` : undefined
}

/** The instant of a day and a time as typed, in UTC; undefined while either is missing or is none. */
export const instantOf = (when: When): string | undefined => {
  const [day, time] = [civilDayOf(when.day), civilTimeOf(when.time)]
  return day && time ? new Date(`${day}T${time}:00+07:00`).toISOString() : undefined
}

/** `2022-11-23` as people write it, `23/11/2022`. */
export const dayAsWritten = (day = ''): string => day.split('-').toReversed().join('/')

export const whenOf = (instant: string | undefined): When =>
  instant ? { day: dayAsWritten(civilDay(instant)), time: civilTime(instant) } : nowhen

/** A time alone is on the day of another. */
export const onDayOf = (when: When, { day }: When): When => (when.day || !when.time ? when : { ...when, day })

const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']

const english = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** `14 giờ 00, thứ Tư ngày 23 tháng 11 năm 2022` */
export const inWords = (language: Language, instant: string): string => {
  if (language === 'en') return `${civilTime(instant)}, ${english.format(new Date(instant))}`
  const weekday = weekdays[new Date(`${civilDay(instant)}T00:00:00Z`).getUTCDay()]
  return `${clockWords(instant)}, ${weekday} ${dayWords(instant)}`
}
