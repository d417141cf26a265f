// Accounts over HTTP: invited, disabled, enabled, moved by an administrator.
import { Hono } from 'hono'
import * as z from 'zod'
import { pageOf } from '#functions/shared/cursor.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { disableAccount, enableAccount, leavingAgain } from './disable-account.ts'
import { inviteAccount, remindAccount } from './invite-account.ts'
import { moveAccount, movedAgain } from './move-account.ts'
import { readAccount, readAccounts } from './read-accounts.ts'
import {
  Account,
  AccountPath,
  AccountQuery,
  AccountReason,
  AccountView,
  InviteInput,
  Moved,
  MoveInput,
} from './schema.ts'

const Accounts = z.object({ items: z.array(Account), cursor: z.string().optional() })

const accountAt = valid('param', AccountPath)

const act = 'accounts:manage'

export const accounts = new Hono<Env>()
  .get(
    '/',
    doc({ act, summary: 'Accounts, and the persons they act as', answer: Accounts }),
    valid('query', AccountQuery),
    async (c) => {
      const { cursor, ...query } = c.req.valid('query')
      const { actor } = c.var
      const asked = `accounts?${JSON.stringify(query)}`
      return c.json(await pageOf(actor.sub, asked, cursor, (after) => readAccounts(actor, query, after)))
    },
  )
  .post(
    '/',
    doc({
      act,
      summary: 'Invite a person: the first password goes out by mail',
      answer: AccountView,
      status: 201,
    }),
    valid('json', InviteInput),
    async (c) => {
      const made = await once(
        c,
        (actor) => inviteAccount(actor, c.req.valid('json')),
        (sub) => readAccount(c.var.actor, sub),
      )
      return c.json(made, 201)
    },
  )
  .get('/:sub', doc({ act, summary: 'One account', answer: AccountView }), accountAt, async (c) =>
    c.json(await readAccount(c.var.actor, c.req.valid('param').sub)),
  )
  .post(
    '/:sub/remind',
    doc({ act, summary: 'Mail a new first password', answer: AccountView }),
    accountAt,
    nothing,
    async (c) => {
      const { sub } = c.req.valid('param')
      return c.json(
        await once(
          c,
          (actor) => remindAccount(actor, sub),
          (ref) => readAccount(c.var.actor, ref),
        ),
      )
    },
  )
  .post(
    '/:sub/disable',
    doc({ act, summary: 'Disable an account at once; its roles end', answer: AccountView }),
    accountAt,
    valid('json', AccountReason),
    async (c) => {
      const { sub } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      return c.json(
        await once(
          c,
          (actor) => disableAccount(actor, sub, reason),
          (ref) => leavingAgain(c.var.actor, ref, reason),
        ),
      )
    },
  )
  .post(
    '/:sub/enable',
    doc({ act, summary: 'Enable an account; roles are given anew', answer: AccountView }),
    accountAt,
    valid('json', AccountReason),
    async (c) => {
      const { sub } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      return c.json(
        await once(
          c,
          (actor) => enableAccount(actor, sub, reason),
          (ref) => readAccount(c.var.actor, ref),
        ),
      )
    },
  )
  .post(
    '/:sub/move',
    doc({
      act,
      summary: "Move a person's post and operator's roles to another unit on a day",
      answer: Moved,
    }),
    accountAt,
    valid('json', MoveInput),
    async (c) => {
      const { sub } = c.req.valid('param')
      return c.json(
        await once(
          c,
          (actor) => moveAccount(actor, sub, c.req.valid('json')),
          (ref) => movedAgain(c.var.actor, ref),
        ),
      )
    },
  )
