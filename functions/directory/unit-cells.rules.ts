// What the cells of a table of units say, and what is wrong with them, in the words of whoever sent it. Pure.
import * as z from 'zod'
import { UnitId } from './stored.schema.ts'
import { plain } from './unit-query.rules.ts'
import { neededColumns, type UnitColumn, unitColumnNames, unitColumns } from './unit-table.data.ts'
import { idOfCode } from './unit-table.rules.ts'
import { type UnitType, unitTypeNames, unitTypes } from './unit-types.data.ts'

/** A row as read from CSV or XLSX. */
export type TableRow = { line: number; cells: readonly string[] }

export type Complaint = { row: number; pointer?: string; message: string }

/** Where each column stands; columns the house does not know are left alone. */
export type Columns = { at: Partial<Record<UnitColumn, number>>; ignored: string[] }

const columnWords = new Map(
  unitColumnNames.flatMap((column) =>
    [unitColumns[column].header, ...unitColumns[column].also].map((words) => [plain(words), column] as const),
  ),
)

/** @returns the columns, and what is wrong with the header */
export const readHeader = ({ line, cells }: TableRow): { columns: Columns; complaints: Complaint[] } => {
  const columns: Columns = { at: {}, ignored: [] }
  const complaints: Complaint[] = []
  cells.forEach((cell, at) => {
    const column = columnWords.get(plain(cell))
    if (!column) {
      if (cell.trim()) columns.ignored.push(cell.trim())
    } else if (columns.at[column] !== undefined)
      complaints.push({
        row: line,
        pointer: cell,
        message: `Có hai cột cùng nghĩa “${unitColumns[column].header}”.`,
      })
    else columns.at[column] = at
  })
  for (const column of neededColumns)
    if (columns.at[column] === undefined)
      complaints.push({ row: line, message: `Thiếu cột “${unitColumns[column].header}”.` })
  return { columns, complaints }
}

/** One period of one unit, as a row tells it. */
export type Period = {
  line: number
  id?: string | undefined
  name: string
  shortName?: string | undefined
  type: UnitType
  /** By code, or by a name still to be looked up. */
  parentId?: string | undefined
  parentName?: string | undefined
  from: string
  to?: string | undefined
  email?: string | undefined
  predecessors?: Link[] | undefined
  successors?: Link[] | undefined
}
type Link = { unit: string; on: string }

const typeWords = new Map(
  unitTypeNames.flatMap((type) =>
    [type, ...unitTypes[type].words].map((words) => [plain(words), type] as const),
  ),
)

const clean = /^[^\p{Cc}\p{Cs}\u200b\u2028-\u202e\u2066-\u2069\ufeff]*$/u
const mostName = 300
const mostShort = 100

const vietnameseDay = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/
const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/

/** A civil day written `1/7/2025`, `01.07.2025` or `2025-07-01`; undefined when it is none. */
export const dayOf = (text: string): string | undefined => {
  const [, d = '', m = '', y = ''] = vietnameseDay.exec(text) ?? []
  const [, iy = '', im = '', id = ''] = isoDay.exec(text) ?? []
  const told = y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : iy ? `${iy}-${im}-${id}` : ''
  const date = new Date(`${told}T00:00:00Z`)
  if (!told || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== told) return undefined
  return told >= '1900-01-01' && told < '2200-01-01' ? told : undefined
}

const linkShape = /^(\S+) \(([^)]+)\)$/

type Say = (column: UnitColumn, message: string) => undefined

const linksOf = (text: string, column: UnitColumn, say: Say): Link[] | undefined => {
  const parts = text.split(';').map((part) => part.trim())
  const links = parts.filter(Boolean).map((part): Link | undefined => {
    const [, code = '', day = ''] = linkShape.exec(part) ?? []
    const on = dayOf(day)
    return on && UnitId.safeParse(idOfCode(code)).success ? { unit: idOfCode(code), on } : undefined
  })
  if (links.every((link) => link !== undefined)) return links
  return say(column, `“${text}” không đúng dạng. Hãy ghi: mã đơn vị (ngày), cách nhau bằng dấu chấm phẩy.`)
}

type Read = (column: UnitColumn) => string | undefined

const nameIn = (read: Read, column: 'name' | 'shortName', most: number, say: Say): string | undefined => {
  const text = read(column)
  if (!text) return undefined
  if (!clean.test(text)) return say(column, 'Tên có ký tự điều khiển không nhìn thấy được. Hãy gõ lại.')
  return text.length > most ? say(column, `Tên dài quá ${most} ký tự.`) : text
}

const dayIn = (read: Read, column: 'from' | 'to', say: Say): string | undefined => {
  const text = read(column)
  if (!text) return undefined
  return dayOf(text) ?? say(column, `“${text}” không phải là ngày. Hãy ghi dạng 01/07/2025.`)
}

const codeIn = (read: Read, column: 'code' | 'parentCode', say: Say): string | undefined => {
  const text = read(column)
  if (!text) return undefined
  const id = idOfCode(text)
  if (UnitId.safeParse(id).success) return id
  return say(
    column,
    `Mã “${text}” không hợp lệ: chỉ gồm chữ không dấu, chữ số và dấu gạch nối, tối đa 60 ký tự.`,
  )
}

const typeIn = (read: Read, say: Say): UnitType | undefined => {
  const text = read('type')
  if (!text) return say('type', 'Thiếu loại đơn vị.')
  const labels = unitTypeNames.map((type) => unitTypes[type].label).join(', ')
  return typeWords.get(plain(text)) ?? say('type', `Không rõ loại đơn vị “${text}”. Các loại: ${labels}.`)
}

const emailIn = (read: Read, say: Say): string | undefined => {
  const text = read('email')
  if (!text || z.email().max(254).safeParse(text).success) return text
  return say('email', `“${text}” không phải là địa chỉ thư điện tử.`)
}

/** @returns the period a row tells, or undefined when something is wrong with it: `complain` has been told what */
export const readPeriod = (
  { line, cells }: TableRow,
  { at }: Columns,
  complain: (complaint: Complaint) => void,
): Period | undefined => {
  let isRight = true
  const say: Say = (column, message) => {
    isRight = false
    complain({ row: line, pointer: unitColumns[column].header, message })
    return undefined
  }
  const read: Read = (column) => {
    const place = at[column]
    const text = place === undefined ? '' : (cells[place] ?? '')
    return text.normalize('NFC').replace(/\s+/g, ' ').trim() || undefined
  }
  const name = read('name') ? nameIn(read, 'name', mostName, say) : say('name', 'Thiếu tên đơn vị.')
  const from = read('from') ? dayIn(read, 'from', say) : say('from', 'Thiếu ngày bắt đầu hiệu lực.')
  const to = dayIn(read, 'to', say)
  if (from && to && to < from) say('to', 'Ngày kết thúc trước ngày bắt đầu.')
  const type = typeIn(read, say)
  const [shortName, email] = [nameIn(read, 'shortName', mostShort, say), emailIn(read, say)]
  const [id, parentId] = [codeIn(read, 'code', say), codeIn(read, 'parentCode', say)]
  const links = (column: 'predecessors' | 'successors') =>
    at[column] === undefined ? undefined : linksOf(read(column) ?? '', column, say)
  const [predecessors, successors] = [links('predecessors'), links('successors')]
  if (!isRight || !name || !from || !type) return undefined
  const parentName = parentId ? undefined : read('parent')
  return { line, id, name, shortName, type, parentId, parentName, from, to, email, predecessors, successors }
}
