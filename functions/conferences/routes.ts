// Conferences over HTTP: what the first page asks for, and the steps of every conference's life.
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import type { Actor } from '#functions/shared/actor.ts'
import { pageOf } from '#functions/shared/cursor.ts'
import { RecordedEvent, readLog } from '#functions/shared/event-log.ts'
import { onceVersioned } from '#functions/shared/once-versioned.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { etag, ifMatch } from '#functions/shared/version.ts'
import { reloading } from '#functions/shared/write.ts'
import { closeConference } from './close-conference.ts'
import { ConferenceLine, ConferenceQuery } from './list.schema.ts'
import { listConferences } from './list-conferences.ts'
import { openConference } from './open-conference.ts'
import { noteOpening, readConference } from './read-conference.ts'
import { scheduleConference } from './schedule-conference.ts'
import { Conference, ConferenceInput, ConferencePath, EventQuery, Opening } from './schema.ts'
import { startConference } from './start-conference.ts'

const ConferencePage = z.object({ items: z.array(ConferenceLine), cursor: z.string().optional() })
const EventPage = z.object({ items: z.array(RecordedEvent), cursor: z.string().optional() })

const at = valid('param', ConferencePath)

/** One step of a conference's life; the answer is the conference as it then stands. */
const moving = async (
  c: Context<Env>,
  id: string,
  step: (actor: Actor, id: string) => Promise<z.infer<typeof Conference>>,
) => {
  const conference = await onceVersioned(
    c,
    (actor) => step(actor, id),
    () => readConference(c.var.actor, id),
  )
  return c.json(conference)
}

export const conferences = new Hono<Env>()
  .get(
    '/',
    doc({ act: 'signed-in', summary: 'My conferences, newest first', answer: ConferencePage }),
    valid('query', ConferenceQuery),
    async (c) => {
      const { actor } = c.var
      const { cursor, ...query } = c.req.valid('query')
      return c.json(
        await pageOf(actor.sub, `conferences?${JSON.stringify(query)}`, cursor, (before) =>
          listConferences(actor, query, before),
        ),
      )
    },
  )
  .post(
    '/',
    doc({ act: 'conference:draft', summary: 'Draft a conference', answer: Conference, status: 201 }),
    valid('json', ConferenceInput),
    async (c) => {
      const conference = await onceVersioned(
        c,
        async (actor) => (await import('./draft-conference.ts')).draftConference(actor, c.req.valid('json')),
        (id) => readConference(c.var.actor, id),
      )
      return c.json(conference, 201)
    },
  )
  .get(
    '/:id',
    doc({ act: 'conference:read', summary: 'One conference with its agenda', answer: Conference }),
    at,
    async (c) => {
      const { actor } = c.var
      const conference = await readConference(actor, c.req.valid('param').id)
      await noteOpening(actor, conference, conference.id)
      etag(c, conference)
      return c.json(conference)
    },
  )
  .put(
    '/:id',
    doc({
      act: 'conference:edit',
      summary: 'Edit a conference before it opens (If-Match); 202 and the job where many points move with it',
      answer: Conference,
    }),
    at,
    valid('json', ConferenceInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const { editConference } = await import('./edit-conference.ts')
      const { conference, job } = await reloading(() =>
        editConference(c.var.actor, id, ifMatch(c), c.req.valid('json')),
      )
      etag(c, conference)
      if (!job) return c.json(conference)
      c.header('Location', `/api/jobs/${job}`)
      return c.json(conference, 202)
    },
  )
  .post(
    '/:id/schedule',
    doc({ act: 'conference:schedule', summary: 'Schedule: invitations go out', answer: Conference }),
    at,
    nothing,
    (c) => moving(c, c.req.valid('param').id, scheduleConference),
  )
  .post(
    '/:id/open',
    doc({ act: 'conference:open', summary: 'Open the room for readiness checks', answer: Conference }),
    at,
    valid('json', Opening),
    (c) => {
      const { confirmed } = c.req.valid('json')
      return moving(c, c.req.valid('param').id, (actor, id) => openConference(actor, id, confirmed))
    },
  )
  .post(
    '/:id/start',
    doc({ act: 'conference:start', summary: 'Start the session', answer: Conference }),
    at,
    nothing,
    (c) => moving(c, c.req.valid('param').id, startConference),
  )
  .post(
    '/:id/close',
    doc({ act: 'conference:close', summary: 'Close the session', answer: Conference }),
    at,
    nothing,
    (c) => moving(c, c.req.valid('param').id, closeConference),
  )
  .get(
    '/:id/events',
    doc({
      act: 'events:read',
      summary: 'The event log, oldest first, up to 5 seconds ago',
      answer: EventPage,
    }),
    at,
    valid('query', EventQuery),
    async (c) => {
      const { actor } = c.var
      const { id } = c.req.valid('param')
      const { cursor, limit } = c.req.valid('query')
      await readConference(actor, id, 'events:read')
      return c.json(await pageOf(actor.sub, `events ${id}`, cursor, (after) => readLog(id, after, limit)))
    },
  )
