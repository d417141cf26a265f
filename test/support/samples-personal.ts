// A request that would succeed for every route of personal links: issuing them, and what their holders may do.

import { sure } from './archive.ts'
import { unit } from './conference.ts'
import { type Sample, session } from './sample.ts'
import { at, type World } from './world.ts'

const ofDelegate = (more: Sample = {}): Sample =>
  session({ params: { point: 'point', delegate: 'delegate' }, unit, ...more })

const issueFirst = async (world: World): Promise<void> => {
  const { point, delegate } = world.ids
  await sure(
    world.operator.post(at(world, 'session', `/bridge-points/${point}/delegates/${delegate}/personal-link`)),
  )
}

const paper = { title: 'Tham luận', text: 'Nội dung đã sửa' }
const ofPaper = { params: { ctb: 'own.paper' } }

export const personalSamples: Record<string, Sample[]> = {
  'POST /api/conferences/:id/bridge-points/:point/delegates/:delegate/personal-link': [ofDelegate()],
  'POST /api/conferences/:id/bridge-points/:point/delegates/:delegate/personal-link/revoke': [
    ofDelegate({ before: issueFirst }),
  ],
  'GET /api/conferences/:id/mine': [session()],
  'GET /api/personal': [{}],
  'POST /api/personal/answer': [{ body: () => ({ answer: 'accepted' }) }],
  'POST /api/personal/substitute': [
    { body: () => ({ delegate: { position: 'Phó Trưởng phòng' }, reason: 'Đi công tác' }) },
  ],
  'POST /api/personal/check-in': [{ body: ({ ids }) => ({ code: ids['own.code'] }) }],
  'GET /api/personal/contributions': [{}],
  'POST /api/personal/contributions': [{ body: () => paper }],
  'PUT /api/personal/contributions/:ctb': [{ ...ofPaper, body: () => paper, version: 1 }],
  'POST /api/personal/contributions/:ctb/withdraw': [ofPaper],
  'GET /api/personal/floor': [{}],
}
