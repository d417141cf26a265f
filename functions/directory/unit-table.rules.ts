// Units as rows of a table and back: one row a period in which name, type and parent stay the same. Pure.

import { parentsOf, typesOf } from './rules.ts'
import { spellOn } from './spells.rules.ts'
import type { Unit } from './stored.schema.ts'
import { type UnitColumn, unitColumnNames, unitColumns } from './unit-table.data.ts'
import { type UnitType, unitTypes } from './unit-types.data.ts'

export const unitHeader: readonly string[] = unitColumnNames.map((column) => unitColumns[column].header)

const prefix = 'unt_'

/** `ca-ninh-binh` of `unt_ca-ninh-binh`: ids as people see them. */
export const codeOf = (id: string): string => id.slice(prefix.length)
export const idOfCode = (code: string): string => `${prefix}${code.trim().replace(/^unt_/, '')}`

/** `01/07/2025`, as Vietnamese tables write days. */
const shownDay = (day: string | undefined): string => day?.split('-').reverse().join('/') ?? ''

const succession = (list: Unit['successors']): string =>
  list.map(({ unit, on }) => `${codeOf(unit)} (${shownDay(on)})`).join('; ')

const labelOf = (type: string): string => unitTypes[type as UnitType]?.label ?? type

/** The days on which anything of the unit changes, in order. */
const daysOf = (unit: Unit): string[] => {
  const spells = [...unit.names, ...typesOf(unit), ...parentsOf(unit)]
  return [...new Set(spells.map(({ validFrom }) => validFrom))].sort()
}

type Cells = Record<UnitColumn, string>

const asRow = (cells: Cells): string[] => unitColumnNames.map((column) => cells[column])

/** The rows of a unit, oldest period first; what holds for the whole unit stands in the last. */
const rowsOf = (unit: Unit, byId: ReadonlyMap<string, Unit>): string[][] => {
  const days = daysOf(unit)
  const lastOf = (at: number): string | undefined => {
    const next = days[at + 1]
    return next ? new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10) : unit.validTo
  }
  return days.map((day, at) => {
    const isLast = at === days.length - 1
    const { name, shortName } = spellOn(unit.names, day)
    const { parent } = spellOn(parentsOf(unit), day)
    const above = byId.get(parent ?? '')
    return asRow({
      code: codeOf(unit.id),
      name,
      shortName,
      type: labelOf(spellOn(typesOf(unit), day).type),
      parentCode: parent ? codeOf(parent) : '',
      parent: above ? spellOn(above.names, day).name : '',
      from: shownDay(day),
      to: shownDay(lastOf(at)),
      email: isLast ? (unit.email ?? '') : '',
      predecessors: isLast ? succession(unit.predecessors) : '',
      successors: isLast ? succession(unit.successors) : '',
    })
  })
}

/** The rows of units, those above before those below would do too: a table is read as a whole. */
export const unitRows = (units: readonly Unit[], byId: ReadonlyMap<string, Unit>): string[][] =>
  units.flatMap((unit) => rowsOf(unit, byId))
