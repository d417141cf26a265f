// What a unit is called on a day, whether it stands then and where it belongs; how a person is named. Pure.
import { fold } from '#functions/shared/text.ts'
import type { Identity } from './persons.schema.ts'
import { holdsOn, spellOn } from './spells.rules.ts'
import type { Province, Unit } from './stored.schema.ts'

/** Whether the unit stands on a civil day. */
export const standsOn = (unit: Unit, day: string): boolean => holdsOn(unit, day)

/**
 * The unit's name on a civil day (`2022-11-23`): before its first name the first, after its last the last.
 */
export const unitNameOn = ({ names }: Unit, day: string): string => spellOn(names, day).name

/** The short form lists and boards use, on a civil day. */
export const unitShortNameOn = ({ names }: Unit, day: string): string => spellOn(names, day).shortName

const whole = ({ validFrom, validTo }: Unit) => ({ validFrom, ...(validTo ? { validTo } : {}) })

/** The unit's types over time. */
export const typesOf = (unit: Unit) => unit.types ?? [{ type: unit.type, ...whole(unit) }]

/** The units it belonged to over time, as entered. */
export const parentsOf = (unit: Unit) => unit.parents ?? [{ parent: unit.parent, ...whole(unit) }]

export const unitTypeOn = (unit: Unit, day: string): string => spellOn(typesOf(unit), day).type

/** Ends a walk that bad data would make endless. */
const stepsMost = 12

/** Whoever stood for a unit on a day: itself, or what it was merged into by then. */
const standingFor = (id: string, day: string, byId: ReadonlyMap<string, Unit>): string => {
  let at = id
  for (let step = 0; step < stepsMost; step++) {
    const unit = byId.get(at)
    const [heir, ...others] = unit?.successors.filter(({ on }) => on <= day) ?? []
    if (!unit || standsOn(unit, day) || !heir || others.length > 0) return at
    at = heir.unit
  }
  return at
}

/** The unit it belongs to on a civil day: what a parent was merged into stands for that parent. */
export const unitParentOn = (unit: Unit, day: string, byId: ReadonlyMap<string, Unit>): string | null => {
  const { parent } = spellOn(parentsOf(unit), day)
  return parent && standingFor(parent, day, byId)
}

/** The units above it on a civil day, nearest first. */
export const ancestorsOn = (unit: Unit, day: string, byId: ReadonlyMap<string, Unit>): string[] => {
  const above: string[] = []
  let parent = unitParentOn(unit, day, byId)
  while (parent && !above.includes(parent) && above.length < stepsMost) {
    above.push(parent)
    const next = byId.get(parent)
    parent = next ? unitParentOn(next, day, byId) : null
  }
  return above
}

/** The province a unit belongs to on a civil day: the provincial police it is or stands under. */
export const provinceOn = (
  unit: Unit,
  day: string,
  byId: ReadonlyMap<string, Unit>,
): Province | undefined => {
  const found = [unit.id, ...ancestorsOn(unit, day, byId)]
    .flatMap((id) => (id === unit.id ? unit : (byId.get(id) ?? [])))
    .find((one) => unitTypeOn(one, day) === 'provincial-police')
  return found && { id: found.id, name: unitShortNameOn(found, day) }
}

/** Whose papers name no agency above them: ministries, committees, and whoever is no police. */
const atTheTop = new Set(['ministry', 'committee', 'other'])

/** The name of the agency above a unit on a civil day, as the head of its papers has it (Nghị định 30/2020/NĐ-CP). */
export const superiorOn = (unit: Unit, day: string, byId: ReadonlyMap<string, Unit>): string | undefined => {
  if (atTheTop.has(unitTypeOn(unit, day))) return undefined
  const above = byId.get(unitParentOn(unit, day, byId) ?? '')
  return above && unitNameOn(above, day)
}

type Wanted = { type?: string | undefined; within?: string | undefined }

/**
 * Units that stand on a day: all, those of a type, those below another at any depth ("all communes of Ninh Bình").
 */
export const unitsStanding = (units: readonly Unit[], day: string, { type, within }: Wanted = {}): Unit[] => {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return units.filter(
    (unit) =>
      standsOn(unit, day) &&
      (!type || unitTypeOn(unit, day) === type) &&
      (!within || ancestorsOn(unit, day, byId).includes(within)),
  )
}

/** How well a name answers a query, both folded: 0 exact, 1 prefix, 2 at a word, 3 within; undefined not at all. */
export const matchRank = (name: string, query: string): number | undefined => {
  if (name === query) return 0
  if (name.startsWith(query)) return 1
  if (name.includes(` ${query}`)) return 2
  return name.includes(query) ? 3 : undefined
}

type Match = { rank: number; name: string }

/** The best match among names, as written. */
export const bestOf = (names: string[], query: string): Match | undefined =>
  names
    .flatMap((name): Match[] => {
      const rank = matchRank(fold(name), query)
      return rank === undefined ? [] : [{ rank, name }]
    })
    .toSorted((a, b) => a.rank - b.rank)[0]

/**
 * The form in which documents name a person: `Trung tướng Lê Quốc Hùng, Uỷ viên Trung ương Đảng, Thứ trưởng Bộ Công an`.
 * Whoever has no known name is named by position.
 */
export const formalName = ({ name, rank, partyTitle, stateTitle, role }: Identity): string => {
  const called = [rank, name].filter(Boolean).join(' ')
  return [called, partyTitle, stateTitle, role].filter(Boolean).join(', ')
}
