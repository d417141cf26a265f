// What a list of conferences is asked for, and its lines.
import * as z from 'zod'
import { namedIdOf } from '#functions/shared/ids.ts'
import { later } from '#functions/shared/later.ts'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { Conference, Form, State } from './schema.ts'

/** A line of a list: the conference without its agenda. */
export const ConferenceLine = later(() => Conference.omit({ agenda: true, agendaVersion: true }))
export type ConferenceLine = z.infer<typeof ConferenceLine>

const states = later(() =>
  z
    .string()
    .max(100)
    .transform((text) => text.split(','))
    .pipe(z.array(State)),
)

export const ConferenceQuery = later(() =>
  z.strictObject({
    unit: namedIdOf('unt').optional(),
    from: Instant.optional(),
    to: Instant.optional(),
    /** States, joined by commas. */
    state: states.optional(),
    form: Form.optional(),
    /** Words of the title, with or without diacritics. */
    q: line(200).optional(),
    /** Only those that gave me a role of their own. */
    mine: z.stringbool().optional(),
    series: namedIdOf('ser').optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
    cursor: z.string().max(4000).optional(),
  }),
)
export type ConferenceQuery = z.infer<typeof ConferenceQuery>
