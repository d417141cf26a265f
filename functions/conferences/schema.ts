// The conference: shapes.
import * as z from 'zod'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { AgendaItem, AgendaItems } from './agenda.schema.ts'
import { Titled } from './persons.schema.ts'

export const ConferenceId = idOf('cnf')
export const ConferencePath = z.object({ id: ConferenceId })

/** State-secret grades are named here only to be refused: see rules.ts. */
export const Classification = z.enum(['public', 'internal', 'mat', 'toi-mat', 'tuyet-mat'])

export const Level = z.enum(['ministry', 'province', 'district', 'commune'])
export const Form = z.enum(['online', 'hybrid', 'in-person'])

/**
 * draft → scheduled → open → in-session → closed; minutes-drafted, signed and sealed live with the minutes. `postponed`
 * is put off with no new date yet: with one it is scheduled again. `cancelled` is the end of it.
 */
export const State = z.enum(['draft', 'scheduled', 'postponed', 'open', 'in-session', 'closed', 'cancelled'])
export type State = z.infer<typeof State>

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

/** Put off: from which start to which, and why. */
const Postponement = z.object({
  at: z.string(),
  reason: z.string(),
  from: z.string(),
  to: z.string().optional(),
})

/** A start or a close that was a mistake: what stood, since when, and why it was undone. */
const Reopening = z.object({
  at: z.string(),
  reason: z.string(),
  from: z.enum(['in-session', 'closed']),
  was: z.string(),
})

/** Who is in the chair: `grantId` where a deputy holds it for as long as that lasts. */
const Presiding = Titled.partial({ personId: true }).extend({
  sub: z.string().optional(),
  since: z.string(),
  grantId: z.string().optional(),
})
export type Presiding = z.infer<typeof Presiding>

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
  chairs: z.array(Titled).default([]),
  deputyChair: Titled.optional(),
  secretary: Titled.optional(),
  agenda: z.array(AgendaItem).default([]),
  /** The version of the agenda, a document of its own. */
  agendaVersion: z.number().default(0),
  state: State,
  openedAt: z.string().optional(),
  startedAt: z.string().optional(),
  closedAt: z.string().optional(),
  presiding: Presiding.optional(),
  postponements: z.array(Postponement).optional(),
  /** `unannounced`: given up while it was still a draft, which nobody else knows of. */
  cancellation: z
    .object({ at: z.string(), reason: z.string(), unannounced: z.literal(true).optional() })
    .optional(),
  reopenings: z.array(Reopening).optional(),
  /** The series it belongs to. */
  seriesId: z.string().optional(),
  /** The last edit of an earlier one of its series that it followed. */
  followed: z.string().optional(),
  /** Goes up with every change that calendars must follow (RFC 5545, SEQUENCE). */
  sequence: z.number().default(0),
  version: z.number(),
})
export type Conference = z.infer<typeof Conference>

export const Opening = z.strictObject({
  /** Needed to open more than 60 minutes before the planned start. */
  confirmed: z.boolean().default(false),
})

export const EventQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(4000).optional(),
})
