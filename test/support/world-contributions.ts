// Contributions of every kind that tests of all routes act upon, and the sample requests on them.
import { uploadItem } from '#functions/files/entity.ts'
import { checked, newUpload } from '#functions/files/rules.ts'
import { now } from '#functions/shared/clock.ts'
import { newId } from '#functions/shared/new-id.ts'
import { sure } from './archive.ts'
import { unit } from './conference.ts'
import { pdf, types } from './documents.ts'
import { digestOf } from './files.ts'
import { plant } from './plant.ts'
import { type Sample, session, speaker } from './sample.ts'
import type { World } from './world.ts'

const bytes = pdf()
const digest = digestOf(bytes)
const note = { note: 'Đề nghị bổ sung số liệu' }
const text = { title: 'Tham luận', text: 'Nội dung' }
const paper = { ...text, unitId: unit, author: speaker }

const names = [
  'read',
  'rewrite',
  'review',
  'accept',
  'return',
  'decline',
  'schedule',
  'deliver',
  'written',
  'withdraw',
]
const accepted = ['read', 'schedule', 'deliver', 'written']

/** An upload of the operator's that has been checked. */
const fileOf = async ({ operator }: World): Promise<string> => {
  const told = { name: 'Tham luận.pdf', type: types.pdf, bytes: bytes.length, sha256: digest }
  const at = now().toISOString()
  const upload = checked(newUpload({ id: newId('upl'), sub: operator.sub, at }, told), at)
  await plant([uploadItem(upload)])
  return upload.id
}

export const makeContributions = async (world: World): Promise<void> => {
  const { ids, desk, operator, contributor } = world
  const path = `/api/conferences/${ids.session}/contributions`
  for (const name of names) {
    const files = name === 'read' ? [await fileOf(world)] : []
    ids[`ctb.${name}`] = (await sure(operator.post(path, { ...paper, files }), 201)).id
  }
  for (const name of ['rewrite', 'withdraw'])
    ids[`ctb.own-${name}`] = (await sure(contributor.post(path, paper), 201)).id
  for (const name of accepted) await sure(desk.post(`${path}/${ids[`ctb.${name}`]}/accept`))
  Object.assign(ids, { digest, first: '1' })
}

const on = (name: string, more: Sample = {}): Sample =>
  session({ unit, ...more, params: { ctb: `ctb.${name}`, ...more.params } })

export const contributionSamples: Record<string, Sample[]> = {
  'GET /api/conferences/:id/contributions': [session()],
  'GET /api/conferences/:id/contributions/counts': [session()],
  'POST /api/conferences/:id/contributions': [session({ unit, body: () => paper })],
  'GET /api/conferences/:id/contributions/:ctb': [on('read')],
  'PUT /api/conferences/:id/contributions/:ctb': [
    on('rewrite', { body: () => text, version: 1, own: 'somebody else' }),
    on('own-rewrite', { body: () => text, version: 1, own: 'the author' }),
  ],
  'GET /api/conferences/:id/contributions/:ctb/versions/compare': [on('read', { query: '?from=1&to=1' })],
  'GET /api/conferences/:id/contributions/:ctb/versions/:number/receipt.json': [
    on('read', { params: { number: 'first' } }),
  ],
  'GET /api/conferences/:id/contributions/:ctb/files/:digest': [on('read', { params: { digest: 'digest' } })],
  'POST /api/conferences/:id/contributions/:ctb/remarks': [on('read', { body: () => note })],
  'POST /api/conferences/:id/contributions/:ctb/review': [on('review')],
  'POST /api/conferences/:id/contributions/:ctb/accept': [on('accept')],
  'POST /api/conferences/:id/contributions/:ctb/return': [on('return', { body: () => note })],
  'POST /api/conferences/:id/contributions/:ctb/decline': [on('decline', { body: () => note })],
  'POST /api/conferences/:id/contributions/:ctb/schedule': [
    on('schedule', { body: () => ({ agendaItem: 'agd_papers' }) }),
  ],
  'POST /api/conferences/:id/contributions/:ctb/deliver': [on('deliver')],
  'POST /api/conferences/:id/contributions/:ctb/take-as-written': [on('written')],
  'POST /api/conferences/:id/contributions/:ctb/withdraw': [
    on('withdraw', { own: 'somebody else' }),
    on('own-withdraw', { own: 'the author' }),
  ],
}
