// What may become of a unit: entered, renamed, moved, ended, merged, set right. Pure.
import { Problem, type Slug } from '#functions/shared/problem.ts'
import { ancestorsOn, parentsOf, standsOn, typesOf, unitParentOn } from './rules.ts'
import type { Correction, Ending, Moving, Renaming, UnitInput } from './schema.ts'
import { changedFrom, dayAfter, dayBefore, endedOn, isUnbroken, type Spell } from './spells.rules.ts'
import type { Unit } from './stored.schema.ts'
import { shortNameOf, unitIdOf } from './unit-names.rules.ts'

/** Every unit there is, by id. */
export type Register = ReadonlyMap<string, Unit>

const refuse = (slug: Slug, pointer: string, detail?: string): never => {
  throw new Problem(slug, {
    ...(detail ? { detail } : {}),
    errors: [{ pointer, code: slug, message: detail ?? slug }],
  })
}

export const versionOf = ({ version }: Unit): number => version ?? 1

const next = (unit: Unit, change: Partial<Unit>): Unit => ({
  ...unit,
  ...change,
  version: versionOf(unit) + 1,
})

const named = ({ name, shortName }: { name: string; shortName?: string | undefined }) => ({
  name,
  shortName: shortName ?? shortNameOf(name),
})

/** @throws Problem `unit-unknown`, `unit-cycle` */
const expectParent = (register: Register, id: string, parent: string | null, day: string): void => {
  if (parent === null) return
  const above = register.get(parent)
  if (!above || !standsOn(above, day)) refuse('unit-unknown', '/parent', parent)
  else if (parent === id || ancestorsOn(above, day, register).includes(id)) refuse('unit-cycle', '/parent')
}

/** Every day from then on something changes for some unit: between two of them nothing does. */
const daysFrom = (register: Register, from: string): string[] => {
  const days = new Set([from])
  for (const unit of register.values()) {
    for (const { validFrom } of parentsOf(unit)) days.add(validFrom)
    for (const { on } of unit.successors) days.add(on)
  }
  return [...days].filter((day) => day >= from)
}

/**
 * Nobody stands above itself, on no later day either: a move or a merger that comes later may close the circle.
 * @throws Problem `unit-cycle`
 */
const expectNoCircle = (register: Register, changed: Unit[], from: string, pointer: string): Unit[] => {
  const after = new Map([...register, ...changed.map((unit) => [unit.id, unit] as const)])
  for (const day of daysFrom(after, from))
    for (const unit of changed)
      if (standsOn(unit, day) && ancestorsOn(unit, day, after).includes(unit.id))
        refuse('unit-cycle', pointer)
  return changed
}

/** @throws Problem `already-exists`, `unit-unknown` for its parent */
export const enteredUnit = (register: Register, input: UnitInput): Unit => {
  const id = input.id ?? unitIdOf(input.name, input.parent)
  if (register.has(id)) return refuse('already-exists', input.id ? '/id' : '/name', id)
  expectParent(register, id, input.parent, input.validFrom)
  const { type, parent, validFrom, email } = input
  return {
    id,
    type,
    parent,
    names: [{ ...named(input), validFrom }],
    ...(email ? { email } : {}),
    validFrom,
    predecessors: [],
    successors: [],
    version: 1,
  }
}

/** What holds now must have begun before the day something else holds: to change its beginning is a correction. */
const expectLater = (unit: Unit, spells: readonly Spell[], from: string): void => {
  if (unit.validTo && unit.validTo < from) throw new Problem('unit-ended', { detail: unit.validTo })
  const begun = spells.at(-1)?.validFrom ?? unit.validFrom
  if (from <= begun) refuse('unit-change-date', '/from', begun)
}

const opened = <S extends Spell>(unit: Unit, spell: S): S => ({
  ...spell,
  ...(unit.validTo ? { validTo: unit.validTo } : {}),
})

/** @throws Problem `unit-ended`, `unit-change-date` */
export const renamedUnit = (unit: Unit, { from, ...input }: Renaming): Unit => {
  expectLater(unit, unit.names, from)
  return next(unit, {
    names: changedFrom(unit.names, opened(unit, { ...named(input), validFrom: from })),
  })
}

/** @throws Problem `unit-ended`, `unit-change-date`, `unit-unknown`, `unit-cycle` */
export const movedUnit = (register: Register, unit: Unit, { from, type, parent }: Moving): Unit => {
  const change: Partial<Unit> = {}
  if (type !== undefined) {
    expectLater(unit, typesOf(unit), from)
    change.types = changedFrom(typesOf(unit), opened(unit, { type, validFrom: from }))
    change.type = type
  }
  if (parent !== undefined) {
    expectLater(unit, parentsOf(unit), from)
    expectParent(register, unit.id, parent, from)
    change.parents = changedFrom(parentsOf(unit), opened(unit, { parent, validFrom: from }))
    change.parent = parent
  }
  const [moved = unit] = expectNoCircle(register, [next(unit, change)], from, '/parent')
  return moved
}

const endedAt = (unit: Unit, lastDay: string): Partial<Unit> => {
  const types = endedOn(typesOf(unit), lastDay)
  const parents = endedOn(parentsOf(unit), lastDay)
  return {
    names: endedOn(unit.names, lastDay),
    ...(unit.types ? { types, type: types.at(-1)?.type ?? unit.type } : {}),
    ...(unit.parents ? { parents, parent: parents.at(-1)?.parent ?? null } : {}),
    validTo: lastDay,
  }
}

const expectEnd = (unit: Unit, lastDay: string, pointer: string): void => {
  if (unit.validTo && unit.validTo <= lastDay) throw new Problem('unit-ended', { detail: unit.validTo })
  if (lastDay < unit.validFrom) refuse('unit-change-date', pointer, unit.validFrom)
}

const joined = (list: Unit['successors'], unit: string, on: string) => [
  ...list.filter((each) => each.unit !== unit),
  { unit, on },
]

/**
 * The unit ended, and its successors naming it as predecessor.
 * @throws Problem `unit-ended`, `unit-change-date`, `unit-unknown`, `unit-has-children` when it has no successor and
 * units below it would be left without one above them
 */
export const endedUnit = (register: Register, unit: Unit, { lastDay, successors }: Ending): Unit[] => {
  expectEnd(unit, lastDay, '/lastDay')
  const on = dayAfter(lastDay)
  const heirs = successors.map((id, at) => {
    const heir = register.get(id)
    if (!heir || id === unit.id || !standsOn(heir, on)) return refuse('unit-unknown', `/successors/${at}`, id)
    return next(heir, { predecessors: joined(heir.predecessors, unit.id, on) })
  })
  if (successors.length !== 1) expectChildless(register, unit, on)
  const succeeded = successors.reduce((list, id) => joined(list, id, on), unit.successors)
  const ended = next(unit, { ...endedAt(unit, lastDay), successors: succeeded })
  return expectNoCircle(register, [ended, ...heirs], on, '/successors')
}

/** What was merged into one unit is stood for by that unit; else somebody must say where its units belong. */
const expectChildless = (register: Register, unit: Unit, day: string): void => {
  const left = [...register.values()].filter(
    (each) => standsOn(each, day) && unitParentOn(each, day, register) === unit.id,
  )
  if (left.length > 0) throw new Problem('unit-has-children', { detail: String(left.length) })
}

/**
 * Units merged into another on a day: they end the day before, both sides name each other.
 * @throws Problem `unit-unknown` when one does not stand, or the other does not on that day
 */
export const absorbedUnits = (
  register: Register,
  into: Unit,
  absorbed: readonly Unit[],
  on: string,
): Unit[] => {
  if (!standsOn(into, on)) throw new Problem('unit-unknown', { detail: into.id })
  absorbed.forEach((unit, at) => {
    if (unit.id === into.id) refuse('unit-cycle', `/units/${at}/id`)
    expectEnd(unit, dayBefore(on), `/units/${at}/id`)
  })
  const predecessors = absorbed.reduce((list, { id }) => joined(list, id, on), into.predecessors)
  const ended = absorbed.map((unit) =>
    next(unit, { ...endedAt(unit, dayBefore(on)), successors: joined(unit.successors, into.id, on) }),
  )
  return expectNoCircle(register, [next(into, { predecessors }), ...ended], on, '/units')
}

/** @throws Problem `unit-spells` when spells leave a gap, overlap or do not fill the unit's life; `unit-unknown` */
export const correctedUnit = (register: Register, unit: Unit, input: Correction): Unit => {
  const { names, types, parents, validFrom, validTo, email } = input
  const whole: Spell = { validFrom, ...(validTo ? { validTo } : {}) }
  for (const [field, spells] of Object.entries({ names, types, parents }))
    if (!isUnbroken(spells, whole)) refuse('unit-spells', `/${field}`)
  for (const spell of parents) expectParent(register, unit.id, spell.parent, spell.validFrom)
  const { email: _, validTo: __, types: ___, parents: ____, ...kept } = unit
  return next(kept, {
    names: names.map((spell) => ({ ...spell, ...named(spell) })),
    types,
    type: types.at(-1)?.type ?? unit.type,
    parents,
    parent: parents.at(-1)?.parent ?? null,
    ...whole,
    ...(email ? { email } : {}),
  })
}
