// A request that would succeed for every route of the floor.
import { unit } from './conference.ts'
import { type Sample, session, speaker } from './sample.ts'
import { callAnew, freeFloor, giveFloor, passOver } from './world-floor.ts'

const nothing = {}

export const floorSamples: Record<string, Sample[]> = {
  'GET /api/conferences/:id/floor': [session()],
  'GET /api/conferences/:id/floor/totals': [session()],
  'POST /api/conferences/:id/floor/exports': [session({ body: () => nothing })],
  'POST /api/conferences/:id/floor/open': [session({ body: () => nothing })],
  'POST /api/conferences/:id/floor/requests': [
    session({ unit, body: () => ({ unitId: unit, speaker }), before: freeFloor }),
  ],
  'POST /api/conferences/:id/floor/requests/:req/withdraw': [
    session({ unit, params: { req: 'req.withdraw' }, own: 'somebody else' }),
    session({ unit, params: { req: 'req.own-withdraw' }, own: 'the author' }),
  ],
  'POST /api/conferences/:id/floor/requests/:req/speaker': [
    session({ unit, params: { req: 'req.named' }, own: 'somebody else', body: () => ({ speaker }) }),
    session({ unit, params: { req: 'req.own-named' }, own: 'the author', body: () => ({ speaker }) }),
  ],
  'POST /api/conferences/:id/floor/requests/:req/restore': [
    session({ params: { req: 'req.restore' }, before: passOver }),
  ],
  'POST /api/conferences/:id/floor/call': [
    session({ body: ({ ids }) => ({ requestId: ids['req.call'] }), before: freeFloor }),
  ],
  'POST /api/conferences/:id/floor/undo': [
    session({ body: ({ ids }) => ({ requestId: ids['req.call'] }), before: callAnew }),
  ],
  'POST /api/conferences/:id/floor/suspend': [
    session({ body: ({ ids }) => ({ requestId: ids['req.call'] }), before: callAnew }),
  ],
  'POST /api/conferences/:id/floor/yield': [session({ unit, body: () => nothing, before: giveFloor })],
  'POST /api/conferences/:id/floor/skip': [
    session({ body: ({ ids }) => ({ requestId: ids['req.skip'], reason: 'Mất đường truyền' }) }),
  ],
  'POST /api/conferences/:id/floor/extend': [session({ body: () => ({ seconds: 60 }), before: giveFloor })],
  'POST /api/conferences/:id/floor/close': [session()],
}
