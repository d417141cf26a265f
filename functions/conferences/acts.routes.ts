// What is done to a conference over HTTP: drafted, edited, and the steps of every conference's life.
import { type Context, Hono } from 'hono'
import type * as z from 'zod'
import type { Actor } from '#functions/shared/actor.ts'
import { onceVersioned } from '#functions/shared/once-versioned.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { etag, ifMatch } from '#functions/shared/version.ts'
import { reloading } from '#functions/shared/write.ts'
import { ConferenceInput, Opening } from './acts.schema.ts'
import { closeConference } from './close-conference.ts'
import { draftConference } from './draft-conference.ts'
import { editConference } from './edit-conference.ts'
import { openConference } from './open-conference.ts'
import { readConference } from './read-conference.ts'
import { scheduleConference } from './schedule-conference.ts'
import { Conference, ConferencePath } from './schema.ts'
import { startConference } from './start-conference.ts'

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

export const conferenceActs = new Hono<Env>()
  .post(
    '/',
    doc({ act: 'conference:draft', summary: 'Draft a conference', answer: Conference, status: 201 }),
    valid('json', ConferenceInput),
    async (c) => {
      const conference = await onceVersioned(
        c,
        (actor) => draftConference(actor, c.req.valid('json')),
        (id) => readConference(c.var.actor, id),
      )
      return c.json(conference, 201)
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
