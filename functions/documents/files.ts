// The files that are made of minutes, each when it is asked for: a nation's together would not fit into memory.
import type { Place } from './attendance-annex.rules.ts'
import { printed, type Signed } from './print.rules.ts'
import type { ReadText } from './read-text.ts'
import { docxOf } from './render-docx.ts'
import { attendanceSheets, workbookType } from './render-sheets.ts'
import { pdfOf } from './typst.ts'

export type File = { path: string; title: string; type: string; make: () => Buffer | Promise<Buffer> }

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

type Plan = ReadText & { parts: ReturnType<typeof printed> }

const bodyFiles = ({ text: { kind, attendance }, parts: { main, places, unitName } }: Plan): File[] => {
  const { date } = main.meta
  const sheets = () => attendanceSheets(attendance, { unitName, date, delegates: places.length === 0 })
  const workbook = { path: 'diem-danh.xlsx', title: 'Điểm danh (Excel)', type: workbookType, make: sheets }
  const [path, title] = kind === 'historical' ? ['ho-so', 'Hồ sơ hội nghị'] : ['bien-ban', 'Biên bản']
  return [
    { path: `${path}.pdf`, title, type: pdfType, make: () => pdfOf(main) },
    { path: `${path}.docx`, title: `${title} (Word)`, type: wordType, make: () => docxOf(main) },
    ...(attendance.length > 0 ? [workbook] : []),
  ]
}

const placeFiles = ({ named, parts }: Plan): File[] => {
  const { main, places, partOf, unitName, attendanceLabel } = parts
  const wanted = { unitName, date: main.meta.date, delegates: true }
  return places.flatMap((place, at) => {
    const [path, title] = [placeName(at, place), `${attendanceLabel}. Điểm danh – ${place.name}`]
    const pdf = () => pdfOf(partOf({ ...place, points: named(place.points) }))
    const sheets = () => attendanceSheets(named(place.points), wanted)
    return [
      { path: `${path}.pdf`, title, type: pdfType, make: pdf },
      { path: `${path}.xlsx`, title: `${title} (Excel)`, type: workbookType, make: sheets },
    ]
  })
}

/** @returns the files in their order */
export const filesOf = (read: ReadText, signed: Signed): File[] => {
  const plan = { ...read, parts: printed(read.text, signed) }
  return [...bodyFiles(plan), ...placeFiles(plan)]
}
