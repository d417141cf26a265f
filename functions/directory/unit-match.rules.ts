// Which unit a row means: by its code, or by its name under its parent; found in the register and in the table itself. Pure.
import { levelOf } from './find-units.rules.ts'
import { standsOn, unitParentOn, unitTypeOn } from './rules.ts'
import type { Unit } from './stored.schema.ts'
import type { Complaint, Period } from './unit-cells.rules.ts'
import type { Register } from './unit-changes.rules.ts'
import { unitIdOf } from './unit-names.rules.ts'
import { plain, withoutLevel } from './unit-query.rules.ts'
import { unitColumns } from './unit-table.data.ts'

/** A period that knows its unit and that unit's parent. */
export type Placed = Period & { id: string; parent: string | null }

const keysOf = (name: string, shortName?: string): string[] => {
  const long = plain(name)
  return [...new Set([long, withoutLevel(long), ...(shortName ? [plain(shortName)] : [])])]
}

const collected = <T>(pairs: Iterable<readonly [string, T]>): Map<string, T[]> => {
  const map = new Map<string, T[]>()
  for (const [key, value] of pairs) {
    const list = map.get(key)
    if (!list) map.set(key, [value])
    else if (!list.includes(value)) list.push(value)
  }
  return map
}

const parentColumn = unitColumns.parent.header

class Matching {
  private readonly named: Map<string, Unit[]>
  private readonly inTable: Map<string, Period[]>
  private readonly done = new Map<Period, Placed | undefined>()
  private readonly register: Register
  private readonly complain: (complaint: Complaint) => void

  constructor(register: Register, periods: readonly Period[], complain: (complaint: Complaint) => void) {
    this.register = register
    this.complain = complain
    const units = [...register.values()]
    this.named = collected(
      units.flatMap((unit) =>
        unit.names.flatMap((spell) => keysOf(spell.name, spell.shortName).map((key) => [key, unit] as const)),
      ),
    )
    this.inTable = collected(
      periods.flatMap((period) => keysOf(period.name, period.shortName).map((key) => [key, period] as const)),
    )
  }

  private parentWrong({ line }: Period, message: string): undefined {
    this.complain({ row: line, pointer: parentColumn, message })
    return undefined
  }

  /** Of several that bear the name: those that stand that day, above the row's own level, the highest. */
  private likeliest(units: readonly Unit[], { from, type }: Period): Unit[] {
    const standing = units.filter((unit) => standsOn(unit, from))
    const above = standing.filter((unit) => levelOf(unitTypeOn(unit, from)) < levelOf(type))
    const left = above.length > 0 ? above : standing
    const highest = Math.min(...left.map((unit) => levelOf(unitTypeOn(unit, from))))
    return left.filter((unit) => levelOf(unitTypeOn(unit, from)) === highest)
  }

  /** @returns undefined when nobody can tell which unit is meant: said already */
  private parentOf(period: Period): string | null | undefined {
    const { parentId, parentName, from } = period
    if (parentId) return parentId
    if (!parentName) return null
    const key = plain(parentName)
    const known = this.likeliest(this.named.get(key) ?? [], period)
    if (known.length > 1)
      return this.parentWrong(
        period,
        `Có ${known.length} đơn vị tên “${parentName}”. Hãy ghi mã đơn vị cấp trên.`,
      )
    if (known[0]) return known[0].id
    const ids = new Set(
      (this.inTable.get(key) ?? [])
        .filter((other) => other !== period && levelOf(other.type) < levelOf(period.type))
        .flatMap((other) => this.place(other)?.id ?? []),
    )
    if (ids.size === 1) return [...ids][0]
    return this.parentWrong(period, `Không có đơn vị “${parentName}” vào ngày ${shown(from)}.`)
  }

  /** A unit of that name under that parent is that unit, whenever it bore the name; no parent told, any of that name. */
  private idOf(period: Period, parent: string | null): string | undefined {
    const same = (this.named.get(plain(period.name)) ?? []).filter(
      (unit) =>
        (parent === null || unitParentOn(unit, period.from, this.register) === parent) &&
        unit.names.some(({ name }) => plain(name) === plain(period.name)),
    )
    if (same.length <= 1) return same[0]?.id ?? unitIdOf(period.name, parent)
    const message = `Có ${same.length} đơn vị tên “${period.name}” cùng đơn vị cấp trên. Hãy ghi mã đơn vị.`
    this.complain({ row: period.line, pointer: unitColumns.name.header, message })
    return undefined
  }

  place(period: Period): Placed | undefined {
    if (this.done.has(period)) return this.done.get(period)
    this.done.set(period, undefined)
    const parent = this.parentOf(period)
    const id = parent === undefined ? undefined : (period.id ?? this.idOf(period, parent))
    const placed = id === undefined || parent === undefined ? undefined : { ...period, id, parent }
    this.done.set(period, placed)
    return placed
  }
}

const shown = (day: string): string => day.split('-').reverse().join('/')

/** Every period with its unit; those nobody can place are left out, and complained of. */
export const placePeriods = (
  register: Register,
  periods: readonly Period[],
  complain: (complaint: Complaint) => void,
): Placed[] => {
  const matching = new Matching(register, periods, complain)
  return periods.flatMap((period) => matching.place(period) ?? [])
}
