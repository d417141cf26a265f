// Signing and sealing over HTTP: the only two routes that reach the key.
import { Hono } from 'hono'
import { once } from '#functions/shared/idempotency.ts'
import { onceVersioned } from '#functions/shared/once-versioned.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { readMinutes } from './read-minutes.ts'
import { MinutesPath, MinutesView, Seal } from './schema.ts'
import { sealMinutes } from './seal-minutes.ts'
import { signMinutes } from './sign-minutes.ts'

const at = valid('param', MinutesPath)

export const signatures = new Hono<Env>()
  .post(
    '/:id/minutes/sign',
    doc({
      act: 'minutes:sign',
      summary: 'Sign: the secretary, then the chair, signed in within the last five minutes',
      answer: MinutesView,
    }),
    at,
    nothing,
    async (c) => {
      const { id } = c.req.valid('param')
      const minutes = await onceVersioned(
        c,
        (actor) => signMinutes(actor, id),
        () => readMinutes(c.var.actor, id),
      )
      return c.json(minutes)
    },
  )
  .post(
    '/:id/minutes/seal',
    doc({
      act: 'minutes:seal',
      summary: 'Seal signed minutes, or complete a seal that broke off',
      answer: Seal,
    }),
    at,
    nothing,
    async (c) => {
      const { id } = c.req.valid('param')
      return c.json(
        await once(
          c,
          (actor) => sealMinutes(actor, id),
          () => sealMinutes(c.var.actor, id), // a seal that broke off after its claim was kept goes on here
        ),
      )
    },
  )
