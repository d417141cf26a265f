// The verbs of one unit over time: entered, renamed, moved, ended, merged with others, set right.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { Problem } from '#functions/shared/problem.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { changeRegister, unitOf } from './change-register.ts'
import type { Absorbing, Correction, Ending, Moving, Renaming, UnitInput } from './schema.ts'
import type { Unit } from './stored.schema.ts'
import {
  absorbedUnits,
  correctedUnit,
  endedUnit,
  enteredUnit,
  movedUnit,
  type Register,
  renamedUnit,
  versionOf,
} from './unit-changes.rules.ts'
import { unitIdOf } from './unit-names.rules.ts'
import { unitCorrected, unitEnded, unitEntered, unitMoved, unitRenamed, unitsMerged } from './units.events.ts'

const some = (...ids: (string | null | undefined)[]): string[] => ids.flatMap((id) => id ?? [])

/** The unit somebody looked at in this version. @throws Problem `not-found`, `stale-version` */
const seen = (register: Register, id: string, version: number): Unit => {
  const unit = unitOf(register, id)
  expectVersion(versionOf(unit), version)
  return unit
}

/** @throws Problem `already-exists`, `unit-unknown` */
export const enterUnit = (actor: Actor, input: UnitInput): Promise<Unit> => {
  allow(actor, 'units:write')
  return changeRegister(
    actor,
    some(input.id ?? unitIdOf(input.name, input.parent), input.parent),
    (register) => {
      const unit = enteredUnit(register, input)
      return { units: [unit], event: unitEntered(unit) }
    },
  )
}

/** @throws Problem `stale-version`, `unit-ended`, `unit-change-date` */
export const renameUnit = (actor: Actor, id: string, version: number, input: Renaming): Promise<Unit> => {
  allow(actor, 'units:write')
  return changeRegister(actor, [id], (register) => {
    const unit = renamedUnit(seen(register, id, version), input)
    return { units: [unit], event: unitRenamed(unit, input) }
  })
}

/** @throws Problem `stale-version`, `unit-ended`, `unit-change-date`, `unit-unknown`, `unit-cycle` */
export const moveUnit = (actor: Actor, id: string, version: number, input: Moving): Promise<Unit> => {
  allow(actor, 'units:write')
  return changeRegister(actor, some(id, input.parent), (register) => {
    const unit = movedUnit(register, seen(register, id, version), input)
    return { units: [unit], event: unitMoved(unit, input) }
  })
}

/** @throws Problem `stale-version`, `unit-ended`, `unit-change-date`, `unit-unknown`, `unit-has-children` */
export const endUnit = (actor: Actor, id: string, version: number, input: Ending): Promise<Unit> => {
  allow(actor, 'units:write')
  return changeRegister(actor, [id, ...input.successors], (register) => {
    const units = endedUnit(register, seen(register, id, version), input)
    return { units, event: unitEnded(seen(register, id, version), input) }
  })
}

const absorbed = (register: Register, { units }: Absorbing): Unit[] => {
  const told = units.map(({ id, version }, at) => ({ unit: register.get(id), version, at, id }))
  const unknown = told.filter(({ unit }) => !unit)
  if (unknown.length > 0)
    throw new Problem('unit-unknown', {
      errors: unknown.map(({ at, id }) => ({
        pointer: `/units/${at}/id`,
        code: 'unit-unknown',
        message: id,
      })),
    })
  return told.flatMap(({ unit, version }) => {
    if (unit) expectVersion(versionOf(unit), version)
    return unit ?? []
  })
}

/** @throws Problem `stale-version` for any of them, `unit-ended`, `unit-unknown`, `unit-cycle` */
export const absorbUnits = (actor: Actor, id: string, version: number, input: Absorbing): Promise<Unit> => {
  allow(actor, 'units:write')
  return changeRegister(actor, [id, ...input.units.map((unit) => unit.id)], (register) => {
    const units = absorbedUnits(register, seen(register, id, version), absorbed(register, input), input.on)
    return { units, event: unitsMerged(seen(register, id, version), input) }
  })
}

/** @throws Problem `stale-version`, `unit-spells`, `unit-unknown`, `unit-cycle` */
export const correctUnit = (actor: Actor, id: string, version: number, input: Correction): Promise<Unit> => {
  allow(actor, 'units:write')
  return changeRegister(actor, some(id, ...input.parents.map(({ parent }) => parent)), (register) => {
    const before = seen(register, id, version)
    const after = correctedUnit(register, before, input)
    return { units: [after], event: unitCorrected(after, before) }
  })
}
