// Grants over HTTP, and who one is.
import { Hono } from 'hono'
import * as z from 'zod'
import { now } from '#functions/shared/clock.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { endedAgain, endGrant } from './end-grant.ts'
import { giveGrant, grantAgain } from './give-grant.ts'
import { GrantEnd, GrantInput, GrantPath, GrantQuery, ShownGrant } from './giving.schema.ts'
import { Me } from './me.schema.ts'
import { readGrants, readMe, shownGrant } from './read-grants.ts'
import type { Grant } from './schema.ts'

const Grants = z.object({ items: z.array(ShownGrant) })

const shown = (grant: Grant) => shownGrant(grant, now().toISOString())

export const grants = new Hono<Env>()
  .get(
    '/',
    doc({
      act: 'grants:read',
      summary: 'Every grant ever given over a scope or to a person, with how it stands now',
      answer: Grants,
    }),
    valid('query', GrantQuery),
    async (c) => c.json({ items: await readGrants(c.var.actor, c.req.valid('query')) }),
  )
  .post(
    '/',
    doc({
      act: 'grants:give',
      summary: "Give a role to a person's account",
      answer: ShownGrant,
      status: 201,
    }),
    valid('json', GrantInput),
    async (c) => {
      const grant = await once(
        c,
        (actor) => giveGrant(actor, c.req.valid('json')),
        (ref) => grantAgain(c.var.actor, ref),
      )
      return c.json(shown(grant), 201)
    },
  )
  .post(
    '/:id/end',
    doc({ act: 'grants:end', summary: 'End a role before its time', answer: ShownGrant }),
    valid('param', GrantPath),
    valid('json', GrantEnd),
    async (c) => {
      const { id } = c.req.valid('param')
      const grant = await once(
        c,
        (actor) => endGrant(actor, id, c.req.valid('json').reason),
        (ref) => endedAgain(c.var.actor, ref),
      )
      return c.json(shown(grant))
    },
  )

export const me = new Hono<Env>().get(
  '/',
  doc({ act: 'signed-in', summary: 'Who I am and what I may do now', answer: Me }),
  async (c) => c.json(await readMe(c.var.actor)),
)
