// When a past conference was held, as far as its documents say: how that is read, placed in time and written. Pure.
import * as z from 'zod'
import type { HeldOn } from '#functions/minutes/text.schema.ts'

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const isUsable = (text: string): boolean => {
  const year = Number(text.slice(0, 4))
  return year >= 1900 && year < 2200 && (text.length < 10 || isDay(text))
}

/** A year, a month of it, or a day: as much as a document says. */
export const PartDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .refine(isUsable, 'no such day')

const lengths = { day: 10, month: 7, year: 4, unknown: 0 } as const

/** A past conference is known by a day at best; the part of the day is known of a day only. */
export const HeldOnInput = z
  .strictObject({
    precision: z.enum(['day', 'month', 'year', 'unknown']),
    value: PartDate.optional(),
    part: z.enum(['morning', 'afternoon']).optional(),
  })
  .refine(({ precision, value = '' }) => value.length === lengths[precision], {
    path: ['value'],
    message: 'as long as the precision says',
  })
  .refine(({ precision, part }) => part === undefined || precision === 'day', {
    path: ['part'],
    message: 'only of a day',
  })
export type HeldOnInput = z.infer<typeof HeldOnInput>

const partWords = { sáng: 'morning', chiều: 'afternoon' } as const

const dayShape =
  /(?<!\d)(\d{1,2})\s*(?:[./-]|\s+tháng\s+)\s*(\d{1,2})(?:\s*(?:[./-]|\s+năm\s+)\s*(\d{4}))?(?![\d/])/iu

const iso = (year: string, month: string, day: string) =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

const partIn = (text: string) => {
  const word = /(?<!\p{L})(sáng|chiều)(?!\p{L})/iu.exec(text)?.[1]?.toLowerCase()
  return word === 'sáng' || word === 'chiều' ? { part: partWords[word] } : {}
}

/**
 * Reads a date as reports begin with it: `Chiều 6.11`, `Sáng ngày 23/02`, `Ngày 07/3/2017`.
 * @param published when the report came out: the year of a date without one, the one before where it would be later
 * @returns undefined where no day can be made out
 */
export const readHeldOn = (said: string, published?: string): HeldOnInput | undefined => {
  const text = said.normalize('NFC')
  const [, day, month, told] = dayShape.exec(text) ?? []
  const year = told ?? published?.slice(0, 4)
  if (!day || !month || !year) return undefined
  const inYear = iso(year, month, day)
  const isLater = !told && published !== undefined && inYear.slice(0, published.length) > published
  const value = isLater ? iso(String(Number(year) - 1), month, day) : inYear
  const read = HeldOnInput.safeParse({ precision: 'day', value, ...partIn(text) })
  return read.success ? read.data : undefined
}

const beginning = '0001-01-01T00:00:00.000Z'

/** Asia/Ho_Chi_Minh is UTC+7. */
const inUtc = (day: string, hour: string): string => new Date(`${day}T${hour}:00:00+07:00`).toISOString()

/** The first civil day its date may mean; undefined where no date is known. */
export const dayOf = ({ precision, value }: HeldOn): string | undefined =>
  precision === 'unknown' || value === undefined ? undefined : `${value}-01-01`.slice(0, 10)

/** The first moment its date may mean, as a UTC instant; year 0001 where no date is known. */
export const startOf = (held: HeldOn): string => {
  const day = dayOf(held)
  return day ? inUtc(day, held.part === 'afternoon' ? '12' : '00') : beginning
}

/** Days below 10 and months 1 and 2 take a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
const spokenDay = (day: string) => `ngày ${day}`
const spokenMonth = (month: string) => `tháng ${Number(month) < 3 ? month : Number(month)}`

/** `sáng ngày 23 tháng 02 năm 2023`, `tháng 3 năm 2017`, `năm 2017`; undefined where no date is known. */
export const heldWords = ({ precision, value = '', part }: HeldOn): string | undefined => {
  const [year = '', month = '', day = ''] = value.split('-')
  const half = part === 'morning' ? 'sáng ' : part === 'afternoon' ? 'chiều ' : ''
  if (precision === 'day') return `${half}${spokenDay(day)} ${spokenMonth(month)} năm ${year}`
  if (precision === 'month') return `${spokenMonth(month)} năm ${year}`
  return precision === 'year' ? `năm ${year}` : undefined
}
