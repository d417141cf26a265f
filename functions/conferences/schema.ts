// The conference as it is kept and shown: shapes.
import * as z from 'zod'
import { idOf } from '#functions/shared/ids.ts'
import { later } from '#functions/shared/later.ts'
import { AgendaItem } from './agenda.schema.ts'
import { Titled } from './persons.schema.ts'

export const ConferenceId = idOf('cnf')
export const ConferencePath = later(() => z.object({ id: ConferenceId }))

export const Level = later(() => z.enum(['ministry', 'province', 'district', 'commune']))
export const Form = later(() => z.enum(['online', 'hybrid', 'in-person']))

/**
 * draft → scheduled → open → in-session → closed; minutes-drafted, signed and sealed live with the minutes. `postponed`
 * is put off with no new date yet: with one it is scheduled again. `cancelled` is the end of it.
 */
export const State = later(() =>
  z.enum(['draft', 'scheduled', 'postponed', 'open', 'in-session', 'closed', 'cancelled']),
)
export type State = z.infer<typeof State>

/** Put off: from which start to which, and why. */
const Postponement = later(() =>
  z.object({
    at: z.string(),
    reason: z.string(),
    from: z.string(),
    to: z.string().optional(),
  }),
)

/** A start or a close that was a mistake: what stood, since when, and why it was undone. */
const Reopening = later(() =>
  z.object({
    at: z.string(),
    reason: z.string(),
    from: z.enum(['in-session', 'closed']),
    was: z.string(),
  }),
)

/** Who is in the chair: `grantId` where a deputy holds it for as long as that lasts. */
const Presiding = later(() =>
  Titled.partial({ personId: true }).extend({
    sub: z.string().optional(),
    since: z.string(),
    grantId: z.string().optional(),
  }),
)
export type Presiding = z.infer<typeof Presiding>

export const Conference = later(() =>
  z.object({
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
  }),
)
export type Conference = z.infer<typeof Conference>

export const EventQuery = later(() =>
  z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(4000).optional(),
  }),
)
