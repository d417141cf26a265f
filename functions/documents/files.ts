// The files that are made of minutes, one after the other: a nation's together would not fit into memory.
import { printed, type Signed } from './print.rules.ts'
import type { PrintedText } from './print.schema.ts'
import { pdfOf } from './typst.ts'

export type File = { path: string; title: string; type: string; bytes: Buffer }

const pdf = 'application/pdf'

/** `01-diem-danh-ca-ninh-binh`: ASCII, and in the order of the annex. */
const placePath = (at: number, id: string): string => {
  const name = id
    .replace(/^unt_/, '')
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-')
  return `phu-luc/${String(at + 1).padStart(2, '0')}-diem-danh-${name}.pdf`
}

/** @returns the files in their order, made as they are asked for, and how many there will be */
export const filesOf = (text: PrintedText, signed: Signed) => {
  const { main, places, partOf, attendanceLabel } = printed(text, signed)
  const make = function* (): Generator<File> {
    yield { path: 'bien-ban.pdf', title: 'Biên bản', type: pdf, bytes: pdfOf(main) }
    for (const [at, place] of places.entries())
      yield {
        path: placePath(at, place.id),
        title: `${attendanceLabel}. Điểm danh – ${place.name}`,
        type: pdf,
        bytes: pdfOf(partOf(place)),
      }
  }
  return { total: places.length + 1, files: make() }
}
