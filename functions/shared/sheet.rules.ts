// What a table sent in may be at most, and a row as read: for CSV and XLSX alike. Pure.
import { Problem } from './problem.ts'

/** A cell to be written. */
export type Cell = string | number | undefined

/** A row as read: the number the person's program shows beside it, and its cells as text. */
export type Row = { line: number; cells: string[] }

export const mostRows = 20_000
export const mostColumns = 60

/** @throws Problem `sheet-too-large` */
export const expectRows = (rows: readonly Row[]): Row[] => {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length > mostRows || filled.some(({ cells }) => cells.length > mostColumns))
    throw new Problem('sheet-too-large')
  return filled
}
