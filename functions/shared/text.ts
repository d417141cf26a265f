// Text as people type it: NFC, trimmed, free of control characters; and its folded form for search. Pure.
import * as z from 'zod'

const controls = /^[^\p{Cc}\u200b\u2028-\u202e\u2066-\u2069\ufeff]*$/u
const controlsButBreaks = /^(?:[\n\t]|[^\p{Cc}\u200b\u2028-\u202e\u2066-\u2069\ufeff])*$/u

/** One line of text: NFC, trimmed, 1 to `max` characters, no control or direction-changing characters. */
export const line = (max: number) =>
  z.string().normalize('NFC').trim().min(1).max(max).regex(controls, 'control characters')

/** Text of several lines: NFC, trimmed, 1 to `max` characters, line breaks and tabs allowed. */
export const paragraphs = (max: number) =>
  z.string().normalize('NFC').trim().min(1).max(max).regex(controlsButBreaks, 'control characters')

/**
 * The form two spellings share in search: no diacritics, đ as d, lower case, single spaces.
 * @example fold('Công an tỉnh Thừa Thiên Huế') // 'cong an tinh thua thien hue'
 */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim()

const collator = new Intl.Collator('vi', { sensitivity: 'variant', numeric: true })

/** Vietnamese alphabetical order. */
export const compareVietnamese = (a: string, b: string): number => collator.compare(a, b)
