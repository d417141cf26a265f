// Minutes over HTTP: preview, draft, submission, refusal; work at blocks and versions beside. Signing and sealing are a function of their own.
import { Hono } from 'hono'
import { onceVersioned } from '#functions/shared/once-versioned.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { etag } from '#functions/shared/version.ts'
import { draftMinutes } from './draft-minutes.ts'
import { readMinutes } from './read-minutes.ts'
import { readSoFar } from './read-so-far.ts'
import { refuseMinutes } from './refuse-minutes.ts'
import { MinutesPath, MinutesSoFar, MinutesView, Refusal } from './schema.ts'
import { submitMinutes } from './submit-minutes.ts'
import { minutesVersions } from './versions.routes.ts'
import { minutesWork } from './work.routes.ts'

const at = valid('param', MinutesPath)

export const minutes = new Hono<Env>()
  .get(
    '/:id/minutes',
    doc({ act: 'minutes:read', summary: 'The minutes, block by block', answer: MinutesView }),
    at,
    async (c) => {
      const view = await readMinutes(c.var.actor, c.req.valid('param').id)
      etag(c, view)
      return c.json(view)
    },
  )
  .get(
    '/:id/minutes/so-far',
    doc({
      act: 'minutes:preview',
      summary: 'What the minutes would say if they were drafted now',
      answer: MinutesSoFar,
    }),
    at,
    async (c) => c.json(await readSoFar(c.var.actor, c.req.valid('param').id)),
  )
  .post(
    '/:id/minutes/draft',
    doc({ act: 'minutes:draft', summary: 'Draft, or draft again, from the event log', answer: MinutesView }),
    at,
    nothing,
    async (c) => {
      const { id } = c.req.valid('param')
      const view = await onceVersioned(
        c,
        (actor) => draftMinutes(actor, id),
        () => readMinutes(c.var.actor, id),
      )
      return c.json(view)
    },
  )
  .post(
    '/:id/minutes/submit',
    doc({
      act: 'minutes:submit',
      summary: 'Submit for signing: horizon, number and text are fixed',
      answer: MinutesView,
    }),
    at,
    nothing,
    async (c) => {
      const { id } = c.req.valid('param')
      const view = await onceVersioned(
        c,
        (actor) => submitMinutes(actor, id),
        () => readMinutes(c.var.actor, id),
      )
      return c.json(view)
    },
  )
  .post(
    '/:id/minutes/refuse',
    doc({ act: 'minutes:refuse', summary: 'Send the minutes back with a note', answer: MinutesView }),
    at,
    valid('json', Refusal),
    async (c) => {
      const { id } = c.req.valid('param')
      const view = await onceVersioned(
        c,
        (actor) => refuseMinutes(actor, id, c.req.valid('json')),
        () => readMinutes(c.var.actor, id),
      )
      return c.json(view)
    },
  )
  .route('/', minutesWork)
  .route('/', minutesVersions)
