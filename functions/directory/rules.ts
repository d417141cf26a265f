// What a unit is called on a day, whether it stands then, and how it is found; how a person is named. Pure.
import { compareVietnamese, fold } from '#functions/shared/text.ts'
import type { FoundUnit, Identity } from './schema.ts'
import type { Unit } from './stored.schema.ts'

const holds = (spell: { validFrom: string; validTo?: string | undefined }, day: string) =>
  spell.validFrom <= day && (!spell.validTo || day <= spell.validTo)

/** Whether the unit stands on a civil day. */
export const standsOn = (unit: Unit, day: string): boolean => holds(unit, day)

/**
 * The unit's name on a civil day (`2022-11-23`): before its first name the first, after its last the last.
 */
export const unitNameOn = (unit: Unit, day: string): string => spellOn(unit, day).name

/** The short form lists and boards use, on a civil day. */
export const unitShortNameOn = (unit: Unit, day: string): string => spellOn(unit, day).shortName

const spellOn = ({ names }: Unit, day: string) => {
  const nearest = names.findLast(({ validFrom }) => validFrom <= day) ?? names[0]
  if (!nearest) throw new Error('a unit without a name')
  return nearest
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

const everyName = ({ names }: Unit) => names.flatMap(({ name, shortName }) => [name, shortName])

/** Units of any time that have ever borne a name like this, diacritics or not. */
export const unitsNamed = (units: readonly Unit[], q: string): Unit[] =>
  units.filter((unit) => bestOf(everyName(unit), fold(q)))

/** A unit's own names count before those of the units it took in by that day. */
const matchOf = (unit: Unit, query: string, day: string, byId: Map<string, Unit>): Match | undefined => {
  const own = bestOf(everyName(unit), query)
  if (own) return own
  const takenIn = unit.predecessors
    .filter(({ on }) => on <= day)
    .flatMap(({ unit: id }) => byId.get(id) ?? [])
  const inherited = bestOf(takenIn.flatMap(everyName), query)
  return inherited && { ...inherited, rank: inherited.rank + 4 }
}

const found = (unit: Unit, day: string, match: Match | undefined): FoundUnit => {
  const { name, shortName } = spellOn(unit, day)
  const { id, type, parent, validFrom, validTo } = unit
  const shown = { id, type, parent, name, shortName, validFrom, ...(validTo ? { validTo } : {}) }
  return match && match.name !== name && match.name !== shortName ? { ...shown, through: match.name } : shown
}

/**
 * Units that stand on a day, found by any name they or those they took in have ever borne, diacritics or not;
 * best matches first, then in Vietnamese order.
 */
export const searchUnits = (units: readonly Unit[], day: string, q?: string): FoundUnit[] => {
  const query = fold(q ?? '')
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return units
    .filter((unit) => standsOn(unit, day))
    .flatMap((unit) => {
      const match = query ? matchOf(unit, query, day, byId) : undefined
      return query && !match ? [] : [{ rank: match?.rank ?? 0, unit: found(unit, day, match) }]
    })
    .toSorted((a, b) => a.rank - b.rank || compareVietnamese(a.unit.name, b.unit.name))
    .map(({ unit }) => unit)
}

/**
 * The form in which documents name a person: `Trung tướng Lê Quốc Hùng, Uỷ viên Trung ương Đảng, Thứ trưởng Bộ Công an`.
 * Whoever has no known name is named by position.
 */
export const formalName = ({ name, rank, partyTitle, stateTitle }: Identity): string => {
  const called = [rank, name].filter(Boolean).join(' ')
  return [called, partyTitle, stateTitle].filter(Boolean).join(', ')
}
