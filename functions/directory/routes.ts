// Units and persons over HTTP.
import { Hono } from 'hono'
import * as z from 'zod'
import { now } from '#functions/shared/clock.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { civilDay } from '#functions/shared/time.ts'
import { valid } from '#functions/shared/valid.ts'
import { enterPerson } from './enter-person.ts'
import { loadAllPersons, loadAllUnits, loadPerson, loadUnit } from './entity.ts'
import { linkAccount } from './link-account.ts'
import { searchPersons, shownPerson } from './persons.rules.ts'
import { searchUnits } from './rules.ts'
import {
  AccountLink,
  FoundUnit,
  PersonInput,
  PersonPath,
  PersonQuery,
  ShownPerson,
  UnitPath,
  UnitQuery,
} from './schema.ts'
import { Unit } from './stored.schema.ts'

const FoundUnits = z.object({ items: z.array(FoundUnit), total: z.number() })
const FoundPersons = z.object({ items: z.array(ShownPerson), total: z.number() })

const personAt = valid('param', PersonPath)

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

export const persons = new Hono<Env>()
  .get(
    '/',
    doc({ act: 'signed-in', summary: 'Persons by name or position', answer: FoundPersons }),
    valid('query', PersonQuery),
    async (c) => {
      const { q, limit } = c.req.valid('query')
      const found = searchPersons(await loadAllPersons(), q)
      return c.json({ items: found.slice(0, limit).map(shownPerson), total: found.length })
    },
  )
  .post(
    '/',
    doc({ act: 'directory:write', summary: 'Enter a person', answer: ShownPerson, status: 201 }),
    valid('json', PersonInput),
    async (c) => {
      const person = await once(c, (actor) => enterPerson(actor, c.req.valid('json')), loadPerson)
      return c.json(shownPerson(person), 201)
    },
  )
  .get('/:id', doc({ act: 'signed-in', summary: 'One person', answer: ShownPerson }), personAt, async (c) =>
    c.json(shownPerson(await loadPerson(c.req.valid('param').id))),
  )
  .post(
    '/:id/account',
    doc({ act: 'accounts:link', summary: 'Link an account to a person', answer: ShownPerson }),
    personAt,
    valid('json', AccountLink),
    async (c) => {
      const { id } = c.req.valid('param')
      const { sub } = c.req.valid('json')
      return c.json(shownPerson(await once(c, (actor) => linkAccount(actor, id, sub), loadPerson)))
    },
  )
