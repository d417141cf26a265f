// Tells what the columns of a pasted table hold: by their headings in any order, or by what stands in them. Pure.
import { readPerson } from '#functions/directory/person-line.rules.ts'
import { gradeOf, isCommitteeRole } from '#functions/directory/titles.rules.ts'
import { fold } from '#functions/shared/text.ts'
import type { Column, ColumnKind } from './paste.schema.ts'
import { phoneOf } from './phone.rules.ts'

/** Headings, folded; the first that fits tells the column. */
const headings: readonly (readonly [ColumnKind, RegExp])[] = [
  ['ordinal', /^(stt|tt|so tt|so thu tu|thu tu|so)\.?$/],
  ['line', /(ho (va )?ten|ho, ten|dai bieu).*(cap bac|quan ham|cap ham|chuc vu|chuc danh)/],
  ['line', /(cap bac|quan ham|cap ham|chuc vu|chuc danh).*(ho (va )?ten|ho, ten)/],
  ['phone', /dien thoai|so dt|sdt|di dong|^dt$|^tel/],
  ['role', /ban chi dao|vai tro|tu cach|nhiem vu/],
  ['titles', /chuc (vu|danh).*dang.*(chinh quyen|nha nuoc)|chuc (vu|danh).*(chinh quyen|nha nuoc).*dang/],
  ['partyTitle', /chuc (vu|danh) (ve |trong )?dang|^dang$|cap uy/],
  ['position', /chuc (vu|danh)|vi tri/],
  ['rank', /cap bac|quan ham|cap ham|bac ham/],
  ['unit', /don vi|co quan|noi cong tac|to chuc/],
  ['name', /ho (va )?ten|ho, ten|^ten( |$)|^dai bieu$|danh sach dai bieu/],
]

/** A heading is short; longer text is what somebody holds. */
const headingMost = 60

const headingOf = (cell: string): ColumnKind | undefined => {
  const text = fold(cell)
  if (!text || text.length > headingMost) return undefined
  return headings.find(([, pattern]) => pattern.test(text))?.[0]
}

const filled = (row: readonly string[]): string[] => row.filter((cell) => cell !== '')

/** Most cells are headings: two at least, or the one there is where the table has one column. */
const isHeading = (row: readonly string[], width: number): boolean => {
  const cells = filled(row)
  const known = cells.flatMap((cell) => headingOf(cell) ?? []).filter((kind) => kind !== 'ordinal')
  if (width === 1)
    return known.length === 1 && /^(danh sach|ho|dai bieu|cap bac|ten)/.test(fold(cells[0] ?? ''))
  return known.length * 2 >= cells.length && cells.length > 1 && known.length > 0
}

/** Above a table stand its title and the name of the unit. */
const titleRowsMost = 6

const unitWords = /^(cong an|phong|cuc|bo|ubnd|so|van phong|ban|doi|vien|hoc vien|truong dai hoc|uy ban)\b/
const positionWords = /^(pho|truong|giam doc|chanh|can bo|chuyen vien|dai dien|bi thu|chu tich|cuc truong)\b/
const roleWords = /^(truong doan|pho truong doan|thanh vien|khach moi|thu ky)\b/

/** What a cell may be, surest first. */
const tests: readonly (readonly [ColumnKind, (cell: string) => boolean])[] = [
  ['ordinal', (cell) => /^\d{1,3}[.)]?$/.test(cell)],
  ['phone', (cell) => phoneOf(cell) !== undefined],
  ['rank', (cell) => isRank(cell)],
  ['role', (cell) => isCommitteeRole(cell) || roleWords.test(fold(cell))],
  ['partyTitle', (cell) => gradeOf('party', cell) !== undefined],
  ['name', (cell) => isNamed(cell) && Object.keys(readPerson(cell)).length <= 2 && !cell.includes(',')],
  ['line', (cell) => isNamed(cell) && cell.includes(',')],
  ['position', (cell) => gradeOf('state', cell) !== undefined || positionWords.test(fold(cell))],
  ['unit', (cell) => unitWords.test(fold(cell))],
]

const isRank = (cell: string): boolean => {
  const { rank, ...rest } = readPerson(cell)
  return rank !== undefined && Object.keys(rest).length === 0
}

const isNamed = (cell: string): boolean => readPerson(cell).name !== undefined

/** So many rows tell what a column holds. */
const lookedAt = 40

/** The kind more than half of a column's cells have. */
const guessed = (cells: readonly string[], taken: ReadonlySet<ColumnKind>): ColumnKind | undefined =>
  tests.find(
    ([kind, fits]) => !taken.has(kind) && cells.length > 0 && cells.filter(fits).length * 2 > cells.length,
  )?.[0]

const guessColumns = (rows: readonly (readonly string[])[], width: number): Column[] => {
  if (width === 1) return [{ kind: 'line' }]
  const taken = new Set<ColumnKind>()
  const columns = Array.from({ length: width }, (_, at): Column => {
    const kind = guessed(filled(rows.slice(0, lookedAt).map((row) => row[at] ?? '')), taken) ?? 'ignored'
    taken.add(kind)
    return { kind }
  })
  return withSomebody(columns)
}

/** Where nothing tells who is meant, the first column that is nothing else does. */
const withSomebody = (columns: Column[]): Column[] => {
  if (columns.some(({ kind }) => ['name', 'line', 'position', 'titles'].includes(kind))) return columns
  const free = columns.findIndex(({ kind }) => kind === 'ignored')
  return columns.map((column, at) => (at === free ? { ...column, kind: 'line' } : column))
}

/** Of two columns of one kind the first counts. */
const headed = (row: readonly string[], width: number): Column[] => {
  const taken = new Set<ColumnKind>()
  const columns = Array.from({ length: width }, (_, at): Column => {
    const header = row[at] ?? ''
    const kind = headingOf(header) ?? 'ignored'
    const known = taken.has(kind) ? 'ignored' : kind
    taken.add(kind)
    return header ? { kind: known, header } : { kind: known }
  })
  return withSomebody(columns)
}

/**
 * What the columns hold, and where the rows of people begin.
 * @param rows cells trimmed, empty ones as ''
 */
export const columnsOf = (
  rows: readonly (readonly string[])[],
): { headed: boolean; columns: Column[]; from: number } => {
  const used = rows.map((row) => row.findLastIndex((cell) => cell !== '') + 1)
  const width = Math.max(1, ...used)
  const at = rows.slice(0, titleRowsMost).findIndex((row) => isHeading(row, width))
  const heading = rows[at]
  if (heading) return { headed: true, columns: headed(heading, width), from: at + 1 }
  return { headed: false, columns: guessColumns(rows, width), from: 0 }
}
