// An annex before it has its number, and the table most of them are. Pure.
import type { AnnexKey } from '#functions/minutes/annexes.data.ts'
import type { Annex, Cell, Column } from './print.schema.ts'

export type Body = Pick<Annex, 'paragraphs' | 'columns' | 'sections'> & { key: AnnexKey }

export type UnitName = (id: string) => string

export const column = (header: string, width: number, centred = false): Column => ({ header, width, centred })

/** The header of what is noted beside a row. */
export const notes = 'Ghi chú'

export const orderColumn = column('TT', 1, true)

/** A table of numbered rows. */
export const table = (key: Body['key'], columns: Column[], rows: Cell[][]): Body => ({
  key,
  paragraphs: [],
  columns: [orderColumn, ...columns],
  sections: [{ heading: null, rows: rows.map((row, at) => [String(at + 1), ...row]) }],
})

const isBlank = (cell: Cell | undefined): boolean => !(typeof cell === 'string' ? cell : cell?.text)

/** A column of notes in which nobody noted anything is left out. */
export const withoutEmptyNotes = <T extends Pick<Annex, 'columns' | 'sections'>>(body: T): T => {
  const at = body.columns.findIndex(({ header }) => header === notes)
  const isSaid = body.sections.some(({ rows }) => rows.some((row) => !isBlank(row[at])))
  if (at < 0 || isSaid) return body
  return {
    ...body,
    columns: body.columns.toSpliced(at, 1),
    sections: body.sections.map(({ heading, rows }) => ({
      heading,
      rows: rows.map((row) => row.toSpliced(at, 1)),
    })),
  }
}

/** The unit is said once: many are named by a position that has it. */
export const whoOf = (name: string, unit: string): string =>
  name.includes(unit) ? name : `${name} (${unit})`
