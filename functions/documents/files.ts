// The files that are made of minutes, one after the other: a nation's together would not fit into memory.
import type { Place } from './attendance-annex.rules.ts'
import { printed, type Signed } from './print.rules.ts'
import type { PrintedText } from './print.schema.ts'
import { docxOf } from './render-docx.ts'
import { attendanceSheets, workbookType } from './render-sheets.ts'
import { pdfOf } from './typst.ts'

export type File = { path: string; title: string; type: string; bytes: Buffer }

const pdfType = 'application/pdf'
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** `01-diem-danh-ca-ninh-binh`: ASCII, and in the order of the annex. */
const placeName = (at: number, { id }: Place): string => {
  const name = id
    .replace(/^unt_/, '')
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-')
  return `phu-luc/${String(at + 1).padStart(2, '0')}-diem-danh-${name}`
}

type Plan = { text: PrintedText; parts: ReturnType<typeof printed> }

async function* bodyFiles({ text, parts }: Plan): AsyncGenerator<File> {
  const { main, places, unitName } = parts
  yield { path: 'bien-ban.pdf', title: 'Biên bản', type: pdfType, bytes: pdfOf(main) }
  yield { path: 'bien-ban.docx', title: 'Biên bản (Word)', type: wordType, bytes: await docxOf(main) }
  if (text.attendance.length === 0) return
  const wanted = { unitName, date: main.meta.date, delegates: places.length === 0 }
  const bytes = await attendanceSheets(text.attendance, wanted)
  yield { path: 'diem-danh.xlsx', title: 'Điểm danh (Excel)', type: workbookType, bytes }
}

async function* placeFiles({ parts }: Plan): AsyncGenerator<File> {
  const { main, places, partOf, unitName, attendanceLabel } = parts
  for (const [at, place] of places.entries()) {
    const [path, title] = [placeName(at, place), `${attendanceLabel}. Điểm danh – ${place.name}`]
    yield { path: `${path}.pdf`, title, type: pdfType, bytes: pdfOf(partOf(place)) }
    const wanted = { unitName, date: main.meta.date, delegates: true }
    const bytes = await attendanceSheets(place.points, wanted)
    yield { path: `${path}.xlsx`, title: `${title} (Excel)`, type: workbookType, bytes }
  }
}

/** @returns the files in their order, made as they are asked for, and how many there will be */
export const filesOf = (text: PrintedText, signed: Signed) => {
  const plan = { text, parts: printed(text, signed) }
  const make = async function* (): AsyncGenerator<File> {
    yield* bodyFiles(plan)
    yield* placeFiles(plan)
  }
  return { total: (text.attendance.length > 0 ? 3 : 2) + plan.parts.places.length * 2, files: make() }
}
