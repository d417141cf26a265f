// What a table of units would make of the register: every unit it names as it would then stand, or what is wrong. Pure.
import { ancestorsOn, parentsOf, standsOn, typesOf } from './rules.ts'
import { dayAfter, type Spell } from './spells.rules.ts'
import type { Unit } from './stored.schema.ts'
import { type Complaint, readHeader, readPeriod, type TableRow } from './unit-cells.rules.ts'
import { type Register, versionOf } from './unit-changes.rules.ts'
import { type Placed, placePeriods } from './unit-match.rules.ts'
import { unitOfPeriods } from './unit-periods.rules.ts'
import { type UnitColumn, unitColumns } from './unit-table.data.ts'
import { codeOf } from './unit-table.rules.ts'

export type Plan = {
  /** Units as they would stand, only those that would differ. */
  changed: Unit[]
  added: number
  unchanged: number
  complaints: Complaint[]
  ignored: string[]
}

type Complain = (complaint: Complaint) => void

const shown = (day: string): string => day.split('-').reverse().join('/')

const at = ({ line }: Placed, column: UnitColumn, message: string): Complaint => ({
  row: line,
  pointer: unitColumns[column].header,
  message,
})

/** Periods of one unit must follow one another, and what the register knows before them. */
const expectOrder = (periods: readonly Placed[], known: Unit | undefined, complain: Complain): void => {
  periods.forEach((period, place) => {
    const before = periods[place - 1]
    if (!before) return
    if (!before.to || before.to >= period.from)
      complain(at(period, 'from', `Trùng thời gian với dòng ${before.line} của cùng một đơn vị.`))
    else if (dayAfter(before.to) !== period.from)
      complain(at(period, 'from', `Ngắt quãng: dòng ${before.line} kết thúc ngày ${shown(before.to)}.`))
  })
  const [first] = periods
  if (first && known?.validTo && first.from > dayAfter(known.validTo))
    complain(at(first, 'from', `Đơn vị này đã kết thúc ngày ${shown(known.validTo)}.`))
}

/** All that a unit is, but its version, in one order: two that read the same are the same. */
const essence = (unit: Unit): string => {
  const span = ({ validFrom, validTo }: Spell) => [validFrom, validTo ?? null]
  const links = (list: Unit['successors']) => list.map(({ unit: id, on }) => `${id} ${on}`).toSorted()
  return JSON.stringify([
    unit.names.map((spell) => [spell.name, spell.shortName, span(spell)]),
    typesOf(unit).map((spell) => [spell.type, span(spell)]),
    parentsOf(unit).map((spell) => [spell.parent, span(spell)]),
    [span(unit), unit.email ?? null, links(unit.predecessors), links(unit.successors)],
  ])
}

/** A unit that nobody placed above communes, districts or divisions cannot be found by its province. */
const needsParent = new Set(['commune-police', 'district-police', 'provincial-division'])

const expectParents = (register: Register, before: Register, period: Placed, complain: Complain): void => {
  const { id, parent, from, type } = period
  if (parent === null) {
    if (needsParent.has(type) && !before.has(id)) complain(at(period, 'parent', 'Thiếu đơn vị cấp trên.'))
    return
  }
  const above = register.get(parent)
  if (!above) complain(at(period, 'parentCode', `Không có đơn vị mã “${codeOf(parent)}”.`))
  else if (!standsOn(above, from))
    complain(at(period, 'parent', `Đơn vị cấp trên không hoạt động vào ngày ${shown(from)}.`))
  else if (parent === id || ancestorsOn(above, from, register).includes(id))
    complain(at(period, 'parent', 'Đơn vị không thể trực thuộc chính mình hoặc đơn vị cấp dưới của mình.'))
}

const withLink = (list: Unit['successors'], unit: string, on: string): Unit['successors'] =>
  list.some((each) => each.unit === unit) ? list : [...list, { unit, on }]

/** Whoever names a predecessor or a successor is named by it in turn, in the table or not. */
const linked = (after: Map<string, Unit>, period: Placed, complain: Complain): void => {
  const tie = (column: 'predecessors' | 'successors', back: 'successors' | 'predecessors') => {
    for (const { unit: id, on } of period[column] ?? []) {
      const other = after.get(id)
      if (other) after.set(id, { ...other, [back]: withLink(other[back], period.id, on) })
      else complain(at(period, column, `Không có đơn vị mã “${codeOf(id)}”.`))
    }
  }
  tie('predecessors', 'successors')
  tie('successors', 'predecessors')
}

const grouped = (placed: readonly Placed[]): Placed[][] => {
  const groups = Map.groupBy(placed, ({ id }) => id)
  return [...groups.values()].map((periods) => periods.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
}

const differences = (
  before: Register,
  after: Register,
  touched: number,
): Omit<Plan, 'complaints' | 'ignored'> => {
  const changed = [...after.values()].flatMap((unit) => {
    const known = before.get(unit.id)
    if (known && essence(known) === essence(unit)) return []
    return [{ ...unit, version: known ? versionOf(known) + 1 : 1 }]
  })
  changed.sort((a, b) => (a.id < b.id ? -1 : 1))
  const added = changed.filter(({ id }) => !before.has(id)).length
  return { changed, added, unchanged: Math.max(0, touched - changed.length) }
}

/**
 * Reads a table as a whole and says what would become of the register.
 * @param rows the header first
 */
export const planUnits = (register: Register, rows: readonly TableRow[]): Plan => {
  const complaints: Complaint[] = []
  const complain: Complain = (complaint) => complaints.push(complaint)
  const nothing = { changed: [], added: 0, unchanged: 0 }
  const [head, ...body] = rows
  if (!head) return { ...nothing, complaints: [{ row: 1, message: 'Tệp không có dòng nào.' }], ignored: [] }
  const { columns, complaints: aboutHeader } = readHeader(head)
  const { ignored } = columns
  if (aboutHeader.length > 0) return { ...nothing, complaints: aboutHeader, ignored }
  const periods = body.flatMap((row) => readPeriod(row, columns, complain) ?? [])
  const placed = placePeriods(register, periods, complain)
  const groups = grouped(placed)
  const after = new Map(register)
  for (const group of groups) {
    const known = register.get(group[0]?.id ?? '')
    expectOrder(group, known, complain)
    const unit = unitOfPeriods(group, known, columns)
    after.set(unit.id, unit)
  }
  for (const period of placed) expectParents(after, register, period, complain)
  for (const period of placed) linked(after, period, complain)
  const sorted = complaints.toSorted((a, b) => a.row - b.row)
  return { ...differences(register, after, groups.length), complaints: sorted, ignored }
}
