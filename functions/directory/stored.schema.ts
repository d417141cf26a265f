// Units and persons as stored: what every other context loads, apart from the shapes of requests and answers, so that
// a cold start that only looks up a unit does not build those.
import * as z from 'zod'
import { namedIdOf } from '#functions/shared/ids.ts'

export const UnitId = namedIdOf('unt')
/** A name and the civil days it was borne, both included; no `validTo` means it still is. */
const NameSpell = z.object({
  name: z.string(),
  shortName: z.string(),
  validFrom: z.string(),
  validTo: z.string().optional(),
})

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

export const Person = z.object({
  id: namedIdOf('prs'),
  name: z.string().optional(),
  rank: z.string().optional(),
  partyTitle: z.string().optional(),
  stateTitle: z.string().optional(),
  posts: z.array(
    z.object({ unitId: z.string(), title: z.string(), from: z.string(), to: z.string().optional() }),
  ),
  /** The account that acts as this person. */
  sub: z.string().optional(),
  version: z.number(),
})
export type Person = z.infer<typeof Person>
