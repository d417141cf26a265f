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

const spell = { validFrom: z.string(), validTo: z.string().optional() }
const TypeSpell = z.object({ type: z.string(), ...spell })
const ParentSpell = z.object({ parent: z.string().nullable(), ...spell })

/** Another unit, and the civil day from which one stands for the other. */
const Succession = z.object({ unit: z.string(), on: z.string() })

/** `type` and `parent` are the latest; `types` and `parents` tell them over time where they have changed. */
export const Unit = z.object({
  id: UnitId,
  type: z.string(),
  types: z.array(TypeSpell).min(1).optional(),
  parent: z.string().nullable(),
  parents: z.array(ParentSpell).min(1).optional(),
  names: z.array(NameSpell).min(1),
  /** Where invitations go. */
  email: z.string().optional(),
  validFrom: z.string(),
  validTo: z.string().optional(),
  predecessors: z.array(Succession),
  successors: z.array(Succession),
  /** Missing on units that nobody has changed since they were entered first. */
  version: z.number().optional(),
})
export type Unit = z.infer<typeof Unit>

/** The provincial police a unit is or stands under, by its short name on the day asked for. */
export const Province = z.object({ id: z.string(), name: z.string() })
export type Province = z.infer<typeof Province>

/** What somebody holds for a time. */
export const heldParts = ['rank', 'partyTitle', 'stateTitle', 'role'] as const

/** Came with the duplicate of this id, and goes with it when the merge is undone. */
const via = z.string().optional()

const Act = z.object({ at: z.string(), by: z.string(), reason: z.string() })

export const Person = z.object({
  id: namedIdOf('prs'),
  name: z.string().optional(),
  /** Rank and titles whose dates nobody told: they count where `held` tells none of that part. */
  rank: z.string().optional(),
  partyTitle: z.string().optional(),
  stateTitle: z.string().optional(),
  role: z.string().optional(),
  held: z
    .array(
      z.object({
        part: z.enum(heldParts),
        text: z.string(),
        from: z.string().optional(),
        to: z.string().optional(),
        via,
      }),
    )
    .default([]),
  posts: z.array(
    z.object({ unitId: z.string(), title: z.string(), from: z.string(), to: z.string().optional(), via }),
  ),
  /** The account that acts as this person. */
  sub: z.string().optional(),
  /** The entry that stands for this one since both were found to be one person. */
  merged: Act.extend({ into: z.string() }).optional(),
  /** Parts this entry lacked and took from a duplicate: part → the duplicate's id. */
  filled: z.record(z.string(), z.string()).optional(),
  /** Entered by mistake: stays readable, is found and used no more. */
  withdrawn: Act.optional(),
  version: z.number(),
})
export type Person = z.infer<typeof Person>
