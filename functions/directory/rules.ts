// What a unit is called on a day, whether it stands then, and in which order people are named. Pure.
import type { Unit } from './schema.ts'

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
