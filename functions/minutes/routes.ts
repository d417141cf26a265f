// Minutes over HTTP: preview, draft, blocks, submission, refusal. Signing and sealing are a function of their own.
import { Hono } from 'hono'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { etag, ifMatch } from '#functions/shared/version.ts'
import { reloading } from '#functions/shared/write.ts'
import { addBlock, blockAgain } from './add-block.ts'
import { draftMinutes } from './draft-minutes.ts'
import { editBlock } from './edit-block.ts'
import { readMinutes } from './read-minutes.ts'
import { readSoFar } from './read-so-far.ts'
import { refuseMinutes } from './refuse-minutes.ts'
import {
  Block,
  BlockInput,
  BlockPath,
  BlockText,
  MinutesPath,
  MinutesSoFar,
  MinutesView,
  Refusal,
} from './schema.ts'
import { submitMinutes } from './submit-minutes.ts'

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
      const view = await once(
        c,
        (actor) => draftMinutes(actor, id),
        () => readMinutes(c.var.actor, id),
      )
      etag(c, view)
      return c.json(view)
    },
  )
  .post(
    '/:id/minutes/blocks',
    doc({
      act: 'minutes:draft',
      summary: 'Add a report or a conclusion in the words of the secretary',
      answer: Block,
      status: 201,
    }),
    at,
    valid('json', BlockInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const block = await once(
        c,
        (actor) => addBlock(actor, id, c.req.valid('json')),
        (ref) => blockAgain(c.var.actor, id, ref),
      )
      etag(c, block)
      return c.json(block, 201)
    },
  )
  .put(
    '/:id/minutes/blocks/:block',
    doc({ act: 'minutes:draft', summary: 'Word a block anew (If-Match)', answer: Block }),
    valid('param', BlockPath),
    valid('json', BlockText),
    async (c) => {
      const at = c.req.valid('param')
      const block = await reloading(() => editBlock(c.var.actor, at, ifMatch(c), c.req.valid('json')))
      etag(c, block)
      return c.json(block)
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
      const view = await once(
        c,
        (actor) => submitMinutes(actor, id),
        () => readMinutes(c.var.actor, id),
      )
      etag(c, view)
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
      const view = await once(
        c,
        (actor) => refuseMinutes(actor, id, c.req.valid('json')),
        () => readMinutes(c.var.actor, id),
      )
      etag(c, view)
      return c.json(view)
    },
  )
