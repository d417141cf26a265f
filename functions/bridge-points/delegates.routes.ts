// Delegations over HTTP: entering, changing, answering; mounted under /conferences.
import { type Context, Hono } from 'hono'
import type { Actor } from '#functions/shared/actor.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env, readsEnglish } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { etag, ifMatch } from '#functions/shared/version.ts'
import { reloading } from '#functions/shared/write.ts'
import { addDelegates } from './add-delegates.ts'
import { answerDelegates } from './answer-delegates.ts'
import { AnswerQuery, AnswerSheet, AnswersInput } from './answers.schema.ts'
import { editDelegate, substituteDelegate, withdrawDelegate } from './change-delegate.ts'
import {
  DelegateInput,
  DelegatePath,
  DelegateQuery,
  Delegates,
  DelegatesInput,
  ShownDelegate,
  type StoredDelegate,
  Substitution,
  Withdrawal,
} from './delegates.schema.ts'
import { Paste, PastePreview } from './paste.schema.ts'
import { previewPaste } from './preview-paste.ts'
import { delegatesById, readAnswers, readDelegates } from './read-delegates.ts'
import { PointPath, PointsPath } from './schema.ts'

const point = valid('param', PointPath)
const delegate = valid('param', DelegatePath)

type Place = { id: string; point: string; delegate: string }

/** The delegate as it then stands, with the version the next edit must bring back. */
const shown = async (c: Context<Env>, { id, point }: Place, delegateId: string) => {
  const [found] = await delegatesById(c.var.actor, id, point, [delegateId])
  if (!found) throw new Error('a delegate that was just written')
  etag(c, found)
  return found
}

const changed = async (c: Context<Env>, place: Place, act: (actor: Actor) => Promise<StoredDelegate>) => {
  const id = await once(
    c,
    async (actor) => (await act(actor)).id,
    async (ref) => ref,
  )
  return shown(c, place, id)
}

export const delegates = new Hono<Env>()
  .get(
    '/:id/answers',
    doc({ act: 'conference:read', summary: 'Counts by answer per point, who owes one', answer: AnswerSheet }),
    valid('param', PointsPath),
    valid('query', AnswerQuery),
    async (c) => {
      const { open } = c.req.valid('query')
      return c.json(await readAnswers(c.var.actor, c.req.valid('param').id, open === 'true'))
    },
  )
  .get(
    '/:id/bridge-points/:point/delegates',
    doc({ act: 'conference:read', summary: 'The delegation, in order', answer: Delegates }),
    point,
    valid('query', DelegateQuery),
    async (c) => {
      const { id, point } = c.req.valid('param')
      const { all } = c.req.valid('query')
      return c.json({ items: await readDelegates(c.var.actor, id, point, all === 'true') })
    },
  )
  .post(
    '/:id/bridge-points/:point/delegates',
    doc({ act: 'delegates:write', summary: 'Enter delegates, all or none', answer: Delegates, status: 201 }),
    point,
    valid('json', DelegatesInput),
    async (c) => {
      const { id, point } = c.req.valid('param')
      const ids = await once(
        c,
        async (actor) => (await addDelegates(actor, id, point, c.req.valid('json'))).map(({ id }) => id),
        async (ref) => ref.split(' '),
      )
      return c.json({ items: await delegatesById(c.var.actor, id, point, ids) }, 201)
    },
  )
  .post(
    '/:id/bridge-points/:point/delegates/preview',
    doc({
      act: 'delegates:write',
      summary: 'What a pasted table says: its columns, its rows, what is wrong with each; nothing is entered',
      answer: PastePreview,
    }),
    point,
    valid('json', Paste),
    async (c) => {
      const { id, point } = c.req.valid('param')
      const preview = (actor: Actor) => previewPaste(actor, id, point, c.req.valid('json'), readsEnglish(c))
      return c.json(await once(c, preview, () => preview(c.var.actor)))
    },
  )
  .post(
    '/:id/bridge-points/:point/answers',
    doc({ act: 'delegates:answer', summary: 'Answer for delegates', answer: Delegates }),
    point,
    valid('json', AnswersInput),
    async (c) => {
      const { id, point } = c.req.valid('param')
      const { answers } = c.req.valid('json')
      await once(
        c,
        async (actor) => void (await answerDelegates(actor, id, point, c.req.valid('json'))),
        async () => undefined,
      )
      const ids = answers.map(({ delegateId }) => delegateId)
      return c.json({ items: await delegatesById(c.var.actor, id, point, ids) })
    },
  )
  .put(
    '/:id/bridge-points/:point/delegates/:delegate',
    doc({ act: 'delegates:write', summary: 'Edit a delegate (If-Match)', answer: ShownDelegate }),
    delegate,
    valid('json', DelegateInput),
    async (c) => {
      const place = c.req.valid('param')
      const edit = () => editDelegate(c.var.actor, place, ifMatch(c), c.req.valid('json'))
      return c.json(await shown(c, place, (await reloading(edit)).id))
    },
  )
  .post(
    '/:id/bridge-points/:point/delegates/:delegate/withdraw',
    doc({
      act: 'delegates:write',
      summary: 'Withdraw a delegate, before the session',
      answer: ShownDelegate,
    }),
    delegate,
    valid('json', Withdrawal),
    async (c) => {
      const place = c.req.valid('param')
      return c.json(await changed(c, place, (actor) => withdrawDelegate(actor, place, c.req.valid('json'))))
    },
  )
  .post(
    '/:id/bridge-points/:point/delegates/:delegate/substitute',
    doc({
      act: 'delegates:answer',
      summary: "Name another in a delegate's place, before the session",
      answer: ShownDelegate,
      status: 201,
    }),
    delegate,
    valid('json', Substitution),
    async (c) => {
      const place = c.req.valid('param')
      const substitute = (actor: Actor) => substituteDelegate(actor, place, c.req.valid('json'))
      return c.json(await changed(c, place, substitute), 201)
    },
  )
