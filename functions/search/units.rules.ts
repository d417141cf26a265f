// Units that a query names, by any name of any time, and those that came before or after them. Pure.
import { levelOf } from '#functions/directory/find-units.rules.ts'
import { unitShortNameOn } from '#functions/directory/rules.ts'
import type { Unit } from '#functions/directory/stored.schema.ts'
import { withoutLevel } from '#functions/directory/unit-query.rules.ts'
import { indexed, tidy } from './words.rules.ts'

/** Provincial police and what stands above: people name them by their place alone. Of communes many bear one name. */
const placeLevel = 2
const mostWords = 14

type Names = { byKey: Map<string, Unit[]>; byId: Map<string, Unit> }

const keysOf = (unit: Unit): string[] =>
  unit.names.flatMap(({ name, shortName }) => {
    const whole = indexed(tidy(name))
    const withoutForce = whole.replace(/^cong an (?=[^ ]+ )/, '')
    const places = levelOf(unit.type) <= placeLevel ? [indexed(tidy(shortName)), withoutLevel(whole)] : []
    return [whole, withoutForce, ...places]
  })

const made = new WeakMap<readonly Unit[], Names>()

/** Made once a register. */
const namesOf = (units: readonly Unit[]): Names => {
  const known = made.get(units)
  if (known) return known
  const byKey = new Map<string, Unit[]>()
  for (const unit of units)
    for (const key of new Set(keysOf(unit))) byKey.set(key, [...(byKey.get(key) ?? []), unit])
  const names = { byKey, byId: new Map(units.map((unit) => [unit.id, unit])) }
  made.set(units, names)
  return names
}

type Way = 'predecessors' | 'successors'

const along = (unit: Unit, way: Way, byId: ReadonlyMap<string, Unit>, seen: Set<string>): Unit[] =>
  unit[way].flatMap(({ unit: id }) => {
    const next = byId.get(id)
    if (!next || seen.has(id)) return []
    seen.add(id)
    return [next, ...along(next, way, byId, seen)]
  })

/** Those it came from and those that carried it on, however often; not those that came from others with it. */
const relativesOf = (unit: Unit, byId: ReadonlyMap<string, Unit>): Unit[] => {
  const seen = new Set([unit.id])
  return [...along(unit, 'predecessors', byId, seen), ...along(unit, 'successors', byId, seen)]
}

/** A unit with its relatives, by id; alone where the register does not know it. */
export const withRelatives = (units: readonly Unit[], id: string): { unit?: Unit; relatives: Unit[] } => {
  const { byId } = namesOf(units)
  const unit = byId.get(id)
  return unit ? { unit, relatives: relativesOf(unit, byId) } : { relatives: [] }
}

/** What several words name: units, and their relatives. */
export type NamedUnits = { units: Unit[]; relatives: Unit[] }

/** The longest name that begins at a word. @returns how many words it has, and whose it is */
export const namedAt = (
  units: readonly Unit[],
  words: readonly string[],
  at: number,
): (NamedUnits & { length: number }) | undefined => {
  const { byKey, byId } = namesOf(units)
  for (let length = Math.min(mostWords, words.length - at); length > 0; length--) {
    const named = byKey.get(words.slice(at, at + length).join(' '))
    if (named) {
      const own = new Set(named)
      const relatives = [...new Set(named.flatMap((unit) => relativesOf(unit, byId)))]
      return { length, units: named, relatives: relatives.filter((unit) => !own.has(unit)) }
    }
  }
  return undefined
}

const longAgo = '9999-12-31'

/** What it is called, as it was called last. */
export const calledLast = (unit: Unit): string => unitShortNameOn(unit, longAgo)

/** Its names as words, two words and more: one word alone is a word of many other things. */
export const phrasesOf = (unit: Unit): string[][] => {
  const all = unit.names.flatMap(({ shortName, name }) => {
    const short = indexed(tidy(shortName)).split(' ')
    return short.length > 1 ? [short] : [indexed(tidy(name)).split(' ')]
  })
  return [...new Map(all.map((words) => [words.join(' '), words])).values()]
}
