// Giving units a point, one or all of a kind; the card of a point: what is expected, where it is, whom to telephone.
import * as z from 'zod'
import { namedIdOf } from '#functions/shared/ids.ts'
import { line, paragraphs } from '#functions/shared/text.ts'
import { Day } from '#functions/shared/time.ts'
import { PhoneNumber } from './phone.rules.ts'
import { ShownPoint } from './schema.ts'
import { PointKind } from './stored.schema.ts'

/** More points than this are given by a job. */
export const atOnceMost = 90

/** More than all police forces of the country. */
const unitsMost = 4_000

const Expected = z.number().int().min(0).max(10_000)

/** All units of a kind: the provincial police, or the communes of one province or of the country. */
export const AllOf = z.enum(['provincial-police', 'communes'])
export type AllOf = z.infer<typeof AllOf>

const selection = {
  all: AllOf.optional(),
  /** Only those under this unit. */
  of: namedIdOf('unt').optional(),
  /** The civil day they are chosen as of; the day of the conference without it. */
  asOf: Day.optional(),
}

export const PointsInput = z
  .strictObject({
    unitIds: z.array(namedIdOf('unt')).min(1).max(unitsMost).optional(),
    ...selection,
    kind: PointKind.default('site'),
    /** The head count announced, the same for each of these points. */
    expected: Expected.optional(),
  })
  .refine(({ unitIds, all }) => (unitIds === undefined) !== (all === undefined), {
    path: ['unitIds'],
    message: 'either units or all of a kind',
  })
  .refine(({ unitIds, of, asOf }) => unitIds === undefined || (of ?? asOf) === undefined, {
    path: ['of'],
    message: 'only with all of a kind',
  })
export type PointsInput = z.infer<typeof PointsInput>

export const SelectionQuery = z.strictObject({ ...selection, all: AllOf })
export type SelectionQuery = z.infer<typeof SelectionQuery>

/** Which units a selection means, and which of them have a point already. */
export const PointsPreview = z.object({
  total: z.number(),
  there: z.number(),
  /** Too many for one call: they will be given by a job. */
  asJob: z.boolean(),
  items: z.array(
    z.object({ unitId: z.string(), name: z.string(), shortName: z.string(), there: z.boolean() }),
  ),
})

export const PointPage = z.object({ items: z.array(ShownPoint), cursor: z.string().optional() })

/** Technical duty (trực kỹ thuật), in charge (lãnh đạo), office (văn thư). */
export const ContactRole = z.enum(['technical', 'leader', 'clerk'])

export const Contact = z
  .strictObject({
    name: line(100).optional(),
    post: line(300).optional(),
    role: ContactRole,
    phones: z.array(PhoneNumber).min(1).max(5),
  })
  .refine(({ name, post }) => name ?? post, {
    path: ['name'],
    message: 'a name or a position is needed',
  })
export type Contact = z.infer<typeof Contact>

export const Contacts = z.array(Contact).max(20).default([])

export const CardInput = z.strictObject({
  expected: Expected.optional(),
  room: line(200).optional(),
  address: line(500).optional(),
  /** For the desk and the point itself. */
  note: paragraphs(2000).optional(),
  contacts: Contacts,
})
export type CardInput = z.infer<typeof CardInput>

/** What is kept of it; version 0 before the first edit. */
export const Card = z.object({
  conferenceId: z.string(),
  pointId: z.string(),
  room: z.string().optional(),
  address: z.string().optional(),
  note: z.string().optional(),
  contacts: z.array(Contact),
  version: z.number(),
})
export type Card = z.infer<typeof Card>

/** The card as answered; note and contacts for those who may. */
export const ShownCard = z.object({
  pointId: z.string(),
  name: z.string(),
  shortName: z.string(),
  expected: z.number().optional(),
  room: z.string().optional(),
  address: z.string().optional(),
  note: z.string().optional(),
  contacts: z.array(Contact).optional(),
  version: z.number(),
})
export type ShownCard = z.infer<typeof ShownCard>

export const CardPage = z.object({ items: z.array(ShownCard), cursor: z.string().optional() })

export const Removal = z.strictObject({ reason: line(500) })
export type Removal = z.infer<typeof Removal>

/** Removed without a trace but the log's, or withdrawn and still shown. */
export const Removed = z.object({ outcome: z.enum(['removed', 'withdrawn']) })
export type Removed = z.infer<typeof Removed>
