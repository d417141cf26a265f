// Text as search reads it: words without diacritics, each with its place in what was written, short forms told long. Pure.
import { fold } from '#functions/shared/text.ts'
import { capitalsOnly, shortForms } from './abbreviations.data.ts'

/** A word as it is indexed, and where it was written, in UTF-16 code units; several share a place where one was short. */
export type Word = { word: string; from: number; to: number }

/** Letters whose fold is looked up: Latin with all its marks. What lies beyond is asked one by one. */
const tableSize = 0x2000
const blank = 32
const letter = /[\p{L}\p{N}]/u

const foldedUnit = (code: number): number => {
  const char = String.fromCharCode(code)
  if (!letter.test(char)) return blank
  const folded = fold(char)
  return folded.length === 1 ? folded.charCodeAt(0) : char.toLowerCase().charCodeAt(0)
}

let table: Uint16Array | undefined

const tableOf = (): Uint16Array => {
  table ??= Uint16Array.from({ length: tableSize }, (_, code) =>
    code < 0x250 || code >= 0x1e00 ? foldedUnit(code) : 0xffff,
  )
  return table
}

/** Marks that join no letter would be places of nothing: what is kept for search goes without them. */
export const tidy = (text: string): string => text.normalize('NFC').replace(/\p{M}/gu, '')

/** Each character of tidy text without its marks, đ as d, small; whatever is no letter or digit as a blank: as long as the text. */
export const folded = (text: string): string => {
  const known = tableOf()
  const units = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const plain = code < tableSize ? (known[code] ?? blank) : 0xffff
    units[at] = plain === 0xffff ? foldedUnit(code) : plain
  }
  return Buffer.from(units.buffer).toString('utf16le')
}

/** Words as written, one by one. */
const rawWords = (text: string): Word[] => {
  const plain = folded(text)
  const words: Word[] = []
  for (let at = 0; at < plain.length; ) {
    if (plain.charCodeAt(at) === blank) at++
    else {
      const end = plain.indexOf(' ', at)
      const to = end < 0 ? plain.length : end
      words.push({ word: plain.slice(at, to), from: at, to })
      at = to
    }
  }
  return words
}

type Short = { short: string[]; long: string[]; capitals: string | undefined }

let shorts: Map<string, Short[]> | undefined

/** By their first word, those of more words first. */
const shortsBy = (): Map<string, Short[]> => {
  if (shorts) return shorts
  const all = shortForms.map(([short, long]) => {
    const key = fold(short)
    const capitals = capitalsOnly.includes(key) ? short.toUpperCase().replaceAll(' ', '') : undefined
    return { short: key.split(' '), long: fold(long).split(' '), capitals }
  })
  shorts = Map.groupBy(
    all.toSorted((a, b) => b.short.length - a.short.length),
    ({ short }) => short[0] ?? '',
  )
  return shorts
}

/** `44-KL/TW`, `09-CT/TTg` are symbols of papers: nothing in them is short for a title. */
const inSymbol = (text: string, { from, to }: { from: number; to: number }): boolean =>
  /[-/]/.test(text.charAt(from - 1)) || /[-/]/.test(text.charAt(to))

/**
 * What is short for something in capitals only: as it is `written` in a text, `TƯ` and `CA` but neither `TỰ` nor `CÀ MAU`;
 * searchers type small letters, or capitals alone, so of what they type it is `never` short, and then `ever`.
 */
export type Reading = 'written' | 'never' | 'ever'

const bare = (text: string): string => text.replace(/[\s.]/g, '').toUpperCase()

const isMeant = (written: string, capitals: string, reading: Reading): boolean => {
  if (reading === 'never') return false
  if (reading === 'ever') return bare(written) === capitals
  return written.replace(/[\s.]/g, '') === capitals
}

const fits = (text: string, words: readonly Word[], at: number, one: Short, reading: Reading): boolean => {
  const last = words[at + one.short.length - 1]
  const first = words[at]
  if (!first || !last || !one.short.every((word, step) => words[at + step]?.word === word)) return false
  const place = { from: first.from, to: last.to }
  if (inSymbol(text, place)) return false
  const written = text.slice(place.from, place.to)
  if (one.short.length > 1 && !/^\p{L}+(?:[.]\s*|\s+)\p{L}+$/u.test(written)) return false
  return one.capitals === undefined || isMeant(written, one.capitals, reading)
}

/** `2.932` is one number: dots part thousands. */
const thousandsAt = (text: string, words: readonly Word[], at: number): number => {
  let next = at + 1
  if (!/^\d{1,3}$/.test(words[at]?.word ?? '')) return at
  while (
    /^\d{3}$/.test(words[next]?.word ?? '') &&
    text.slice(words[next - 1]?.to, words[next]?.from) === '.'
  )
    next++
  return next - 1
}

/** The words of tidy text. */
export const wordsOf = (text: string, reading: Reading = 'written'): Word[] => {
  const raw = rawWords(text)
  const words: Word[] = []
  for (let at = 0; at < raw.length; at++) {
    const first = raw[at] as Word
    const short = shortsBy()
      .get(first.word)
      ?.find((one) => fits(text, raw, at, one, reading))
    const end = short ? at + short.short.length - 1 : thousandsAt(text, raw, at)
    const { to } = raw[end] as Word
    const told = short?.long ?? [
      raw
        .slice(at, end + 1)
        .map(({ word }) => word)
        .join(''),
    ]
    for (const word of told) words.push({ word, from: first.from, to })
    at = end
  }
  return words
}

/** What is indexed of a text: its words, one blank apart. */
export const indexed = (text: string): string =>
  wordsOf(text)
    .map(({ word }) => word)
    .join(' ')

/** Every way a phrase of words may have been written, as a pattern over folded text: long, or short where that has a short form. */
export const writtenAs = (words: readonly string[], prefix: boolean): string => {
  const spelled = words.map((word) => (/^\d{4,}$/.test(word) ? word.replace(/\B(?=(\d{3})+$)/g, ' ?') : word))
  const all = [...shortsBy().values()].flat()
  let pattern = spelled.join(' +')
  for (const { short, long, capitals } of all) {
    if (capitals && words.length === long.length) continue
    const whole = long.join(' +')
    pattern = pattern.replace(
      new RegExp(`(?<![^ +(|:])${whole.replaceAll('+', '\\+')}(?![^ )|])`),
      `(?:${whole}|${short.join(' +')})`,
    )
  }
  return `(?<![^ ])${pattern}${prefix ? '[^ ]*' : '(?![^ ])'}`
}
