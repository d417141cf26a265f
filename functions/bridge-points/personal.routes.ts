// What the holder of a personal link does with their invitation: answer it, or name a substitute.
import { Hono } from 'hono'
import type { Actor } from '#functions/shared/actor.ts'
import { once } from '#functions/shared/idempotency.ts'
import { Problem } from '#functions/shared/problem.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { answerDelegates } from './answer-delegates.ts'
import { substituteDelegate } from './change-delegate.ts'
import { OwnAnswer, OwnSubstitution, Told } from './personal.schema.ts'

/** @throws Problem `link-invalid` for an actor who holds no link */
const ownPlace = ({ delegate }: Actor) => {
  if (!delegate) throw new Problem('link-invalid')
  return delegate
}

export const ownInvitation = new Hono<Env>()
  .post(
    '/answer',
    doc({ act: 'personal', summary: 'Answer one’s invitation', answer: Told }),
    valid('json', OwnAnswer),
    async (c) => {
      const { conferenceId, pointId, delegateId } = ownPlace(c.var.actor)
      const { claimedAt, ...told } = c.req.valid('json')
      const input = { answers: [{ delegateId, ...told }], claimedAt }
      const act = async (actor: Actor) => void (await answerDelegates(actor, conferenceId, pointId, input))
      await once(c, act, async () => undefined)
      return c.json({ answer: told.answer })
    },
  )
  .post(
    '/substitute',
    doc({ act: 'personal', summary: 'Name another in one’s own place', answer: Told }),
    valid('json', OwnSubstitution),
    async (c) => {
      const { conferenceId, pointId, delegateId } = ownPlace(c.var.actor)
      const place = { id: conferenceId, point: pointId, delegate: delegateId }
      const act = async (actor: Actor) => void (await substituteDelegate(actor, place, c.req.valid('json')))
      await once(c, act, async () => undefined)
      return c.json({ answer: 'substituted' as const })
    },
  )
