// Past conferences entered from documents, over HTTP. Sealing one reaches the key and has a file of its own.
import { Hono } from 'hono'
import * as z from 'zod'
import { pageOf } from '#functions/shared/cursor.ts'
import { onceVersioned } from '#functions/shared/once-versioned.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { etag, ifMatch } from '#functions/shared/version.ts'
import { reloading } from '#functions/shared/write.ts'
import { draftImport } from './draft-import.ts'
import { editImport } from './edit-import.ts'
import { listImports, readImport, viewOf } from './read-imports.ts'
import { ImportInput, ImportPath, SettleInput, Withdrawal } from './schema.ts'
import { settleContradiction } from './settle-contradiction.ts'
import { ImportHead, ImportQuery, ImportView } from './views.schema.ts'
import { withdrawImport } from './withdraw-import.ts'

const ImportPage = z.object({ items: z.array(ImportHead), cursor: z.string().optional() })

const at = valid('param', ImportPath)

export const imports = new Hono<Env>()
  .get(
    '/',
    doc({
      act: 'import:read',
      summary: 'Past conferences entered from documents, last first',
      answer: ImportPage,
    }),
    valid('query', ImportQuery),
    async (c) => {
      const { actor } = c.var
      const { cursor, limit } = c.req.valid('query')
      return c.json(
        await pageOf(actor.sub, `imports?${limit}`, cursor, (before) => listImports(actor, before, limit)),
      )
    },
  )
  .post(
    '/',
    doc({
      act: 'import:write',
      summary: 'Enter a past conference from its documents; what is unknown is flagged',
      answer: ImportView,
      status: 201,
    }),
    valid('json', ImportInput),
    async (c) => {
      const made = await onceVersioned(
        c,
        async (actor) => viewOf(await draftImport(actor, c.req.valid('json'))),
        (id) => readImport(c.var.actor, id),
      )
      return c.json(made, 201)
    },
  )
  .get(
    '/:id',
    doc({ act: 'import:read', summary: 'One, with what is open of it', answer: ImportView }),
    at,
    async (c) => {
      const made = await readImport(c.var.actor, c.req.valid('param').id)
      etag(c, made)
      return c.json(made)
    },
  )
  .put(
    '/:id',
    doc({ act: 'import:write', summary: 'Correct the whole of it (If-Match)', answer: ImportView }),
    at,
    valid('json', ImportInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const made = await reloading(() => editImport(c.var.actor, id, ifMatch(c), c.req.valid('json')))
      etag(c, made)
      return c.json(await viewOf(made))
    },
  )
  .post(
    '/:id/settle',
    doc({
      act: 'import:write',
      summary: 'Settle what sources give differently, or keep both as “sources disagree”',
      answer: ImportView,
    }),
    at,
    valid('json', SettleInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const made = await onceVersioned(
        c,
        async (actor) => viewOf(await settleContradiction(actor, id, c.req.valid('json'))),
        () => readImport(c.var.actor, id),
      )
      return c.json(made)
    },
  )
  .post(
    '/:id/withdraw',
    doc({
      act: 'import:write',
      summary: 'Take a mistaken entry back; it stays and shows',
      answer: ImportView,
    }),
    at,
    valid('json', Withdrawal),
    async (c) => {
      const { id } = c.req.valid('param')
      const made = await onceVersioned(
        c,
        async (actor) => viewOf(await withdrawImport(actor, id, c.req.valid('json').reason)),
        () => readImport(c.var.actor, id),
      )
      return c.json(made)
    },
  )
