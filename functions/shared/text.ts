// Text as people type it: NFC, trimmed, free of control characters; and its folded form for search. Pure.
import * as z from 'zod'
import { later } from './later.ts'

const plain = /^[^\p{Cc}\p{Cs}\u200b\u2028-\u202e\u2066-\u2069\ufeff]*$/u
const plainWithBreaks = /^[\n\t[^\p{Cc}\p{Cs}\u200b\u2028-\u202e\u2066-\u2069\ufeff]]*$/v

/** One schema a length: the same lengths recur. */
const perLength = (make: (max: number) => z.ZodString) => {
  const made = new Map<number, z.ZodString>()
  return (max: number): z.ZodString => {
    const schema = made.get(max) ?? later(() => make(max))
    made.set(max, schema)
    return schema
  }
}

/** One line of text: NFC, trimmed, 1 to `max` characters, no control or direction-changing characters. */
export const line = perLength((max) =>
  z
    .string()
    .check(
      z.normalize('NFC'),
      z.trim(),
      z.minLength(1),
      z.maxLength(max),
      z.regex(plain, 'control characters'),
    ),
)

/** Text of several lines: NFC, line breaks as `\n`, trimmed, 1 to `max` characters, line breaks and tabs allowed. */
export const paragraphs = perLength((max) =>
  z.string().check(
    z.overwrite((text) => text.replace(/\r\n?/g, '\n')),
    z.normalize('NFC'),
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    z.regex(plainWithBreaks, 'control characters'),
  ),
)

/** A table as it is pasted: the same as paragraphs, but kept untrimmed, for its first cell may be empty. */
export const tableText = (max: number) =>
  z.string().check(
    z.overwrite((text) => text.replace(/\r\n?/g, '\n')),
    z.normalize('NFC'),
    z.maxLength(max),
    z.regex(/\S/, 'nothing was pasted'),
    z.regex(plainWithBreaks, 'control characters'),
  )

/**
 * The form two spellings share in search: no diacritics wherever they were put, đ (and ð, which old fonts had for it)
 * as d, lower case, single spaces.
 * @example fold('Công an tỉnh Thừa Thiên Huế') // 'cong an tinh thua thien hue'
 */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

let collator: Intl.Collator | undefined

/** Vietnamese alphabetical order. */
export const compareVietnamese = (a: string, b: string): number => {
  collator ??= new Intl.Collator('vi', { sensitivity: 'variant', numeric: true })
  return collator.compare(a, b)
}
