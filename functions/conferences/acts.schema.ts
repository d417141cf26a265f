// What the acts on a conference are told: apart, so that a cold start, which reads conferences, need not build it.
import * as z from 'zod'
import { namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { AgendaItems } from './agenda-acts.schema.ts'
import { Form, Level } from './schema.ts'

/** State-secret grades are named here only to be refused: see rules.ts. */
export const Classification = z.enum(['public', 'internal', 'mat', 'toi-mat', 'tuyet-mat'])

const titleMost = 1000

/** A title has one part or several, 1,000 characters in all, and is never cut. */
export const Title = z
  .array(line(titleMost))
  .min(1)
  .max(10)
  .refine((parts) => parts.join('; ').length <= titleMost, 'at most 1,000 characters in all')

const PersonId = namedIdOf('prs')

/** What a conference is, apart from its date and its host: what templates keep and drafts are made from. */
export const fields = {
  title: Title,
  level: Level.default('ministry'),
  form: Form.default('online'),
  classification: Classification.default('public'),
  venue: line(300),
  /** The chair and the co-chairs, in their order. */
  chairs: z.array(PersonId).max(4).default([]),
  /** Who may take the chair during the session. */
  deputyChair: PersonId.optional(),
  secretary: PersonId.optional(),
}

export const ConferenceInput = z
  .strictObject({
    ...fields,
    hostUnitId: namedIdOf('unt'),
    startsAt: Instant,
    endsAt: Instant.optional(),
    contributionsDueAt: Instant.optional(),
    /** At an edit: left out, the agenda stays; given and different, `agendaVersion` says which one was read. */
    agenda: AgendaItems.optional(),
    agendaVersion: z.number().int().min(0).optional(),
  })
  .refine((input) => !input.endsAt || input.endsAt > input.startsAt, {
    path: ['endsAt'],
    message: 'must be after startsAt',
  })
  .refine(({ chairs }) => new Set(chairs).size === chairs.length, {
    path: ['chairs'],
    message: 'each chair once',
  })
  .refine(({ chairs, deputyChair }) => deputyChair === undefined || !chairs.includes(deputyChair), {
    path: ['deputyChair'],
    message: 'not one of the chairs',
  })
export type ConferenceInput = z.infer<typeof ConferenceInput>

export const Opening = z.strictObject({
  /** Needed to open more than 60 minutes before the planned start. */
  confirmed: z.boolean().default(false),
})
