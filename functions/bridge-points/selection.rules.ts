// Which units "all provincial police" or "all communes of Ninh Bình" mean on a civil day. Pure.
import { standsOn, unitsStanding } from '#functions/directory/rules.ts'
import type { Unit } from '#functions/directory/stored.schema.ts'
import type { AllOf } from './points.schema.ts'

const types = { 'provincial-police': 'provincial-police', communes: 'commune-police' } as const

export type Selection = { all: AllOf; of?: string | undefined }

/**
 * The units meant, in order of id, so that work cut short goes on where it was.
 * @param day the civil day they are chosen as of
 * @param held the civil day of the conference, on which they must stand too
 */
export const selected = (units: readonly Unit[], { all, of }: Selection, day: string, held: string): Unit[] =>
  unitsStanding(units, day, { type: types[all], ...(of ? { within: of } : {}) })
    .filter((unit) => standsOn(unit, held))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
