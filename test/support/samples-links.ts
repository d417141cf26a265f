// A request that would succeed for every route of a point's link and faults.
import { atPoint, type Sample, session } from './sample.ts'
import { connect, fail, sitDown } from './world.ts'

const conference = '/api/conferences/:id'
const path = `${conference}/bridge-points/:point`
const page = { page: 'page-1', session: 'c-1', version: 1, state: 'connected' }

export const linkSamples: Record<string, Sample[]> = {
  [`GET ${conference}/room`]: [session()],
  [`POST ${conference}/seats/chair/entry`]: [session({ body: () => ({ stale: 'meeting-1' }) })],
  [`POST ${conference}/seats/desk/entry`]: [session({ body: () => ({ stale: 'meeting-1' }) })],
  [`POST ${path}/join`]: [atPoint({ body: () => ({ device: 'Máy tính bảng' }) })],
  [`POST ${path}/entry`]: [atPoint({ body: ({ ids }) => ({ session: ids.link }), before: sitDown })],
  [`POST ${path}/leave`]: [atPoint({ body: ({ ids }) => ({ session: ids.link }), before: connect })],
  [`POST ${path}/heartbeat`]: [
    atPoint({ body: ({ ids }) => ({ session: ids.link, media: 'up' }), before: connect }),
  ],
  [`POST ${path}/presence`]: [atPoint({ body: () => page })],
  [`GET ${path}/faults`]: [atPoint()],
  [`POST ${path}/faults`]: [atPoint({ body: () => ({ kind: 'picture', note: 'Màn hình đen' }) })],
  [`POST ${path}/faults/:fault/end`]: [
    atPoint({
      params: { point: 'point', fault: 'fault' },
      body: () => ({ note: 'Đã thay cáp' }),
      before: fail,
    }),
  ],
}
