// Which units "all provincial police" or "all communes of Ninh Bình" mean on a civil day. Pure.
import { standsOn } from '#functions/directory/rules.ts'
import type { Unit } from '#functions/directory/stored.schema.ts'
import type { AllOf } from './points.schema.ts'

const types: Record<AllOf, readonly string[]> = {
  'provincial-police': ['provincial-police'],
  communes: ['commune-police', 'commune'],
}

export type Selection = { all: AllOf; of?: string | undefined }

/** Whether a unit stands under another, at any depth; a circle in the register ends the search. */
const isUnder = (unit: Unit, top: string, byId: ReadonlyMap<string, Unit>): boolean => {
  const seen = new Set<string>()
  for (let parent = unit.parent; parent && !seen.has(parent); parent = byId.get(parent)?.parent ?? null) {
    if (parent === top) return true
    seen.add(parent)
  }
  return false
}

/**
 * The units meant, in order of id, so that work cut short goes on where it was.
 * @param day the civil day they are chosen as of @param held the civil day of the conference, on which they must stand too
 */
export const selected = (
  units: readonly Unit[],
  { all, of }: Selection,
  day: string,
  held: string,
): Unit[] => {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return units
    .filter(({ type }) => types[all].includes(type))
    .filter((unit) => standsOn(unit, day) && standsOn(unit, held))
    .filter((unit) => !of || isUnder(unit, of, byId))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
