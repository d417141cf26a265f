// The agenda, the steps aside and back of a conference's life, and who opened it, over HTTP; mounted under /conferences.
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import type { Actor } from '#functions/shared/actor.ts'
import { pageOf } from '#functions/shared/cursor.ts'
import { RecordedEvent, readLog } from '#functions/shared/event-log.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { etag, ifMatch } from '#functions/shared/version.ts'
import { reloading } from '#functions/shared/write.ts'
import { shownAgenda } from './agenda.rules.ts'
import { Agenda, AgendaAct, AgendaInput, AgendaItemPath } from './agenda-acts.schema.ts'
import { cancelConference } from './cancel-conference.ts'
import { editAgenda } from './edit-agenda.ts'
import { openingsOf } from './events.ts'
import { postponeConference } from './postpone-conference.ts'
import { noteOpening, readConference } from './read-conference.ts'
import { reopenConference } from './reopen-conference.ts'
import { runAgenda } from './run-agenda.ts'
import type { Saved } from './save-moved.ts'
import { Conference, ConferencePath, EventQuery } from './schema.ts'
import { Postponing, Reason, Taking } from './steps.schema.ts'
import { takeChair } from './take-chair.ts'

const OpeningPage = z.object({ items: z.array(RecordedEvent), cursor: z.string().optional() })

const at = valid('param', ConferencePath)
const item = valid('param', AgendaItemPath)

/** The conference as it then stands; 202 and the job where many points move with it. */
const moving = async (c: Context<Env>, id: string, step: (actor: Actor) => Promise<Saved>) => {
  const { conference, job } = await once(
    c,
    step,
    async (): Promise<Saved> => ({
      conference: await readConference(c.var.actor, id),
    }),
  )
  etag(c, conference)
  if (!job) return c.json(conference)
  c.header('Location', `/api/jobs/${job}`)
  return c.json(conference, 202)
}

const running = async (c: Context<Env>, id: string, act: (actor: Actor) => Promise<Agenda>) => {
  const agenda = await once(c, act, async () => shownAgenda(await readConference(c.var.actor, id)))
  etag(c, agenda)
  return c.json(agenda)
}

export const conferenceSteps = new Hono<Env>()
  .get(
    '/:id/agenda',
    doc({ act: 'conference:read', summary: 'The agenda, and what is on now', answer: Agenda }),
    at,
    async (c) => {
      const conference = await readConference(c.var.actor, c.req.valid('param').id)
      await noteOpening(c.var.actor, conference, conference.id)
      const agenda = shownAgenda(conference)
      etag(c, agenda)
      return c.json(agenda)
    },
  )
  .put(
    '/:id/agenda',
    doc({ act: 'conference:edit', summary: 'Edit the agenda, in session too (If-Match)', answer: Agenda }),
    at,
    valid('json', AgendaInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const agenda = await reloading(() => editAgenda(c.var.actor, id, ifMatch(c), c.req.valid('json')))
      etag(c, agenda)
      return c.json(agenda)
    },
  )
  .post(
    '/:id/agenda/items/:item/start',
    doc({ act: 'agenda:run', summary: 'An item begins; the one that was on ends', answer: Agenda }),
    item,
    valid('json', AgendaAct),
    (c) => {
      const path = c.req.valid('param')
      return running(c, path.id, (actor) => runAgenda(actor, path, 'start', c.req.valid('json')))
    },
  )
  .post(
    '/:id/agenda/items/:item/end',
    doc({ act: 'agenda:run', summary: 'The item that is on ends', answer: Agenda }),
    item,
    valid('json', AgendaAct),
    (c) => {
      const path = c.req.valid('param')
      return running(c, path.id, (actor) => runAgenda(actor, path, 'end', c.req.valid('json')))
    },
  )
  .post(
    '/:id/postpone',
    doc({
      act: 'conference:postpone',
      summary: 'Put off, to a new date or to none yet; its units are told',
      answer: Conference,
    }),
    at,
    valid('json', Postponing),
    (c) => {
      const { id } = c.req.valid('param')
      return moving(c, id, (actor) => postponeConference(actor, id, c.req.valid('json')))
    },
  )
  .post(
    '/:id/cancel',
    doc({ act: 'conference:cancel', summary: 'Call off; its units are told', answer: Conference }),
    at,
    valid('json', Reason),
    (c) => {
      const { id } = c.req.valid('param')
      return moving(c, id, async (actor) => ({
        conference: await cancelConference(actor, id, c.req.valid('json')),
      }))
    },
  )
  .post(
    '/:id/reopen',
    doc({ act: 'conference:reopen', summary: 'Undo a mistaken start or close', answer: Conference }),
    at,
    valid('json', Reason),
    (c) => {
      const { id } = c.req.valid('param')
      return moving(c, id, async (actor) => ({
        conference: await reopenConference(actor, id, c.req.valid('json')),
      }))
    },
  )
  .post(
    '/:id/take-chair',
    doc({ act: 'conference:take-chair', summary: 'Take the chair during the session', answer: Conference }),
    at,
    valid('json', Taking),
    (c) => {
      const { id } = c.req.valid('param')
      return moving(c, id, async (actor) => ({
        conference: await takeChair(actor, id, c.req.valid('json')),
      }))
    },
  )
  .get(
    '/:id/openings',
    doc({ act: 'events:read', summary: 'Who opened its internal documents', answer: OpeningPage }),
    at,
    valid('query', EventQuery),
    async (c) => {
      const { actor } = c.var
      const { id } = c.req.valid('param')
      const { cursor, limit } = c.req.valid('query')
      await readConference(actor, id, 'events:read')
      return c.json(
        await pageOf(actor.sub, `openings ${id}`, cursor, (after) => readLog(openingsOf(id), after, limit)),
      )
    },
  )
