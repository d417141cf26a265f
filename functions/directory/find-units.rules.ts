// How units are found: by any name they or those they took in have borne, diacritics or not, abbreviated as people do. Pure.
import { compareVietnamese } from '#functions/shared/text.ts'
import { standsOn, unitNameOn, unitParentOn, unitShortNameOn, unitTypeOn } from './rules.ts'
import type { FoundUnit } from './schema.ts'
import { holdsOn, spellOn } from './spells.rules.ts'
import type { Unit } from './stored.schema.ts'
import { inAnyOrder, plain, type Query, queryOf, rankOf, withoutLevel } from './unit-query.rules.ts'
import { type UnitType, unitTypes } from './unit-types.data.ts'

type Called = {
  key: string
  parts: readonly string[]
  name: string
  validFrom: string
  validTo?: string | undefined
}
type Names = { called: Called[]; words: string[] }

const namesMade = new WeakMap<Unit, Names>()

/** Every form of every name, made once a unit: 3,353 of them are asked at every letter somebody types. */
const namesOf = (unit: Unit): Names => {
  const made = namesMade.get(unit)
  if (made) return made
  const called = unit.names.flatMap(({ name, shortName, ...spell }): Called[] => {
    const [long, short] = [plain(name), plain(shortName)]
    const forms = [[long, name] as const, [withoutLevel(long), name] as const, [short, shortName] as const]
    return forms.map(([key, told]) => ({ key, parts: key.split(' '), name: told, ...spell }))
  })
  const words = [...new Set(unit.names.flatMap(({ shortName }) => withoutLevel(plain(shortName)).split(' ')))]
  const names = { called, words }
  namesMade.set(unit, names)
  return names
}

type Match = { score: number; name: string }

const better = (a: Match | undefined, b: Match | undefined): Match | undefined =>
  !a || (b && b.score < a.score) ? b : a

/** A name borne that day comes before one borne earlier or later that answers as well. */
const ownMatch = (unit: Unit, query: Query, day: string): Match | undefined =>
  namesOf(unit).called.reduce<Match | undefined>((best, called) => {
    const rank = rankOf(called, query)
    if (rank === undefined) return best
    return better(best, { score: rank * 2 + (holdsOn(called, day) ? 0 : 1), name: called.name })
  }, undefined)

const inheritance = 3
const byPlace = 10

/** Through those it had taken in by that day. */
const inherited = (unit: Unit, query: Query, day: string, byId: ReadonlyMap<string, Unit>) => {
  const takenIn = unit.predecessors
    .filter(({ on }) => on <= day)
    .flatMap(({ unit: id }) => byId.get(id) ?? [])
  const match = takenIn.reduce<Match | undefined>(
    (best, each) => better(best, ownMatch(each, query, spellOn(each.names, '9999').validFrom)),
    undefined,
  )
  return match && { ...match, score: match.score + inheritance }
}

/** Whether the words stand there one after another. */
const holdsWhole = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `)

/** `Gia Viễn Ninh Bình`: some words are its own, the others its parent's; best where both are told in their order. */
const placed = (unit: Unit, { words, full }: Query, day: string, byId: ReadonlyMap<string, Unit>) => {
  if (words.length < 2) return undefined
  const names = namesOf(unit)
  if (!words.some((word) => names.words.some((own) => own.startsWith(word)))) return undefined
  const parent = byId.get(unitParentOn(unit, day, byId) ?? '')
  if (!parent) return undefined
  const { name, shortName } = spellOn(unit.names, day)
  const [own, above] = [withoutLevel(plain(shortName)), plain(unitShortNameOn(parent, day))]
  const whole = `${plain(name)} ${above} ${plain(unitNameOn(parent, day))}`
  if (!inAnyOrder(whole.split(' '), words)) return undefined
  const inOrder = Number(holdsWhole(full, own)) + Number(holdsWhole(full, above))
  return { score: byPlace - inOrder, name }
}

/** The best way a unit answers, if it does. */
const matchOf = (unit: Unit, query: Query, day: string, byId: ReadonlyMap<string, Unit>) =>
  better(ownMatch(unit, query, day), inherited(unit, query, day, byId)) ?? placed(unit, query, day, byId)

/** Units of any time that have ever borne a name like this. */
export const unitsNamed = (units: readonly Unit[], text: string): Unit[] => {
  const query = queryOf(text)
  return units.filter((unit) => namesOf(unit).called.some((called) => rankOf(called, query) !== undefined))
}

export const levelOf = (type: string): number => (unitTypes[type as UnitType] ?? unitTypes.other).level

const found = (unit: Unit, day: string, byId: ReadonlyMap<string, Unit>, match?: Match): FoundUnit => {
  const { name, shortName } = spellOn(unit.names, day)
  const parent = unitParentOn(unit, day, byId)
  const above = byId.get(parent ?? '')
  return {
    id: unit.id,
    type: unitTypeOn(unit, day),
    parent,
    ...(above ? { parentName: spellOn(above.names, day).name } : {}),
    name,
    shortName,
    validFrom: unit.validFrom,
    ...(unit.validTo ? { validTo: unit.validTo } : {}),
    ...(match && match.name !== name && match.name !== shortName ? { through: match.name } : {}),
  }
}

type Hit = { unit: Unit; match: Match | undefined; level: number; place: number }

const byMerit = (a: Hit, b: Hit): number =>
  (a.match?.score ?? 0) - (b.match?.score ?? 0) || a.level - b.level || a.place - b.place

const placesMade = new WeakMap<ReadonlyMap<string, Unit>, Map<string, number>>()

/** Every name's place in Vietnamese order, told once a register: to compare letters is dear. */
const placesOf = (byId: ReadonlyMap<string, Unit>): Map<string, number> => {
  const made = placesMade.get(byId)
  if (made) return made
  const names = new Set([...byId.values()].flatMap((unit) => unit.names.map(({ name }) => name)))
  const places = new Map([...names].sort(compareVietnamese).map((name, place) => [name, place] as const))
  placesMade.set(byId, places)
  return places
}

type Page = { from?: number; limit?: number }

/**
 * Units that stand on a day, best answers first, then from the top of the hierarchy down and in Vietnamese order.
 * @param byId every unit there is: those taken in and those above are looked up in it
 */
export const findUnits = (
  units: readonly Unit[],
  byId: ReadonlyMap<string, Unit>,
  day: string,
  text?: string,
  { from = 0, limit = Number.POSITIVE_INFINITY }: Page = {},
): { items: FoundUnit[]; total: number } => {
  const query = text && plain(text) ? queryOf(text) : undefined
  const places = placesOf(byId)
  const hits = units.flatMap((unit): Hit[] => {
    const match = query && standsOn(unit, day) ? matchOf(unit, query, day, byId) : undefined
    if ((text && !match) || !standsOn(unit, day)) return []
    const place = places.get(spellOn(unit.names, day).name) ?? 0
    return [{ unit, match, level: levelOf(unitTypeOn(unit, day)), place }]
  })
  const items = hits.toSorted(byMerit).slice(from, from + limit)
  return { items: items.map(({ unit, match }) => found(unit, day, byId, match)), total: hits.length }
}

/** The same over a list that is all there is. */
export const searchUnits = (units: readonly Unit[], day: string, text?: string): FoundUnit[] =>
  findUnits(units, new Map(units.map((unit) => [unit.id, unit])), day, text).items
