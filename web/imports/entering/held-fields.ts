// When a past conference was held, as one types it: as the document says it, or set right by hand. Pure.
import { type HeldOnInput, heldWords, readHeldOn } from '#functions/imports/held.rules.ts'
import { dayAsWritten } from '#web/lib/when.ts'
import type { Fields } from '#web/outcomes/outcome-fields.ts'
import type { Form } from './form.ts'

const two = (value = '') => value.padStart(2, '0')

/** `6/11/2020`, `11/2020`, `2020` as `2020-11-06`, `2020-11`, `2020`; what is none of them as it is: the API says so. */
export const partDateOf = (typed = ''): string => {
  const text = typed.trim()
  const found = /^(?:(?:(\d{1,2})\s*[./-]\s*)?(\d{1,2})\s*[./-]\s*)?(\d{4})$/.exec(text)
  if (!found) return text
  const [, day, month, year = ''] = found
  return [year, ...(month ? [two(month)] : []), ...(day ? [two(day)] : [])].join('-')
}

/** The other way round. */
export const asWritten = (date: string | undefined): string => dayAsWritten(date)

/** When the first source that tells it came out. */
export const publishedOf = ({ lists }: Form): string | undefined =>
  lists.sources
    .map(({ fields }) => partDateOf(fields.publishedOn))
    .find((date) => /^\d{4}(-\d\d){0,2}$/.test(date))

const monthShape = /(?<![\d./-])(?:tháng\s+)?(\d{1,2})\s*(?:[./-]|\s+năm\s+)\s*(\d{4})(?![\d/])/iu
const yearShape = /(?<![\d./-])(?:năm\s+)?(\d{4})(?![\d./-])/iu

/** A day as reports begin with it, else a month of a year, else a year. */
export const readHeld = (said: string, published?: string): HeldOnInput | undefined => {
  const day = readHeldOn(said, published)
  if (day) return day
  const text = said.normalize('NFC')
  const [, month, year] = monthShape.exec(text) ?? []
  if (month && year && Number(month) >= 1 && Number(month) <= 12)
    return { precision: 'month', value: `${year}-${two(month)}` }
  // What names a day that cannot be is no year.
  const alone = /\d\s*[./-]\s*\d/.test(text) ? undefined : yearShape.exec(text)?.[1]
  return alone && Number(alone) >= 1900 && Number(alone) < 2200
    ? { precision: 'year', value: alone }
    : undefined
}

const precisions = ['day', 'month', 'year', 'unknown'] as const
const parts = ['morning', 'afternoon'] as const

/** Set right by hand where somebody did, else as it reads. */
export const heldOf = (form: Form): HeldOnInput => {
  const { heldOwn, heldSaid = '', precision, heldValue, part } = form.facts
  if (!heldOwn) return readHeld(heldSaid, publishedOf(form)) ?? { precision: 'unknown' }
  const known = precisions.find((one) => one === precision) ?? 'unknown'
  const half = parts.find((one) => one === part)
  return {
    precision: known,
    ...(known === 'unknown' ? {} : { value: partDateOf(heldValue) }),
    ...(known === 'day' && half ? { part: half } : {}),
  }
}

/** The fields to set right by hand, beginning with what was understood. */
export const heldByHand = ({ precision, value, part }: HeldOnInput): Fields => ({
  heldOwn: 'yes',
  precision,
  heldValue: asWritten(value),
  part: part ?? '',
})

/** The fields of what is entered already: in words where they read back as they were, else by hand. */
export const heldFieldsOf = (held: HeldOnInput, published: string | undefined): Fields => {
  const heldSaid = heldWords(held) ?? ''
  const read = readHeld(heldSaid, published) ?? { precision: 'unknown' as const }
  const reads = (['precision', 'value', 'part'] as const).every((name) => read[name] === held[name])
  return { heldSaid, ...heldByHand(held), ...(reads ? { heldOwn: '' } : {}) }
}
