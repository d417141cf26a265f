// Times and numbers as the office writes them; always Asia/Ho_Chi_Minh, whatever the device's zone.

const zone = 'Asia/Ho_Chi_Minh'

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

const partsOf = (instant: string | number) =>
  Object.fromEntries(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))

/** `14:00` */
export const hourMinute = (instant: string | number): string => {
  const { hour, minute } = partsOf(instant)
  return `${hour}:${minute}`
}

/** `14:00:07` */
export const wallClock = (instant: string | number): string =>
  `${hourMinute(instant)}:${partsOf(instant).second}`

/** `23/11/2022` */
export const day = (instant: string | number): string => {
  const at = partsOf(instant)
  return `${at.day}/${at.month}/${at.year}`
}

/** `14:00 · 23/11/2022`, for tables. */
export const moment = (instant: string | number): string => `${hourMinute(instant)} · ${day(instant)}`

const two = (value: number) => String(value).padStart(2, '0')

/** A running time, `07:42` or `1:07:42`. Never negative. */
export const runningTime = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** `2.932`: thousands with a dot, as Vietnamese writes them. */
export const count = (value: number): string => value.toLocaleString('vi-VN')

const unit = (name: string, value: number, locale: string, display: 'short' | 'long', digits = 0): string =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: name,
    unitDisplay: display,
    maximumFractionDigits: digits,
  }).format(value)

/** `1,2 MB`, `340 kB`. */
export const fileSize = (bytes: number): string =>
  bytes < 1_000_000
    ? unit('kilobyte', Math.max(1, Math.round(bytes / 1_000)), 'vi', 'short')
    : unit('megabyte', bytes / 1_000_000, 'vi', 'short', 1)

const spans = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** A length of time by its two largest units, `2 ngày 3 giờ`; under a minute it is one. */
export const lengthOfTime = (seconds: number, language: string): string => {
  let left = Math.max(60, Math.round(seconds))
  const found: string[] = []
  for (const [name, length] of spans) {
    const value = Math.floor(left / length)
    left -= value * length
    if (value > 0 && found.length < 2) found.push(unit(name, value, language, 'long'))
  }
  return found.join(' ')
}
