// Notices over HTTP: what is said to all points, who was invited, reminders, calendar files; mounted under /conferences.
import { Hono } from 'hono'
import { pageOf } from '#functions/shared/cursor.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { listPostings, postNotice, readPosting } from './post-notice.ts'
import { listInvitations, reminderAgain, remindUnanswered } from './remind.ts'
import {
  ConferencePath,
  InvitationList,
  Posting,
  PostingInput,
  PostingPage,
  PostingQuery,
  Reminder,
  ReminderInput,
} from './schema.ts'

const at = valid('param', ConferencePath)

export const notices = new Hono<Env>()
  .get(
    '/:id/notices',
    doc({
      act: 'conference:read',
      summary: 'What was said to all points, newest first',
      answer: PostingPage,
    }),
    at,
    valid('query', PostingQuery),
    async (c) => {
      const { actor } = c.var
      const { id } = c.req.valid('param')
      const { cursor, limit } = c.req.valid('query')
      return c.json(
        await pageOf(actor.sub, `notices ${id}`, cursor, (after) => listPostings(actor, id, limit, after)),
      )
    },
  )
  .post(
    '/:id/notices',
    doc({ act: 'notice:post', summary: 'Say something to all points', answer: Posting, status: 201 }),
    at,
    valid('json', PostingInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const posting = await once(
        c,
        (actor) => postNotice(actor, id, c.req.valid('json')),
        (ref) => readPosting(c.var.actor, id, ref),
      )
      return c.json(posting, 201)
    },
  )
  .get(
    '/:id/invitations',
    doc({
      act: 'invitations:read',
      summary: 'Which units were told of what, and which owe an answer',
      answer: InvitationList,
    }),
    at,
    async (c) => c.json(await listInvitations(c.var.actor, c.req.valid('param').id)),
  )
  .post(
    '/:id/remind',
    doc({ act: 'notice:remind', summary: 'Remind those that owe an answer', answer: Reminder, status: 202 }),
    at,
    valid('json', ReminderInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const reminder = await once(
        c,
        (actor) => remindUnanswered(actor, id, c.req.valid('json')),
        (ref) => reminderAgain(c.var.actor, id, ref),
      )
      return c.json(reminder, 202)
    },
  )
  .get(
    '/:id/calendar.ics',
    doc({ act: 'conference:read', summary: 'The conference for my calendar (RFC 5545)' }),
    at,
    async (c) => {
      const { readCalendar } = await import('./read-calendar.ts')
      const content = await readCalendar(c.var.actor, c.req.valid('param').id)
      return c.body(content, 200, {
        'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
        'Content-Disposition': 'attachment; filename="hoi-nghi.ics"',
      })
    },
  )
