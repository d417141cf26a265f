// Persons, what they were called and held over time, merging and withdrawing them: shapes of requests and answers.
import * as z from 'zod'
import { namedIdOf } from '#functions/shared/ids.ts'
import { line, paragraphs } from '#functions/shared/text.ts'
import { Day } from '#functions/shared/time.ts'
import { heldParts, Person, UnitId } from './stored.schema.ts'

export const PersonId = namedIdOf('prs')
export const PersonPath = z.object({ id: PersonId })

const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
  !from || !to || from <= to
const endsLater = { path: ['to'], message: 'must not be before from' }

export const Post = z
  .strictObject({ unitId: UnitId, title: line(300), from: Day, to: Day.optional() })
  .refine(inOrder, endsLater)
export type Post = z.infer<typeof Post>

/** A rank, title or role for a time, both days included; a missing day is not known, or not yet come. */
const Held = z
  .strictObject({ part: z.enum(heldParts), text: line(300), from: Day.optional(), to: Day.optional() })
  .refine(inOrder, endsLater)

/** Who somebody is; any part may be missing: whoever a report does not name is entered by position. */
export const Identity = z.strictObject({
  name: line(100).optional(),
  rank: line(60).optional(),
  partyTitle: line(300).optional(),
  stateTitle: line(300).optional(),
  /** The post in a steering committee, named last. */
  role: line(300).optional(),
})
export type Identity = z.infer<typeof Identity>

const names = ['partyTitle', 'stateTitle', 'role']

/** At least a name or a position must be known. */
const isSomebody = ({ name, partyTitle, stateTitle, role, held }: Identity & { held: { part: string }[] }) =>
  Boolean(name ?? partyTitle ?? stateTitle ?? role) || held.some(({ part }) => names.includes(part))

export const PersonInput = z
  .strictObject({
    ...Identity.shape,
    held: z.array(Held).max(100).default([]),
    posts: z.array(Post).max(50).default([]),
  })
  .refine(isSomebody, { path: ['name'], message: 'a name or a title is needed' })
export type PersonInput = z.infer<typeof PersonInput>

/** As somebody is named on the day asked for. */
const Called = z.object({ day: z.string(), ...Identity.shape, formalName: z.string() })

/** A person as answered: the document as kept, and the form in which records of the day name them. */
export const ShownPerson = Person.omit({ sub: true }).extend({
  formalName: z.string(),
  hasAccount: z.boolean(),
  on: Called,
})
export type ShownPerson = z.infer<typeof ShownPerson>

export const OnDay = z.strictObject({
  /** The civil day ranks, titles and posts are asked for; today without it. */
  on: Day.optional(),
})

export const PersonQuery = z.strictObject({
  q: line(200).optional(),
  ...OnDay.shape,
  /** `true` finds mistaken entries too, which are marked so. */
  withdrawn: z.enum(['true', 'false']).default('false'),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000).optional(),
})
export type PersonQuery = z.infer<typeof PersonQuery>

export const AccountLink = z.strictObject({ sub: z.string().regex(/^[\x21-\x7e]{1,128}$/) })

export const MergeInput = z.strictObject({
  /** The entry that stays. */
  into: PersonId,
  reason: paragraphs(500),
})
export type MergeInput = z.infer<typeof MergeInput>

export const Reason = z.strictObject({ reason: paragraphs(500) })

/** Somebody who may be the same person, and what speaks for it. */
export const Candidate = z.object({
  person: ShownPerson,
  because: z.array(z.enum(['name', 'rank', 'title', 'unit'])),
})
