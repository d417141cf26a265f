// Units and persons in the table: keys, load, save. Units change rarely and are remembered for half a minute.
import * as z from 'zod'
import { Problem, wrongField } from '#functions/shared/problem.ts'
import { all, type Item, type Key, load, loadMany } from '#functions/shared/table.ts'
import { standsOn } from './rules.ts'
import { Person, Unit } from './stored.schema.ts'

const register = 'UNITS'

const unitKey = (id: string): Key => ({ pk: `UNIT#${id}`, sk: 'UNIT' })

export const unitItem = (unit: Unit): Item => ({
  ...unit,
  ...unitKey(unit.id),
  type: 'unit',
  kind: unit.type,
  gsi1pk: register,
  gsi1sk: unit.id,
})

/** An item's `type` says what it is, so a unit's own type is kept as `kind`. */
const Stored = z.preprocess((item) => ({ ...(item as Item), type: (item as Item).kind }), Unit)

const lifeMs = 30_000
const known = new Map<string, { unit: Unit; until: number }>()

const remembered = (id: string): Unit | undefined => {
  const entry = known.get(id)
  return entry && entry.until > performance.now() ? entry.unit : undefined
}

const remember = (units: Unit[]) => {
  for (const unit of units) known.set(unit.id, { unit, until: performance.now() + lifeMs })
  return units
}

/** Units by id, in no order; unknown ones are left out. */
export const loadUnits = async (ids: readonly string[]): Promise<Unit[]> => {
  const distinct = [...new Set(ids)]
  const here = distinct.flatMap((id) => remembered(id) ?? [])
  if (here.length === distinct.length) return here
  const missing = distinct.filter((id) => !remembered(id)).map(unitKey)
  return [...here, ...remember(await loadMany(missing, Stored))]
}

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

/** Every unit of the register (eventually consistent: from an index). */
export const loadAllUnits = async (): Promise<Unit[]> =>
  remember(await all({ index: 'byOne', pk: register }, Stored))

/** Units as stored now, unremembered: for the seed, which compares. */
export const loadStoredUnits = (ids: readonly string[]): Promise<Unit[]> => loadMany(ids.map(unitKey), Stored)

const persons = 'PERSONS'

const personKey = (id: string): Key => ({ pk: `PERSON#${id}`, sk: 'PERSON' })

export const personItem = (person: Person): Item & { version: number } => ({
  ...person,
  ...personKey(person.id),
  type: 'person',
  gsi1pk: persons,
  gsi1sk: person.id,
})

/** The person, if the directory has it. */
export const findPerson = (id: string): Promise<Person | undefined> => load(personKey(id), Person)

/** @throws Problem `not-found` */
export const loadPerson = async (id: string): Promise<Person> => {
  const person = await findPerson(id)
  if (!person) throw new Problem('not-found')
  return person
}

/** Persons by id, in no order; unknown ones are left out. */
export const loadPersons = (ids: readonly string[]): Promise<Person[]> =>
  loadMany([...new Set(ids)].map(personKey), Person)

/** Every person of the directory (eventually consistent: from an index). */
export const loadAllPersons = (): Promise<Person[]> => all({ index: 'byOne', pk: persons }, Person)
