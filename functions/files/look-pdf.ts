// What may be in a PDF. Names inside compressed objects are not seen here: files leave the house as attachments only.
import { Problem } from '#functions/shared/problem.ts'
import { endsAsZip } from './look-zip.ts'

/** Readers look for the end within so many bytes (ISO 32000, annex H). */
const tail = 1024

/** The name followed by what ends a name: `/JS(` is one, `/JSON` is another. */
const names = (...list: string[]) => new RegExp(`/(${list.join('|')})(?![A-Za-z0-9#._-])`)
const runs = names('JavaScript', 'JS', 'Launch')
const encrypts = names('Encrypt')

/** `/J#61vaScript` is `/JavaScript`. */
const plainNames = (text: string): string =>
  text.replace(/#([2-7][0-9A-Fa-f])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const begins = /\bstream\r?\n/g
const ends = 'endstream'

/**
 * The dictionaries and not the pictures: what stands between `stream` and `endstream` is data. One way through the
 * file: an expression with both words reads a hostile one as often as it says `stream`.
 */
const withoutStreams = (text: string): string => {
  const kept: string[] = []
  let from = 0
  for (const { index } of text.matchAll(begins)) {
    if (index < from) continue
    const end = text.indexOf(ends, index)
    if (end < 0) break
    kept.push(text.slice(from, index))
    from = end + ends.length
  }
  return kept.join('') + text.slice(from)
}

/**
 * @throws Problem `file-damaged` when it does not begin and end as a PDF, `file-encrypted` with a password or
 * restrictions, `file-active` with scripts or programs to start, `file-unsafe` when it is a ZIP as well
 */
export const lookIntoPdf = (bytes: Buffer): void => {
  const text = bytes.toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(text) || !text.slice(-tail).includes('%%EOF')) throw new Problem('file-damaged')
  if (endsAsZip(bytes)) throw new Problem('file-unsafe', { detail: 'pdf+zip' })
  const structure = plainNames(withoutStreams(text))
  if (encrypts.test(structure)) throw new Problem('file-encrypted')
  const found = runs.exec(structure)
  if (found) throw new Problem('file-active', { detail: found[1] ?? '' })
}
