// The floor over HTTP. Every act of the desk answers with the floor as it then stands.
import { Hono } from 'hono'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { callSpeaker } from './call-speaker.ts'
import { floorExports } from './exports.routes.ts'
import { extendTurn } from './extend-turn.ts'
import { nameSpeaker } from './name-speaker.ts'
import { closeFloor, openFloor } from './open-floor.ts'
import { readFloor, readRequest, readTotals } from './read-floor.ts'
import { requestFloor } from './request-floor.ts'
import {
  Call,
  Extension,
  FloorPath,
  FloorRequest,
  FloorRequestInput,
  FloorTotals,
  FloorView,
  Naming,
  Opening,
  RequestPath,
  Skip,
  Suspension,
  Undoing,
  Yield,
} from './schema.ts'
import { restoreSpeaker, skipSpeaker } from './skip-speaker.ts'
import { suspendTurn } from './suspend-turn.ts'
import { undoCall } from './undo-call.ts'
import { withdrawRequest } from './withdraw-request.ts'
import { yieldFloor } from './yield-floor.ts'

const at = valid('param', FloorPath)
const ofRequest = valid('param', RequestPath)

const running = (summary: string) => doc({ act: 'floor:run', summary, answer: FloorView })

export const floor = new Hono<Env>()
  .route('/', floorExports)
  .get(
    '/:id/floor',
    doc({ act: 'conference:read', summary: 'Who speaks, who waits, who has spoken', answer: FloorView }),
    at,
    async (c) => c.json(await readFloor(c.var.actor, c.req.valid('param').id)),
  )
  .get(
    '/:id/floor/totals',
    doc({
      act: 'conference:read',
      summary: 'Who has spoken for how long, by unit and person',
      answer: FloorTotals,
    }),
    at,
    async (c) => c.json(await readTotals(c.var.actor, c.req.valid('param').id)),
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
    ofRequest,
    nothing,
    async (c) => {
      const { id, req } = c.req.valid('param')
      const again = () => readRequest(c.var.actor, id, req)
      return c.json(await once(c, (actor) => withdrawRequest(actor, id, req), again))
    },
  )
  .post(
    '/:id/floor/requests/:req/restore',
    doc({ act: 'floor:run', summary: 'Put whoever was passed over back', answer: FloorRequest }),
    ofRequest,
    nothing,
    async (c) => {
      const { id, req } = c.req.valid('param')
      const again = () => readRequest(c.var.actor, id, req)
      return c.json(await once(c, (actor) => restoreSpeaker(actor, id, req), again))
    },
  )
  .post(
    '/:id/floor/requests/:req/speaker',
    doc({ act: 'floor:request', summary: 'Name who really speaks', answer: FloorRequest }),
    ofRequest,
    valid('json', Naming),
    async (c) => {
      const { id, req } = c.req.valid('param')
      const { speaker } = c.req.valid('json')
      const again = () => readRequest(c.var.actor, id, req)
      return c.json(await once(c, (actor) => nameSpeaker(actor, id, req, speaker), again))
    },
  )
  .post(
    '/:id/floor/call',
    running('Give the floor; the clock starts'),
    at,
    valid('json', Call),
    async (c) => {
      const { id } = c.req.valid('param')
      const view = () => readFloor(c.var.actor, id)
      const act = (actor: typeof c.var.actor) => callSpeaker(actor, id, c.req.valid('json')).then(view)
      return c.json(await once(c, act, view))
    },
  )
  .post('/:id/floor/undo', running('Take a wrong call back'), at, valid('json', Undoing), async (c) => {
    const { id } = c.req.valid('param')
    const { requestId } = c.req.valid('json')
    const view = () => readFloor(c.var.actor, id)
    return c.json(await once(c, (actor) => undoCall(actor, id, requestId).then(view), view))
  })
  .post(
    '/:id/floor/suspend',
    running('Cut the turn short: the speaker keeps the place and the time left'),
    at,
    valid('json', Suspension),
    async (c) => {
      const { id } = c.req.valid('param')
      const view = () => readFloor(c.var.actor, id)
      const act = (actor: typeof c.var.actor) => suspendTurn(actor, id, c.req.valid('json')).then(view)
      return c.json(await once(c, act, view))
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
      const view = () => readFloor(c.var.actor, id)
      return c.json(await once(c, (actor) => extendTurn(actor, id, c.req.valid('json')).then(view), view))
    },
  )
