// Persons over HTTP.
import { Hono } from 'hono'
import * as z from 'zod'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { enterPerson } from './enter-person.ts'
import { loadAllPersons, loadPerson } from './entity.ts'
import { linkAccount } from './link-account.ts'
import { searchPersons, shownPerson } from './persons.rules.ts'
import { AccountLink, PersonInput, PersonPath, PersonQuery, ShownPerson } from './schema.ts'

const FoundPersons = z.object({ items: z.array(ShownPerson), total: z.number() })

const personAt = valid('param', PersonPath)

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
