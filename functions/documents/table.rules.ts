// An annex before it has its number, and the table most of them are. Pure.
import type { AnnexKey } from '#functions/minutes/annexes.data.ts'
import type { Annex, Cell, Column } from './print.schema.ts'

export type Body = Pick<Annex, 'paragraphs' | 'columns' | 'sections'> & { key: AnnexKey }

export type UnitName = (id: string) => string

export const column = (header: string, width: number, centred = false): Column => ({ header, width, centred })

export const orderColumn = column('TT', 1, true)

/** A table of numbered rows. */
export const table = (key: Body['key'], columns: Column[], rows: Cell[][]): Body => ({
  key,
  paragraphs: [],
  columns: [orderColumn, ...columns],
  sections: [{ heading: null, rows: rows.map((row, at) => [String(at + 1), ...row]) }],
})

/** The unit is said once: many are named by a position that has it. */
export const whoOf = (name: string, unit: string): string =>
  name.includes(unit) ? name : `${name} (${unit})`
