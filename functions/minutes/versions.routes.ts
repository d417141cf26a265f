// Versions of minutes over HTTP: addenda, the history, and what a sentence rests on.
import { Hono } from 'hono'
import * as z from 'zod'
import { RecordedEvent } from '#functions/shared/event-log.ts'
import { onceVersioned } from '#functions/shared/once-versioned.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { openAddendum, withdrawAddendum } from './open-addendum.ts'
import { readEvidence } from './read-evidence.ts'
import { readHistory, readVersion } from './read-history.ts'
import { readMinutes } from './read-minutes.ts'
import { MinutesPath, MinutesView } from './schema.ts'
import { AddendumInput, EarlierPath, EvidenceQuery, MinutesHistory } from './workflow.schema.ts'

const at = valid('param', MinutesPath)

const Events = z.object({ items: z.array(RecordedEvent) })

export const minutesVersions = new Hono<Env>()
  .post(
    '/:id/minutes/addenda',
    doc({
      act: 'minutes:draft',
      summary: 'Open an addendum to sealed minutes: a draft that reaches to now',
      answer: MinutesView,
      status: 201,
    }),
    at,
    valid('json', AddendumInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const view = await onceVersioned(
        c,
        (actor) => openAddendum(actor, id, c.req.valid('json')),
        () => readMinutes(c.var.actor, id),
      )
      return c.json(view, 201)
    },
  )
  .post(
    '/:id/minutes/addenda/withdraw',
    doc({
      act: 'minutes:draft',
      summary: 'Give up an addendum that has no number yet: the sealed version is the current one again',
      answer: MinutesView,
    }),
    at,
    nothing,
    async (c) => {
      const { id } = c.req.valid('param')
      const view = await onceVersioned(
        c,
        (actor) => withdrawAddendum(actor, id),
        () => readMinutes(c.var.actor, id),
      )
      return c.json(view)
    },
  )
  .get(
    '/:id/minutes/history',
    doc({
      act: 'minutes:read',
      summary: 'Every version, oldest first, and by what it was superseded',
      answer: MinutesHistory,
    }),
    at,
    async (c) => c.json({ items: await readHistory(c.var.actor, c.req.valid('param').id) }),
  )
  .get(
    '/:id/minutes/history/:minutes',
    doc({ act: 'minutes:read', summary: 'One version as it stood', answer: MinutesView }),
    valid('param', EarlierPath),
    async (c) => c.json(await readVersion(c.var.actor, c.req.valid('param'))),
  )
  .get(
    '/:id/minutes/evidence',
    doc({ act: 'minutes:read', summary: 'Events that a sentence rests on, by id', answer: Events }),
    at,
    valid('query', EvidenceQuery),
    async (c) => {
      const { id } = c.req.valid('param')
      return c.json({ items: await readEvidence(c.var.actor, id, c.req.valid('query').events) })
    },
  )
