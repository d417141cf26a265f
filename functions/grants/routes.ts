// Grants over HTTP, and who one is.
import { Hono } from 'hono'
import * as z from 'zod'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { giveGrant, grantAgain } from './give-grant.ts'
import { Me } from './me.schema.ts'
import { readGrants, readMe } from './read-grants.ts'
import { Grant, GrantInput, GrantQuery } from './schema.ts'

const Grants = z.object({ items: z.array(Grant) })

export const grants = new Hono<Env>()
  .get(
    '/',
    doc({ act: 'grants:read', summary: 'Every grant ever given over a scope', answer: Grants }),
    valid('query', GrantQuery),
    async (c) => c.json({ items: await readGrants(c.var.actor, c.req.valid('query').scope) }),
  )
  .post(
    '/',
    doc({ act: 'grants:give', summary: "Give a role to a person's account", answer: Grant, status: 201 }),
    valid('json', GrantInput),
    async (c) => {
      const grant = await once(
        c,
        (actor) => giveGrant(actor, c.req.valid('json')),
        (ref) => grantAgain(c.var.actor, ref),
      )
      return c.json(grant, 201)
    },
  )

export const me = new Hono<Env>().get(
  '/',
  doc({ act: 'signed-in', summary: 'Who I am and what I may do now', answer: Me }),
  async (c) => c.json(await readMe(c.var.actor)),
)
