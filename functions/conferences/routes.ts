// Conferences over HTTP as they are read: what the first page asks for. What is done to them is mounted beside it.
import { Hono } from 'hono'
import * as z from 'zod'
import { pageOf } from '#functions/shared/cursor.ts'
import { RecordedEvent, readLog } from '#functions/shared/event-log.ts'
import { later } from '#functions/shared/later.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { etag } from '#functions/shared/version.ts'
import { ConferenceLine, ConferenceQuery } from './list.schema.ts'
import { listConferences } from './list-conferences.ts'
import { noteOpening, readConference } from './read-conference.ts'
import { Conference, ConferencePath, EventQuery } from './schema.ts'

const ConferencePage = later(() =>
  z.object({ items: z.array(ConferenceLine), cursor: z.string().optional() }),
)

const EventPage = later(() => z.object({ items: z.array(RecordedEvent), cursor: z.string().optional() }))

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
  .get(
    '/:id',
    doc({ act: 'conference:read', summary: 'One conference with its agenda', answer: Conference }),
    valid('param', ConferencePath),
    async (c) => {
      const { actor } = c.var
      const conference = await readConference(actor, c.req.valid('param').id)
      await noteOpening(actor, conference, conference.id)
      etag(c, conference)
      return c.json(conference)
    },
  )
  .get(
    '/:id/events',
    doc({
      act: 'events:read',
      summary: 'The event log, oldest first, up to 5 seconds ago',
      answer: EventPage,
    }),
    valid('param', ConferencePath),
    valid('query', EventQuery),
    async (c) => {
      const { actor } = c.var
      const { id } = c.req.valid('param')
      const { cursor, limit } = c.req.valid('query')
      await readConference(actor, id, 'events:read')
      return c.json(await pageOf(actor.sub, `events ${id}`, cursor, (after) => readLog(id, after, limit)))
    },
  )
