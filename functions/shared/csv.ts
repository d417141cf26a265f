// Tables as CSV: read as Excel and Google save them, written so that Excel opens them and runs nothing in them.
import { detectDelimiter, parseCsv, writeCsv } from 'hucre/csv'
import { Problem } from './problem.ts'
import { type Cell, expectRows, type Row } from './sheet.rules.ts'

/**
 * The rows of a CSV file with the line each begins on. The separator (comma, semicolon, tab) is told from the text; the
 * apostrophe that `writeCsvRows` puts before a formula is taken away again. Empty rows are left out.
 * @param bytes UTF-8, with or without byte order mark
 * @throws Problem `sheet-unreadable`, `sheet-too-large`
 */
export const readCsvRows = (bytes: Uint8Array): Row[] => {
  const text = decoded(bytes)
  // The header tells: cells below may hold any of them.
  const delimiter = detectDelimiter(text.split(/\r?\n/, 1)[0] ?? '')
  const rows = parseCsv(text, { delimiter, unescapeFormulae: true })
  return expectRows(numbered(rows))
}

/** Anything else than UTF-8 would be names full of question marks. */
const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem('sheet-unreadable')
  }
}

/** A quoted cell may run over several lines of the file; people count rows, as their program shows them. */
const numbered = (rows: unknown[][]): Row[] =>
  rows.map((cells, at) => ({ line: at + 1, cells: cells.map((cell) => String(cell ?? '')) }))

/**
 * A CSV file: UTF-8 with byte order mark, CRLF, and an apostrophe before what a spreadsheet would run as a formula
 * (`= + - @`, tab, carriage return).
 */
export const writeCsvRows = (rows: readonly (readonly Cell[])[]): Buffer =>
  Buffer.from(
    writeCsv(
      rows.map((row) => row.map((cell) => cell ?? '')),
      { bom: true, escapeFormulae: true },
    ),
  )
