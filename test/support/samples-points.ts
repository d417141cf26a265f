// A request that would succeed for every route of giving points, their cards and checklists, and delegations.
import { unit } from './conference.ts'
import { atPoint, type Sample, session } from './sample.ts'
import type { World } from './world.ts'

const at = '/api/conferences/:id'
const one = `${at}/bridge-points/:point`
const other = { position: 'Phó Trưởng phòng' }

const contact = { name: 'Trần Văn Bình', post: 'Cán bộ kỹ thuật', role: 'technical', phones: ['0912345678'] }

const inDraft = ({ ids }: World, rest = '') => `/api/conferences/${ids.edited}/bridge-points${rest}`
const draftPoint = (more: Sample): Sample => ({ in: 'edited', params: { point: 'point' }, unit, ...more })
const draftDelegate = (more: Sample): Sample =>
  draftPoint({ params: { point: 'point', delegate: 'dlg.draft' }, before: draftDelegation, ...more })

const givePoint = async (world: World) => {
  await world.desk.post(inDraft(world), { unitIds: [unit] })
  await world.desk.post(inDraft(world, `/${world.ids.point}/restore`))
}

/** The draft's point has a delegate who can still be withdrawn; until then the id is one of another conference. */
const draftDelegation = async (world: World): Promise<void> => {
  await givePoint(world)
  const path = inDraft(world, `/${world.ids.point}/delegates`)
  const { body } = await world.desk.post(path, {
    delegates: [{ position: `Đội trưởng ${performance.now()}` }],
  })
  world.ids['dlg.draft'] = body.items[0].id
}

const withdrawPoint = async (world: World): Promise<void> => {
  await draftDelegation(world)
  await world.desk.post(inDraft(world, `/${world.ids.point}/remove`), { reason: 'Họp ghép' })
}

export const pointSamples: Record<string, Sample[]> = {
  [`GET ${at}/bridge-points`]: [session()],
  [`POST ${at}/bridge-points`]: [session({ body: () => ({ unitIds: ['unt_ca-nghe-an'] }) })],
  [`GET ${at}/bridge-points/preview`]: [session({ query: '?all=provincial-police' })],
  [`GET ${one}`]: [atPoint()],
  [`POST ${one}/remove`]: [draftPoint({ body: () => ({ reason: 'Họp ghép' }), before: givePoint })],
  [`POST ${one}/restore`]: [draftPoint({ before: withdrawPoint })],
  [`GET ${one}/card`]: [atPoint()],
  [`PUT ${one}/card`]: [
    atPoint({ body: () => ({ expected: 30, room: 'Hội trường', contacts: [contact] }), version: 0 }),
  ],
  [`GET ${at}/contacts`]: [session()],
  [`GET ${at}/technical`]: [session()],
  [`PUT ${at}/technical`]: [
    session({
      body: () => ({ checklist: [{ key: 'flag', label: 'Quốc kỳ' }], centre: [contact] }),
      version: 0,
    }),
  ],
  [`GET ${at}/readiness`]: [session()],
  [`POST ${one}/readiness`]: [
    atPoint({ body: () => ({ checks: { picture: 'pass', sound: 'pass', network: 'fail' } }) }),
  ],
  [`GET ${at}/answers`]: [session()],
  [`POST ${one}/answers`]: [
    atPoint({ body: ({ ids }) => ({ answers: [{ delegateId: ids.delegate, answer: 'accepted' }] }) }),
  ],
  [`GET ${one}/delegates`]: [atPoint()],
  [`POST ${one}/delegates`]: [
    atPoint({ body: () => ({ delegates: [{ position: `Đội trưởng số ${performance.now()}` }] }) }),
  ],
  [`POST ${one}/delegates/preview`]: [
    atPoint({ body: () => ({ table: 'Họ tên\tChức vụ\nNguyễn Văn An\tTrưởng phòng' }) }),
  ],
  [`PUT ${one}/delegates/:delegate`]: [
    atPoint({ params: { point: 'point', delegate: 'delegate' }, body: () => other, version: 1 }),
  ],
  [`POST ${one}/delegates/:delegate/withdraw`]: [draftDelegate({ body: () => ({ reason: 'Đi công tác' }) })],
  [`POST ${one}/delegates/:delegate/substitute`]: [
    draftDelegate({ body: () => ({ delegate: other, reason: 'Đi công tác' }) }),
  ],
}
