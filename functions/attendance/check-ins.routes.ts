// Check-ins of a point over HTTP: the code shown there, delegates' claims, and what is decided of them.
import { Hono } from 'hono'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { checkIn, checkInAgain } from './check-in.ts'
import {
  CheckIn,
  CheckInCode,
  CheckInInput,
  CheckIns,
  CheckInsDecided,
  Confirming,
  Rejecting,
} from './check-ins.schema.ts'
import {
  confirmCheckIns,
  decidedAgain,
  readCheckInCode,
  readCheckIns,
  rejectCheckIns,
} from './decide-check-ins.ts'
import { RollPath } from './schema.ts'

const one = valid('param', RollPath)

export const checkInRoutes = new Hono<Env>()
  .get(
    '/:id/bridge-points/:point/check-ins',
    doc({ act: 'check-in:decide', summary: 'Who has checked in', answer: CheckIns }),
    one,
    async (c) => {
      const { id, point } = c.req.valid('param')
      return c.json(await readCheckIns(c.var.actor, id, point))
    },
  )
  .get(
    '/:id/bridge-points/:point/check-ins/code',
    doc({ act: 'check-in:decide', summary: 'The code to show at the point now', answer: CheckInCode }),
    one,
    async (c) => {
      const { id, point } = c.req.valid('param')
      return c.json(await readCheckInCode(c.var.actor, id, point))
    },
  )
  .post(
    '/:id/bridge-points/:point/check-ins',
    doc({
      act: 'check-in:claim',
      summary: 'Check in as a delegate with the code shown at the point',
      answer: CheckIn,
      status: 201,
    }),
    one,
    valid('json', CheckInInput),
    async (c) => {
      const { id, point } = c.req.valid('param')
      const answer = await once(
        c,
        (actor) => checkIn(actor, id, point, c.req.valid('json')),
        (delegateId) => checkInAgain(c.var.actor, id, point, delegateId),
        'seal',
      )
      return c.json(answer, 201)
    },
  )
  .post(
    '/:id/bridge-points/:point/check-ins/confirm',
    doc({
      act: 'check-in:decide',
      summary: 'Confirm check-ins: marks the delegates',
      answer: CheckInsDecided,
    }),
    one,
    valid('json', Confirming),
    async (c) => {
      const { id, point } = c.req.valid('param')
      const answer = await once(
        c,
        (actor) => confirmCheckIns(actor, id, point, c.req.valid('json')),
        (event) => decidedAgain(c.var.actor, id, point, event),
        'seal',
      )
      return c.json(answer)
    },
  )
  .post(
    '/:id/bridge-points/:point/check-ins/reject',
    doc({ act: 'check-in:decide', summary: 'Reject check-ins with a reason', answer: CheckInsDecided }),
    one,
    valid('json', Rejecting),
    async (c) => {
      const { id, point } = c.req.valid('param')
      const answer = await once(
        c,
        (actor) => rejectCheckIns(actor, id, point, c.req.valid('json')),
        (event) => decidedAgain(c.var.actor, id, point, event),
        'seal',
      )
      return c.json(answer)
    },
  )
