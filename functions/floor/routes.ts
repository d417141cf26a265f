// The floor over HTTP. Every act of the desk answers with the floor as it then stands.
import { Hono } from 'hono'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { callSpeaker } from './call-speaker.ts'
import { extendTurn } from './extend-turn.ts'
import { closeFloor, openFloor } from './open-floor.ts'
import { readFloor, readRequest } from './read-floor.ts'
import { requestFloor } from './request-floor.ts'
import {
  Call,
  Extension,
  FloorPath,
  FloorRequest,
  FloorRequestInput,
  FloorView,
  Opening,
  RequestPath,
  Skip,
  Yield,
} from './schema.ts'
import { skipSpeaker } from './skip-speaker.ts'
import { withdrawRequest } from './withdraw-request.ts'
import { yieldFloor } from './yield-floor.ts'

const at = valid('param', FloorPath)

const running = (summary: string) => doc({ act: 'floor:run', summary, answer: FloorView })

export const floor = new Hono<Env>()
  .get(
    '/:id/floor',
    doc({ act: 'conference:read', summary: 'Who speaks, who waits, who has spoken', answer: FloorView }),
    at,
    async (c) => c.json(await readFloor(c.var.actor, c.req.valid('param').id)),
  )
  .post('/:id/floor/open', running('Open the list of speakers'), at, valid('json', Opening), async (c) => {
    const { id } = c.req.valid('param')
    const view = () => readFloor(c.var.actor, id)
    const act = (actor: typeof c.var.actor) => openFloor(actor, id, c.req.valid('json')).then(view)
    return c.json(await once(c, act, view))
  })
  .post('/:id/floor/close', running('Close the list of speakers'), at, nothing, async (c) => {
    const { id } = c.req.valid('param')
    const view = () => readFloor(c.var.actor, id)
    return c.json(await once(c, (actor) => closeFloor(actor, id).then(view), view))
  })
  .post(
    '/:id/floor/requests',
    doc({ act: 'floor:request', summary: 'Ask for the floor', answer: FloorRequest, status: 201 }),
    at,
    valid('json', FloorRequestInput),
    async (c) => {
      const { id } = c.req.valid('param')
      const request = await once(
        c,
        (actor) => requestFloor(actor, id, c.req.valid('json')),
        (requestId) => readRequest(c.var.actor, id, requestId),
      )
      return c.json(request, 201)
    },
  )
  .post(
    '/:id/floor/requests/:req/withdraw',
    doc({ act: 'floor:request', summary: 'Take a waiting request back', answer: FloorRequest }),
    valid('param', RequestPath),
    nothing,
    async (c) => {
      const { id, req } = c.req.valid('param')
      return c.json(
        await once(
          c,
          (actor) => withdrawRequest(actor, id, req),
          () => readRequest(c.var.actor, id, req),
        ),
      )
    },
  )
  .post(
    '/:id/floor/call',
    running('Give the floor; the clock starts'),
    at,
    valid('json', Call),
    async (c) => {
      const { id } = c.req.valid('param')
      const { requestId } = c.req.valid('json')
      const view = () => readFloor(c.var.actor, id)
      return c.json(await once(c, (actor) => callSpeaker(actor, id, requestId).then(view), view))
    },
  )
  .post(
    '/:id/floor/yield',
    doc({ act: 'floor:yield', summary: 'End the turn', answer: FloorView }),
    at,
    valid('json', Yield),
    async (c) => {
      const { id } = c.req.valid('param')
      const { requestId } = c.req.valid('json')
      const view = () => readFloor(c.var.actor, id)
      return c.json(await once(c, (actor) => yieldFloor(actor, id, requestId).then(view), view))
    },
  )
  .post('/:id/floor/skip', running('Pass over a request'), at, valid('json', Skip), async (c) => {
    const { id } = c.req.valid('param')
    const view = () => readFloor(c.var.actor, id)
    const act = (actor: typeof c.var.actor) => skipSpeaker(actor, id, c.req.valid('json')).then(view)
    return c.json(await once(c, act, view))
  })
  .post(
    '/:id/floor/extend',
    running('More time for the speaker'),
    at,
    valid('json', Extension),
    async (c) => {
      const { id } = c.req.valid('param')
      const { seconds } = c.req.valid('json')
      const view = () => readFloor(c.var.actor, id)
      return c.json(await once(c, (actor) => extendTurn(actor, id, seconds).then(view), view))
    },
  )
