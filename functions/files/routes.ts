// Files over HTTP: ask for an address, put the bytes there, have them checked; take away what a job has made.
import { Hono } from 'hono'
import { Address, handOut } from '#functions/shared/hand-out.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { askAgain, askUpload } from './ask-upload.ts'
import { checkUpload } from './check-upload.ts'
import { openResult } from './open-result.ts'
import { ResultPath, Upload, UploadInput, UploadPath, UploadTicket } from './schema.ts'

export const uploads = new Hono<Env>()
  .post(
    '/',
    doc({
      act: 'file:upload',
      summary: 'Ask for an address to put one file to, within 10 minutes',
      answer: UploadTicket,
      status: 201,
    }),
    valid('json', UploadInput),
    async (c) => {
      const ticket = await once(
        c,
        (actor) => askUpload(actor, c.req.valid('json')),
        (id) => askAgain(c.var.actor, id),
      )
      return c.json(ticket, 201)
    },
  )
  .post(
    '/:upload/check',
    doc({
      act: 'upload:check',
      summary: 'Have the file that was put looked into; then it may be attached or imported',
      answer: Upload,
    }),
    valid('param', UploadPath),
    nothing,
    async (c) => {
      const { upload } = c.req.valid('param')
      return c.json(
        await once(
          c,
          (actor) => checkUpload(actor, upload),
          (id) => checkUpload(c.var.actor, id),
        ),
      )
    },
  )

export const results = new Hono<Env>().get(
  '/:id/result',
  doc({
    act: 'jobs:read',
    summary: 'The file a job has made: 303 to an address for one minute, or the address as JSON',
    answer: Address,
    status: 303,
  }),
  valid('param', ResultPath),
  async (c) => handOut(c, await openResult(c.var.actor, c.req.valid('param').id)),
)
