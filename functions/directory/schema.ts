// Units and their names over time, persons and their posts: shapes.
import * as z from 'zod'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Day } from '#functions/shared/time.ts'

export const UnitId = namedIdOf('unt')
export const UnitPath = z.object({ id: UnitId })

/** A name and the civil days it was borne, both included; no `validTo` means it still is. */
export const NameSpell = z.object({
  name: z.string(),
  shortName: z.string(),
  validFrom: z.string(),
  validTo: z.string().optional(),
})
export type NameSpell = z.infer<typeof NameSpell>

const Succession = z.object({ unit: z.string(), on: z.string() })

export const Unit = z.object({
  id: UnitId,
  type: z.string(),
  parent: z.string().nullable(),
  names: z.array(NameSpell).min(1),
  /** Where invitations go. */
  email: z.string().optional(),
  validFrom: z.string(),
  validTo: z.string().optional(),
  predecessors: z.array(Succession),
  successors: z.array(Succession),
})
export type Unit = z.infer<typeof Unit>

export const UnitQuery = z.strictObject({
  q: line(200).optional(),
  /** The civil day names and units are asked for; today without it. */
  on: Day.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(100),
})
export type UnitQuery = z.infer<typeof UnitQuery>

export const PersonId = idOf('prs')
export const PersonPath = z.object({ id: namedIdOf('prs') })
