// Tables of the Word file: two halves without lines for head and signatures, and lined ones for annexes.
import {
  AlignmentType,
  BorderStyle,
  type IRunOptions,
  LineRuleType,
  NoBreakHyphen,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Cell, Column, Section } from './print.schema.ts'

/** `2021-2025` stays on one line: Word breaks at any other hyphen. */
const unbroken = (text: string): (string | NoBreakHyphen)[] =>
  text.split(/(?<=\d)-(?=\d)/).flatMap((part, at) => (at > 0 ? [new NoBreakHyphen(), part] : [part]))

export const textRun = (text: string, look: IRunOptions) => new TextRun({ ...look, children: unbroken(text) })

/** Neither the indent nor the distances of body text. */
export const bare = {
  indent: { firstLine: 0 },
  spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO },
}

export const small = (text: string) => new Paragraph({ ...bare, children: [textRun(text, { size: 17 })] })

export type Half = (Paragraph | Table)[]

/** Between the margins, in twips: 210 - 30 - 20 mm. */
const textWidth = 9071

const line = { style: BorderStyle.SINGLE, size: 4 }
const none = { style: BorderStyle.NONE, size: 0 }
const noLines = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
const lines = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}

const share = (part: number, whole: number) => Math.round((textWidth * part) / whole)

export const halves = (left: Half, right: Half, [a, b]: [number, number]): Table =>
  new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [share(a, 100), share(b, 100)],
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0 },
    borders: noLines,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map(
          (children, at) =>
            new TableCell({ children, width: { size: share(at === 0 ? a : b, 100), type: WidthType.DXA } }),
        ),
      }),
    ],
  })

const paragraph = (text: string, { bold = false, centred = false } = {}) =>
  new Paragraph({
    ...bare,
    alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
    children: [textRun(text, { bold, size: 24 })],
  })

const cellOf = (cell: Cell, centred: boolean) =>
  new TableCell({
    children:
      typeof cell === 'string'
        ? [paragraph(cell, { centred })]
        : [paragraph(cell.text, { centred }), small(cell.small)],
  })

const headerRow = (columns: readonly Column[]) =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ header }) =>
        new TableCell({
          verticalAlign: VerticalAlign.CENTER,
          children: [paragraph(header, { bold: true, centred: true })],
        }),
    ),
  })

const sectionRows = (columns: readonly Column[], { heading, rows }: Section): TableRow[] => [
  ...(heading === null
    ? []
    : [
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({ columnSpan: columns.length, children: [paragraph(heading, { bold: true })] }),
          ],
        }),
      ]),
  ...rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((cell, at) => cellOf(cell, columns[at]?.centred ?? false)),
      }),
  ),
]

/** A table whose header comes again on every page. */
export const dataTable = (columns: readonly Column[], sections: readonly Section[]): Table => {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => share(width, whole)),
    layout: TableLayoutType.FIXED,
    margins: { top: 30, bottom: 30, left: 70, right: 70 },
    borders: lines,
    rows: [headerRow(columns), ...sections.flatMap((section) => sectionRows(columns, section))],
  })
}
