// The conference and its agenda: shapes.
import * as z from 'zod'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'

export const ConferenceId = idOf('cnf')
export const ConferencePath = z.object({ id: ConferenceId })

/** State-secret grades are named here only to be refused: see rules.ts. */
export const Classification = z.enum(['public', 'internal', 'mat', 'toi-mat', 'tuyet-mat'])

export const Level = z.enum(['ministry', 'province', 'district', 'commune'])
export const Form = z.enum(['online', 'hybrid', 'in-person'])

/** draft → scheduled → open → in-session → closed; later: minutes-drafted, signed, sealed live with the minutes. */
export const State = z.enum(['draft', 'scheduled', 'open', 'in-session', 'closed'])
export type State = z.infer<typeof State>

export const AgendaItem = z.strictObject({
  id: z.string().regex(/^agd_[0-9a-z-]{1,40}$/),
  title: line(1000),
  kind: z.enum(['opening', 'report', 'plan', 'contributions', 'discussion', 'conclusion', 'other']),
  plannedAt: Instant.optional(),
  minutes: z.number().int().min(1).max(600).optional(),
  presenter: line(300).optional(),
})
export type AgendaItem = z.infer<typeof AgendaItem>

const titleMost = 1000

/** A title has one part or several, 1,000 characters in all, and is never cut. */
export const Title = z
  .array(line(titleMost))
  .min(1)
  .max(10)
  .refine((parts) => parts.join('; ').length <= titleMost, 'at most 1,000 characters in all')

export const ConferenceInput = z
  .strictObject({
    title: Title,
    hostUnitId: namedIdOf('unt'),
    level: Level.default('ministry'),
    form: Form.default('online'),
    classification: Classification.default('public'),
    venue: line(300),
    startsAt: Instant,
    endsAt: Instant.optional(),
    contributionsDueAt: Instant.optional(),
    agenda: z.array(AgendaItem).max(100).default([]),
  })
  .refine((input) => !input.endsAt || input.endsAt > input.startsAt, {
    path: ['endsAt'],
    message: 'must be after startsAt',
  })
  .refine((input) => new Set(input.agenda.map(({ id }) => id)).size === input.agenda.length, {
    path: ['agenda'],
    message: 'agenda ids must differ',
  })
export type ConferenceInput = z.infer<typeof ConferenceInput>

export const Conference = z.object({
  id: ConferenceId,
  title: z.array(z.string()),
  hostUnitId: z.string(),
  level: Level,
  form: Form,
  classification: z.enum(['public', 'internal']),
  venue: z.string(),
  startsAt: z.string(),
  endsAt: z.string().optional(),
  contributionsDueAt: z.string().optional(),
  agenda: z.array(AgendaItem),
  state: State,
  openedAt: z.string().optional(),
  startedAt: z.string().optional(),
  closedAt: z.string().optional(),
  version: z.number(),
})
export type Conference = z.infer<typeof Conference>

export const ConferenceQuery = z.strictObject({
  unit: namedIdOf('unt').optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(4000).optional(),
})
export type ConferenceQuery = z.infer<typeof ConferenceQuery>

export const Opening = z.strictObject({
  /** Needed to open more than 60 minutes before the planned start. */
  confirmed: z.boolean().default(false),
})

export const EventQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(4000).optional(),
})
