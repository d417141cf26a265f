// The register of minutes over HTTP.
import { Hono } from 'hono'
import { pageOf } from '#functions/shared/cursor.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { readRegister } from './read-register.ts'
import { Register, RegisterQuery } from './workflow.schema.ts'

export const register = new Hono<Env>().get(
  '/',
  doc({
    act: 'register:read',
    summary: 'The numbers a unit gave to minutes in a civil year, in order',
    answer: Register,
  }),
  valid('query', RegisterQuery),
  async (c) => {
    const { actor } = c.var
    const { unit, year, cursor } = c.req.valid('query')
    return c.json(
      await pageOf(actor.sub, `register ${unit} ${year}`, cursor, (after) =>
        readRegister(actor, unit, year, after),
      ),
    )
  },
)
