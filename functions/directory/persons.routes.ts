// Persons over HTTP: found, entered, edited, merged, withdrawn.
import { Hono } from 'hono'
import * as z from 'zod'
import { allow } from '#functions/grants/allow.ts'
import { pageOf } from '#functions/shared/cursor.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { etag, ifMatch } from '#functions/shared/version.ts'
import { editPerson } from './edit-person.ts'
import { enterPerson } from './enter-person.ts'
import { loadEntry, loadPerson } from './entity.ts'
import { dayOr, findDuplicates, listPersons, searchPersons } from './find-persons.ts'
import { linkAccount } from './link-account.ts'
import { mergePerson, separatePerson } from './merge-persons.ts'
import { shownPerson } from './persons.rules.ts'
import {
  AccountLink,
  Candidate,
  MergeInput,
  OnDay,
  PersonInput,
  PersonPath,
  PersonQuery,
  Reason,
  ShownPerson,
} from './persons.schema.ts'
import type { Person } from './stored.schema.ts'
import { restorePerson, withdrawPerson } from './withdraw-person.ts'

const FoundPersons = z.object({
  items: z.array(ShownPerson),
  total: z.number().optional(),
  cursor: z.string().optional(),
})
const Candidates = z.object({ items: z.array(Candidate) })

const personAt = valid('param', PersonPath)

const shown = (person: Person, on?: string) => shownPerson(person, dayOr(on))

export const persons = new Hono<Env>()
  .get(
    '/',
    doc({
      act: 'signed-in',
      summary: 'Persons by name or position, best first, as of a day; without words those entered last',
      answer: FoundPersons,
    }),
    valid('query', PersonQuery),
    async (c) => {
      const { cursor, q, ...asked } = c.req.valid('query')
      if (q) return c.json(await searchPersons(q, asked))
      const query = `persons?${JSON.stringify(asked)}`
      return c.json(await pageOf(c.var.actor.sub, query, cursor, (before) => listPersons(asked, before)))
    },
  )
  .post(
    '/',
    doc({ act: 'directory:write', summary: 'Enter a person', answer: ShownPerson, status: 201 }),
    valid('json', PersonInput),
    async (c) => {
      const person = await once(c, (actor) => enterPerson(actor, c.req.valid('json')), loadEntry)
      etag(c, person)
      return c.json(shown(person), 201)
    },
  )
  .get(
    '/:id',
    doc({
      act: 'signed-in',
      summary: 'One person as of a day; a merged id leads to the entry that stands for it',
      answer: ShownPerson,
    }),
    personAt,
    valid('query', OnDay),
    async (c) => {
      const person = await loadPerson(c.req.valid('param').id)
      etag(c, person)
      return c.json(shown(person, c.req.valid('query').on))
    },
  )
  .put(
    '/:id',
    doc({ act: 'directory:write', summary: 'Edit a person', answer: ShownPerson }),
    personAt,
    valid('json', PersonInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const person = await editPerson(c.var.actor, id, ifMatch(c), c.req.valid('json'))
      etag(c, person)
      return c.json(shown(person))
    },
  )
  .get(
    '/:id/duplicates',
    doc({ act: 'directory:write', summary: 'Entries that may be the same person', answer: Candidates }),
    personAt,
    async (c) => {
      allow(c.var.actor, 'directory:write')
      return c.json({ items: await findDuplicates(await loadPerson(c.req.valid('param').id)) })
    },
  )
  .post(
    '/:id/merge',
    doc({
      act: 'directory:write',
      summary: 'Say that an entry is the same person as another',
      answer: ShownPerson,
    }),
    personAt,
    valid('json', MergeInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const merged = await once(c, (actor) => mergePerson(actor, id, c.req.valid('json')), loadPerson)
      return c.json(shown(merged))
    },
  )
  .post(
    '/:id/separate',
    doc({ act: 'directory:write', summary: 'Take a merge back', answer: ShownPerson }),
    personAt,
    valid('json', Reason),
    async (c) => {
      const { id } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      return c.json(shown(await once(c, (actor) => separatePerson(actor, id, reason), loadEntry)))
    },
  )
  .post(
    '/:id/withdraw',
    doc({ act: 'directory:write', summary: 'Withdraw an entry made by mistake', answer: ShownPerson }),
    personAt,
    valid('json', Reason),
    async (c) => {
      const { id } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      return c.json(shown(await once(c, (actor) => withdrawPerson(actor, id, reason), loadEntry)))
    },
  )
  .post(
    '/:id/restore',
    doc({ act: 'directory:write', summary: 'Let a withdrawn entry stand again', answer: ShownPerson }),
    personAt,
    valid('json', Reason),
    async (c) => {
      const { id } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      return c.json(shown(await once(c, (actor) => restorePerson(actor, id, reason), loadEntry)))
    },
  )
  .post(
    '/:id/account',
    doc({ act: 'accounts:link', summary: 'Link an account to a person', answer: ShownPerson }),
    personAt,
    valid('json', AccountLink),
    async (c) => {
      const { id } = c.req.valid('param')
      const { sub } = c.req.valid('json')
      return c.json(shown(await once(c, (actor) => linkAccount(actor, id, sub), loadEntry)))
    },
  )
