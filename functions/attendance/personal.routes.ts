// Check in by a personal link: a claim like any other, which makes nobody present until it is confirmed.
import { Hono } from 'hono'
import * as z from 'zod'
import { once } from '#functions/shared/idempotency.ts'
import { Problem } from '#functions/shared/problem.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { checkIn, checkInAgain } from './check-in.ts'
import { CheckIn, CheckInInput } from './check-ins.schema.ts'

const OwnCheckIn = z.strictObject(CheckInInput.pick({ code: true, claimedAt: true }).shape)

export const ownCheckIn = new Hono<Env>().post(
  '/check-in',
  doc({
    act: 'personal',
    summary: 'Check in with the code shown at the point',
    answer: CheckIn,
    status: 201,
  }),
  valid('json', OwnCheckIn),
  async (c) => {
    const { delegate } = c.var.actor
    if (!delegate) throw new Problem('link-invalid')
    const { conferenceId, pointId, delegateId } = delegate
    const input = { ...c.req.valid('json'), delegateId }
    const claim = await once(
      c,
      (actor) => checkIn(actor, conferenceId, pointId, input),
      (id) => checkInAgain(c.var.actor, conferenceId, pointId, id),
    )
    return c.json(claim, 201)
  },
)
