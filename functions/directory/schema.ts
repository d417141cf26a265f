// Units and their names over time, persons and their posts: shapes.
import * as z from 'zod'
import { namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Day } from '#functions/shared/time.ts'
import { Person, UnitId } from './stored.schema.ts'

export const UnitPath = z.object({ id: UnitId })

export const UnitQuery = z.strictObject({
  q: line(200).optional(),
  /** The civil day names and units are asked for; today without it. */
  on: Day.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(100),
})
export type UnitQuery = z.infer<typeof UnitQuery>

/** A unit as a search found it: its name on the day asked for, and through which name or earlier unit. */
export const FoundUnit = z.object({
  id: UnitId,
  type: z.string(),
  name: z.string(),
  shortName: z.string(),
  parent: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().optional(),
  /** The name that matched, when it is not the one shown. */
  through: z.string().optional(),
})
export type FoundUnit = z.infer<typeof FoundUnit>

export const PersonPath = z.object({ id: namedIdOf('prs') })

export const Post = z
  .strictObject({ unitId: UnitId, title: line(300), from: Day, to: Day.optional() })
  .refine(({ from, to }) => !to || from <= to, { path: ['to'], message: 'must not be before from' })
export type Post = z.infer<typeof Post>

/** Who somebody is; any part may be missing: whoever a report does not name is entered by position. */
export const Identity = z.strictObject({
  name: line(100).optional(),
  rank: line(60).optional(),
  partyTitle: line(300).optional(),
  stateTitle: line(300).optional(),
})
export type Identity = z.infer<typeof Identity>

/** At least a name or a position must be known. */
const isSomebody = ({ name, partyTitle, stateTitle }: Identity): boolean =>
  Boolean(name ?? partyTitle ?? stateTitle)

export const PersonInput = z
  .strictObject({ ...Identity.shape, posts: z.array(Post).max(50).default([]) })
  .refine(isSomebody, { path: ['name'], message: 'a name or a title is needed' })
export type PersonInput = z.infer<typeof PersonInput>

/** A person as answered: with the form in which records name them. */
export const ShownPerson = Person.omit({ sub: true }).extend({
  formalName: z.string(),
  hasAccount: z.boolean(),
})
export type ShownPerson = z.infer<typeof ShownPerson>

export const PersonQuery = z.strictObject({
  q: line(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})
export type PersonQuery = z.infer<typeof PersonQuery>

export const AccountLink = z.strictObject({ sub: z.string().regex(/^[\x21-\x7e]{1,128}$/) })
