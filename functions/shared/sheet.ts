// Tables as XLSX: read row by row within bounds, written with a bold header that stays in sight.
import { streamXlsxRows, writeXlsx } from 'hucre/xlsx'
import { Problem } from './problem.ts'
import { type Cell, expectRows, mostColumns, mostRows, type Row } from './sheet.rules.ts'
import { unpackedSize } from './zip-size.ts'

const mostUnpackedBytes = 64 * 1024 * 1024

/** A day is written as people type it; anything else by its own text. Formulas count by their last value. */
const textOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell)
}

const collect = async (bytes: Uint8Array): Promise<Row[]> => {
  const rows: Row[] = []
  for await (const { index, values } of streamXlsxRows(bytes)) {
    if (values.length > mostColumns && values.slice(mostColumns).some((value) => textOf(value) !== ''))
      throw new Problem('sheet-too-large')
    const cells = values.slice(0, mostColumns).map(textOf)
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: index + 1, cells })
    if (rows.length > mostRows) throw new Problem('sheet-too-large')
  }
  return rows
}

/**
 * The rows of a workbook's first sheet with the numbers Excel shows beside them. Empty rows are left out; dates come as
 * `2022-11-23`.
 * @throws Problem `sheet-unreadable`, `sheet-too-large`
 */
export const readSheetRows = async (bytes: Uint8Array): Promise<Row[]> => {
  try {
    if ((await unpackedSize(bytes)) > mostUnpackedBytes) throw new Problem('sheet-too-large')
    return expectRows(await collect(bytes))
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('sheet-unreadable', { detail: error instanceof Error ? error.message : String(error) })
  }
}

export type SheetToWrite = {
  /** At most 31 characters, without `: \ / ? * [ ]`: Excel's rule. */
  name: string
  header: readonly string[]
  rows: Iterable<readonly Cell[]>
  /** Widths in characters; else by content. */
  widths?: readonly number[]
  /** Excel's number format of a column, `#,##0` or `dd/mm/yyyy hh:mm`. */
  formats?: readonly (string | undefined)[]
}

const font = { name: 'Times New Roman', size: 12 }
const bold = { font: { ...font, bold: true } }

/** A workbook with these sheets. Text is written as text: nothing in it is ever a formula. */
export const writeSheets = (sheets: readonly SheetToWrite[]): Promise<Uint8Array> =>
  writeXlsx({
    defaultFont: font,
    sheets: sheets.map(({ name, header, rows, widths, formats = [] }) => ({
      name,
      columns: header.map((_, at) => ({
        ...(widths ? { width: widths[at] ?? 20 } : { autoWidth: true }),
        ...(formats[at] ? { numFmt: formats[at] } : {}),
      })),
      rows: [[...header], ...Array.from(rows, (row) => row.map((cell) => cell ?? null))],
      cells: new Map(header.map((value, at) => [`0,${at}`, { value, style: bold }] as const)),
      freezePane: { rows: 1 },
    })),
  })
