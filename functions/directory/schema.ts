// Units and their names over time: shapes.
import * as z from 'zod'
import { line } from '#functions/shared/text.ts'
import { Day } from '#functions/shared/time.ts'
import { Unit, UnitId } from './stored.schema.ts'
import { unitTypeNames } from './unit-types.data.ts'

export const UnitPath = z.object({ id: UnitId })

export const UnitQuery = z.strictObject({
  q: line(200).optional(),
  /** The civil day names and units are asked for; today without it. */
  on: Day.optional(),
  type: z.enum(unitTypeNames).optional(),
  /** Only units below this one, at any depth. */
  within: UnitId.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(1_000).optional(),
})
export type UnitQuery = z.infer<typeof UnitQuery>

/** A unit as a search found it: its name on the day asked for, and through which name or earlier unit. */
export const FoundUnit = z.object({
  id: UnitId,
  type: z.string(),
  name: z.string(),
  shortName: z.string(),
  parent: z.string().nullable(),
  /** What the unit above was called that day: communes of many provinces bear one name. */
  parentName: z.string().optional(),
  validFrom: z.string(),
  validTo: z.string().optional(),
  /** The name that matched, when it is not the one shown. */
  through: z.string().optional(),
})
export type FoundUnit = z.infer<typeof FoundUnit>

const Name = line(300)
const ShortName = line(100)
const Email = z.email().max(254)

const Named = { name: Name, shortName: ShortName.optional() }

/** A unit that nobody has entered yet. Without an id it gets one from its name and its parent's. */
export const UnitInput = z.strictObject({
  id: UnitId.optional(),
  ...Named,
  type: z.enum(unitTypeNames),
  parent: UnitId.nullable(),
  validFrom: Day,
  email: Email.optional(),
})
export type UnitInput = z.infer<typeof UnitInput>

export const Renaming = z.strictObject({ ...Named, from: Day })
export type Renaming = z.infer<typeof Renaming>

/** Another type, another unit above it, or both, from a day on. */
export const Moving = z
  .strictObject({ type: z.enum(unitTypeNames).optional(), parent: UnitId.nullable().optional(), from: Day })
  .refine(({ type, parent }) => type !== undefined || parent !== undefined, {
    path: ['type'],
    message: 'a type or a parent is needed',
  })
export type Moving = z.infer<typeof Moving>

/** The last day it stands, and who carries on from the day after. */
export const Ending = z.strictObject({ lastDay: Day, successors: z.array(UnitId).max(20).default([]) })
export type Ending = z.infer<typeof Ending>

/** Units merged into another one on a day; each with the version that was looked at. */
export const Absorbing = z.strictObject({
  units: z
    .array(z.strictObject({ id: UnitId, version: z.number().int().min(1) }))
    .min(1)
    .max(30)
    .refine((units) => new Set(units.map(({ id }) => id)).size === units.length, 'each unit once'),
  on: Day,
})
export type Absorbing = z.infer<typeof Absorbing>

const spell = { validFrom: Day, validTo: Day.optional() }

/** A unit set right as a whole: what was entered by mistake, at any time of its life. */
export const Correction = z.strictObject({
  names: z
    .array(z.strictObject({ ...Named, ...spell }))
    .min(1)
    .max(50),
  types: z
    .array(z.strictObject({ type: z.enum(unitTypeNames), ...spell }))
    .min(1)
    .max(50),
  parents: z
    .array(z.strictObject({ parent: UnitId.nullable(), ...spell }))
    .min(1)
    .max(50),
  ...spell,
  email: Email.optional(),
})
export type Correction = z.infer<typeof Correction>

/** A unit as answered: `version` is what an edit brings back in If-Match. */
export const ShownUnit = Unit.extend({ version: z.number() })
