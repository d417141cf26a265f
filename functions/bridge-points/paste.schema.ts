// A table of delegates pasted from Excel or Word, and what it was read as.
import * as z from 'zod'
import { tableText } from '#functions/shared/text.ts'

export const Paste = z.strictObject({
  /** Rows by line, cells by tab, as spreadsheets and word processors put a table on the clipboard. */
  table: tableText(150_000),
})
export type Paste = z.infer<typeof Paste>

/**
 * What a column holds. `line` is a whole person in one cell, `titles` Party and State titles mixed, `ordinal` a running
 * number; `ignored` is none of ours.
 */
export const ColumnKind = z.enum([
  'name',
  'rank',
  'partyTitle',
  'position',
  'role',
  'unit',
  'phone',
  'line',
  'titles',
  'ordinal',
  'ignored',
])
export type ColumnKind = z.infer<typeof ColumnKind>

const Column = z.object({ kind: ColumnKind, header: z.string().optional() })
export type Column = z.infer<typeof Column>

/** A line as it would be entered; fields a person has to correct are in `errors`. */
const Line = z.object({
  name: z.string().optional(),
  rank: z.string().optional(),
  partyTitle: z.string().optional(),
  position: z.string().optional(),
  unit: z.string().optional(),
  role: z.string().optional(),
  phone: z.string().optional(),
})
export type Line = z.infer<typeof Line>

const Remark = z.object({ field: z.string().optional(), code: z.string(), message: z.string() })
export type Remark = z.infer<typeof Remark>

const PastedRow = z.object({
  /** The line of the pasted text, from 1. */
  row: z.number(),
  delegate: Line,
  /** As records would name them. */
  display: z.string(),
  /** What keeps the row from being entered. */
  errors: z.array(Remark),
  /** What should be looked at first. */
  warnings: z.array(Remark),
  /** Persons of the directory of exactly this name: to be linked by `personId`. */
  suggestions: z.array(z.object({ personId: z.string(), formalName: z.string() })),
})
export type PastedRow = z.infer<typeof PastedRow>

export const PastePreview = z.object({
  /** Whether a row of headings was found. */
  headed: z.boolean(),
  columns: z.array(Column),
  rows: z.array(PastedRow),
  /** Rows that can be entered, and rows that cannot. */
  ready: z.number(),
  wrong: z.number(),
})
export type PastePreview = z.infer<typeof PastePreview>
