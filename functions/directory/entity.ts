// Units and persons in the table: keys, load, save. The register of units has a file of its own.
import type * as z from 'zod'
import { now } from '#functions/shared/clock.ts'
import { Problem, wrongField } from '#functions/shared/problem.ts'
import {
  all,
  type Item,
  type Key,
  load,
  loadMany,
  type Operation,
  page,
  putNew,
  set,
} from '#functions/shared/table.ts'
import { fold } from '#functions/shared/text.ts'
import { civilDay } from '#functions/shared/time.ts'
import { putWords } from './person-words.ts'
import { personOn } from './persons.rules.ts'
import { currentRegister, unitsById, wholeRegister } from './register.ts'
import { parentsOf, provinceOn, standsOn } from './rules.ts'
import { Person, type Province, type Unit } from './stored.schema.ts'

/** Units by id, in no order; unknown ones are left out. */
export const loadUnits = (ids: readonly string[]): Promise<Unit[]> => unitsById(ids)

/** @throws Problem `not-found` */
export const loadUnit = async (id: string): Promise<Unit> => {
  const [unit] = await loadUnits([id])
  if (!unit) throw new Problem('not-found')
  return unit
}

/**
 * The unit, if it stands on that civil day (`2022-11-23`).
 * @param pointer the JSON pointer of the field that named it
 * @throws Problem `unit-unknown`
 */
export const expectUnit = async (id: string, day: string, pointer: string): Promise<Unit> => {
  const [unit] = await loadUnits([id])
  if (!unit || !standsOn(unit, day)) throw wrongField('unit-unknown', pointer, id)
  return unit
}

/**
 * The units, in the order asked for, all of which must stand on that civil day.
 * @param pointer the JSON pointer of the list they were named in
 * @throws Problem `unit-unknown` naming each that does not
 */
export const expectUnits = async (ids: readonly string[], day: string, pointer: string): Promise<Unit[]> => {
  const known = new Map((await loadUnits(ids)).map((unit) => [unit.id, unit]))
  const stands = (id: string) => {
    const unit = known.get(id)
    return unit && standsOn(unit, day) ? unit : undefined
  }
  const errors = ids.flatMap((id, at) =>
    stands(id) ? [] : [{ pointer: `${pointer}/${at}`, code: 'unit-unknown', message: id }],
  )
  if (errors.length > 0) throw new Problem('unit-unknown', { errors })
  return ids.flatMap((id) => stands(id) ?? [])
}

/** Units above units, and what those were merged into: the register holds no deeper. */
const levels = 6
const aboveOf = (unit: Unit): string[] =>
  [...parentsOf(unit).map(({ parent }) => parent), ...unit.successors.map((heir) => heir.unit)].flatMap(
    (id) => id ?? [],
  )

/** @returns by unit; units outside provinces are left out. The register remembers, so thousands of units read few. */
export const provincesOf = async (units: readonly Unit[], day: string): Promise<Map<string, Province>> => {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  let open = [...units]
  for (let level = 0; level < levels && open.length > 0; level++) {
    const missing = new Set(open.flatMap(aboveOf).filter((id) => !byId.has(id)))
    open = missing.size > 0 ? await loadUnits([...missing]) : []
    for (const unit of open) byId.set(unit.id, unit)
  }
  const provinces = units.map((unit) => [unit.id, provinceOn(unit, day, byId)] as const)
  return new Map(provinces.flatMap(([id, province]) => (province ? [[id, province]] : [])))
}

/** Every unit of the register (for a moment after a change perhaps without it: from an index). */
export const loadAllUnits = async (): Promise<Unit[]> => (await wholeRegister()).units
/** Every unit as it stands now: for what is done to all of them. @throws Problem `busy` */
export const loadCurrentUnits = async (): Promise<Unit[]> => (await currentRegister()).units

const persons = 'PERSONS'
const namePartition = (name: string) => `PERSON-NAME#${fold(name)}`
const byName = ({ id, name }: { id: string; name?: string | undefined }) =>
  name ? { gsi2pk: namePartition(name), gsi2sk: id } : {}

const personKey = (id: string): Key => ({ pk: `PERSON#${id}`, sk: 'PERSON' })

/** The person as kept; `held` may be left out. */
export const personItem = (person: z.input<typeof Person>): Item & { version: number } => ({
  ...person,
  ...personKey(person.id),
  type: 'person',
  gsi1pk: persons,
  gsi1sk: person.id,
  ...byName(person),
})

/** The operations of a new entry, found by words from the start. */
export const putPerson = (person: Person): Operation[] => [putNew(personItem(person)), ...putWords(person)]

/** Lets a person be found by the words now borne, where none was given up. */
export const putPersonWords = (person: Person): Operation[] => putWords(person)

/** Lets an entry of before there was such an index be found by its name. */
export const putByName = (person: Person): Operation[] =>
  person.name ? [set(personKey(person.id), byName(person))] : []

const today = (): string => civilDay(now().toISOString())

/** Nobody merges so often; a longer way would be a fault. */
const mergesMost = 20

/** Leads each id to the entry that stands for it: a merged entry points to the one that stayed. */
const standing = async (ids: readonly string[]): Promise<Map<string, Person>> => {
  const known = new Map<string, Person>()
  let missing = [...new Set(ids)]
  for (let step = 0; missing.length > 0 && step < mergesMost; step++) {
    const found = await loadMany(missing.map(personKey), Person)
    for (const person of found) known.set(person.id, person)
    missing = [
      ...new Set(found.flatMap(({ merged }) => (merged && !known.has(merged.into) ? [merged.into] : []))),
    ]
  }
  const last = (id: string): Person | undefined => {
    let person = known.get(id)
    for (let step = 0; person?.merged && step < mergesMost; step++) person = known.get(person.merged.into)
    return person
  }
  return new Map(ids.flatMap((id) => [last(id)].flatMap((person) => (person ? [[id, person] as const] : []))))
}

/**
 * The person an id means, the survivor of a merge for a merged one, with rank and titles of a civil day.
 * @param day `2022-11-23`; today without it
 */
export const findPerson = async (id: string, day = today()): Promise<Person | undefined> => {
  const person = (await standing([id])).get(id)
  return person && personOn(person, day)
}

/** @throws Problem `not-found` */
export const loadPerson = async (id: string): Promise<Person> => {
  const person = (await standing([id])).get(id)
  if (!person) throw new Problem('not-found')
  return person
}

/** The entry itself, merged or not: for what changes it. @throws Problem `not-found` */
export const loadEntry = async (id: string): Promise<Person> => {
  const person = await load(personKey(id), Person)
  if (!person) throw new Problem('not-found')
  return person
}

/**
 * Persons by id, in no order; unknown ones are left out. Each bears the id it was asked by, so that what refers to a
 * merged entry finds its survivor's name, with rank and titles of a civil day.
 * @param day `2022-11-23`; today without it
 */
export const loadPersons = async (ids: readonly string[], day = today()): Promise<Person[]> =>
  [...(await standing(ids))].map(([id, person]) => ({ ...personOn(person, day), id }))

/** The entries that stand for the ids, each once, as kept. */
export const loadSurvivors = async (ids: readonly string[]): Promise<Person[]> => [
  ...new Map([...(await standing(ids)).values()].map((person) => [person.id, person])).values(),
]

/** Names asked for at once. */
const namesAtOnce = 16

/**
 * The entries that bear one of the names, diacritics or not, merged ones by their survivors (eventually consistent:
 * from an index).
 */
export const loadPersonsNamed = async (names: readonly string[]): Promise<Person[]> => {
  const asked = [...new Set(names.map(namePartition))]
  const found: Person[] = []
  for (let start = 0; start < asked.length; start += namesAtOnce) {
    const part = asked.slice(start, start + namesAtOnce)
    found.push(...(await Promise.all(part.map((pk) => all({ index: 'byTwo', pk }, Person)))).flat())
  }
  return loadSurvivors(found.map(({ id }) => id))
}

/** Every entry of the register (eventually consistent: from an index): for what goes through all of it. */
export const loadAllPersons = (): Promise<Person[]> => all({ index: 'byOne', pk: persons }, Person)

/** A page of the register, entered last first (eventually consistent: from an index). @param before the last id seen */
export const loadPersonPage = async (before: string | undefined, limit: number) => {
  const after = before ? { ...personKey(before), gsi1pk: persons, gsi1sk: before } : undefined
  const { items, next } = await page({ index: 'byOne', pk: persons, newestFirst: true, limit, after }, Person)
  return { items, next: next ? items.at(-1)?.id : undefined }
}
