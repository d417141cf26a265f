// The archive over HTTP, and the verification keys anybody may have.
import { Hono } from 'hono'
import * as z from 'zod'
import { pageOf } from '#functions/shared/cursor.ts'
import { Address, handOut } from '#functions/shared/hand-out.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { CheckpointPage, CheckpointQuery } from './checkpoint.schema.ts'
import { compareRecords } from './compare-records.ts'
import { RecordView } from './keeping.schema.ts'
import { listCheckpoints } from './list-checkpoints.ts'
import { listRecords } from './list-records.ts'
import { openBytes, openDocument } from './open-document.ts'
import { publishedKeys } from './published-keys.ts'
import { downloadRecord, openRecord } from './read-record.ts'
import { readAnnex, readSheet } from './read-sheet.ts'
import { ArchiveQuery, PublishedKeys, RecordHead, RecordPath, Verification } from './schema.ts'
import {
  AnnexPage,
  AnnexPath,
  AnnexQuery,
  ComparePath,
  DocumentPath,
  RecordComparison,
  RecordSheet,
} from './sheet.schema.ts'
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
    doc({
      act: 'archive:read',
      summary: 'One sealed record with its link of the chain; of more than 4 MB by its sheet and annexes',
      answer: RecordView,
    }),
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
  .get(
    '/:record/file',
    doc({
      act: 'archive:read',
      summary: 'The stored bytes of any size: 303 to an address for one minute, or the address as JSON',
      answer: Address,
      status: 303,
    }),
    at,
    async (c) => handOut(c, await openBytes(c.var.actor, c.req.valid('param').record)),
  )
  .get(
    '/:record/sheet',
    doc({
      act: 'archive:read',
      summary: 'What a page shows of a record: the signed text, its traces, how long each annex is',
      answer: RecordSheet,
    }),
    at,
    async (c) => c.json(await readSheet(c.var.actor, c.req.valid('param').record)),
  )
  .get(
    '/:record/annexes/:annex',
    doc({ act: 'archive:read', summary: 'An annex page by page, by words of its rows', answer: AnnexPage }),
    valid('param', AnnexPath),
    valid('query', AnnexQuery),
    async (c) => {
      const { record, annex } = c.req.valid('param')
      return c.json(await readAnnex(c.var.actor, record, annex, c.req.valid('query')))
    },
  )
  .get(
    '/:record/documents/:sha256',
    doc({
      act: 'archive:read',
      summary: 'A file printed from the record: 303 to an address for one minute, or the address as JSON',
      answer: Address,
      status: 303,
    }),
    valid('param', DocumentPath),
    async (c) => {
      const { record, sha256 } = c.req.valid('param')
      return handOut(c, await openDocument(c.var.actor, record, sha256))
    },
  )
  .get(
    '/:record/compare/:other',
    doc({
      act: 'archive:read',
      summary: 'What the later of two records says that the earlier does not, word by word',
      answer: RecordComparison,
    }),
    valid('param', ComparePath),
    async (c) => {
      const { record, other } = c.req.valid('param')
      return c.json(await compareRecords(c.var.actor, record, other))
    },
  )
