// What may be set: the font's own letters, and words that find room in a column. All else would make a PDF/A impossible.
import { readFileSync } from 'node:fs'

/** `(first, last)` of every run of characters in a table of format 4, the only one that Tinos has for the plane in use. */
const runsOf = (cmap: Buffer): [number, number][] => {
  for (let record = 0; record < cmap.readUInt16BE(2); record++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + record * 8 + 4))
    if (table.readUInt16BE(0) !== 4) continue
    const doubled = table.readUInt16BE(6)
    return Array.from({ length: doubled / 2 }, (_, at) => [
      table.readUInt16BE(16 + doubled + at * 2),
      table.readUInt16BE(14 + at * 2),
    ])
  }
  throw new Error('the font has no table of characters that is known here')
}

const cmapOf = (font: Buffer): Buffer => {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16)
    if (font.toString('latin1', at, at + 4) === 'cmap') return font.subarray(font.readUInt32BE(at + 8))
  throw new Error('the font has no table of characters')
}

/** PDF/A has no place for these, whatever a font says. */
const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfeff

/** Which characters every one of these fonts has, by code unit. */
const coverageOf = (files: readonly string[]): Uint8Array => {
  const seen = new Uint8Array(0x10000)
  for (const file of files)
    for (const [first, last] of runsOf(cmapOf(readFileSync(file))))
      for (let code = first; code <= Math.min(last, 0xfffd); code++) seen[code] = (seen[code] ?? 0) + 1
  return seen.map((fonts, code) => (fonts === files.length && !isControl(code) ? 1 : 0))
}

/** What no font of ours has is named by its number, so that a reader sees that something stands there. */
const named = (character: string): string =>
  /[\p{Cc}\p{Cf}]/u.test(character)
    ? ' '
    : `[U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`

const longestWord = 20
const longWords = new RegExp(`[^\\s]{${longestWord + 1},}`, 'gu')
const breakHere = '\u200b'

const withBreaks = (word: string): string =>
  [...word]
    .map((character, at) => (at > 0 && at % longestWord === 0 ? breakHere + character : character))
    .join('')

/** @param files the faces of the font */
export const setterOf = (files: readonly string[]) => {
  const coverage = coverageOf(files)
  const isCovered = (text: string): boolean => {
    for (let at = 0; at < text.length; at++) if (coverage[text.charCodeAt(at)] !== 1) return false
    return true
  }
  const covered = (text: string): string =>
    isCovered(text)
      ? text
      : Array.from(text, (one) =>
          one.length === 1 && coverage[one.charCodeAt(0)] === 1 ? one : named(one),
        ).join('')
  return (text: string): string => covered(text).replace(longWords, withBreaks)
}
