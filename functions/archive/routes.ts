// The archive over HTTP, and the verification keys anybody may have.
import { Hono } from 'hono'
import * as z from 'zod'
import { pageOf } from '#functions/shared/cursor.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { CheckpointPage, CheckpointQuery } from './checkpoint.schema.ts'
import { listCheckpoints } from './list-checkpoints.ts'
import { listRecords } from './list-records.ts'
import { publishedKeys } from './published-keys.ts'
import { downloadRecord, openRecord } from './read-record.ts'
import { ArchiveQuery, PublishedKeys, RecordHead, RecordPath, RecordView, Verification } from './schema.ts'
import { verifyRecord } from './verify-record.ts'

const RecordPage = z.object({ items: z.array(RecordHead), cursor: z.string().optional() })

const at = valid('param', RecordPath)

/** Mounted before anybody is asked who they are. */
export const keys = new Hono<Env>()
  .get(
    '/keys',
    doc({ act: 'public', summary: 'Every public key that ever attested something', answer: PublishedKeys }),
    async (c) => c.json({ items: await publishedKeys() }),
  )
  .get(
    '/checkpoints',
    doc({
      act: 'public',
      summary: 'How far the chain reached, day by day, as the house states it; newest first, 100 at most',
      answer: CheckpointPage,
    }),
    valid('query', CheckpointQuery),
    async (c) => c.json({ items: await listCheckpoints(c.req.valid('query').before) }),
  )

export const archive = new Hono<Env>()
  .get(
    '/',
    doc({
      act: 'archive:read',
      summary: 'Sealed records by any name of a unit, by unit and by date, newest first',
      answer: RecordPage,
    }),
    valid('query', ArchiveQuery),
    async (c) => {
      const { actor } = c.var
      const { cursor, ...query } = c.req.valid('query')
      return c.json(
        await pageOf(actor.sub, `archive?${JSON.stringify(query)}`, cursor, (before) =>
          listRecords(actor, query, before),
        ),
      )
    },
  )
  .get(
    '/:record',
    doc({ act: 'archive:read', summary: 'One sealed record with its link of the chain', answer: RecordView }),
    at,
    async (c) => c.json(await openRecord(c.var.actor, c.req.valid('param').record)),
  )
  .get(
    '/:record/verify',
    doc({ act: 'archive:read', summary: 'Check that a record is untouched', answer: Verification }),
    at,
    async (c) => c.json(await verifyRecord(c.var.actor, c.req.valid('param').record)),
  )
  .get(
    '/:record/record.json',
    doc({ act: 'archive:read', summary: 'The stored bytes, for a check without this server' }),
    at,
    async (c) => {
      const { record } = c.req.valid('param')
      const bytes = await downloadRecord(c.var.actor, record)
      return c.body(new Uint8Array(bytes), 200, {
        'Content-Type': 'application/json',
        'Content-Disposition': `attachment; filename="${record}.json"`,
      })
    },
  )
