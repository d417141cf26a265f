// Units over HTTP.
import { Hono } from 'hono'
import * as z from 'zod'
import { now } from '#functions/shared/clock.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { civilDay } from '#functions/shared/time.ts'
import { valid } from '#functions/shared/valid.ts'
import { loadAllUnits, loadUnit } from './entity.ts'
import { searchUnits } from './rules.ts'
import { FoundUnit, UnitPath, UnitQuery } from './schema.ts'
import { Unit } from './stored.schema.ts'

const FoundUnits = z.object({ items: z.array(FoundUnit), total: z.number() })

export const units = new Hono<Env>()
  .get(
    '/',
    doc({
      act: 'signed-in',
      summary: 'Units that stand on a day, by any name they have borne',
      answer: FoundUnits,
    }),
    valid('query', UnitQuery),
    async (c) => {
      const { q, on, limit } = c.req.valid('query')
      const found = searchUnits(await loadAllUnits(), on ?? civilDay(now().toISOString()), q)
      return c.json({ items: found.slice(0, limit), total: found.length })
    },
  )
  .get(
    '/:id',
    doc({ act: 'signed-in', summary: 'One unit with its names over time', answer: Unit }),
    valid('param', UnitPath),
    async (c) => c.json(await loadUnit(c.req.valid('param').id)),
  )
