// A request that would succeed for every route of attendance.
import { personItem } from '#functions/directory/entity.ts'
import { sure } from './archive.ts'
import { plant } from './plant.ts'
import { atPoint, type Sample, session } from './sample.ts'
import type { World } from './world.ts'

const path = '/api/conferences/:id/bridge-points/:point'

const here = ({ ids }: World, rest: string) =>
  `/api/conferences/${ids.session}/bridge-points/${ids.point}/${rest}`

/** The contributor is a delegate of the point, and the point shows its code. */
const readCode = async (world: World): Promise<void> => {
  const { ids, operator, contributor } = world
  if (!ids['delegate.own']) {
    const { personId } = contributor
    await plant([personItem({ id: personId, name: 'Trần Văn D', posts: [], version: 1 })])
    const entered = operator.post(here(world, 'delegates'), { delegates: [{ personId }] })
    ids['delegate.own'] = (await sure(entered, 201)).items[0].id
  }
  ids.code = (await sure(operator.get(here(world, 'check-ins/code')))).code
}

/** The contributor says to be there, and nobody has decided about it. */
const checkIn = async (world: World): Promise<void> => {
  await readCode(world)
  const { ids, contributor } = world
  await sure(contributor.post(here(world, 'check-ins'), { code: ids.code }), 201)
}

const ownDelegate = ({ ids }: World) => [ids['delegate.own']]

export const attendanceSamples: Record<string, Sample[]> = {
  'GET /api/conferences/:id/attendance': [session(), session({ query: '?at=2022-11-23T07:00:00Z' })],
  'GET /api/conferences/:id/attendance/over-time': [session(), session({ query: '?step=300' })],
  'POST /api/conferences/:id/attendance/exports': [session({ body: () => ({ format: 'csv' }) })],
  [`GET ${path}/roll-call`]: [atPoint()],
  [`POST ${path}/roll-call`]: [
    atPoint({ body: ({ ids }) => ({ marks: [{ delegateId: ids.delegate, state: 'present' }] }) }),
  ],
  [`GET ${path}/attendance`]: [atPoint()],
  [`GET ${path}/attendance-sheet`]: [atPoint()],
  [`GET ${path}/check-ins`]: [atPoint()],
  [`GET ${path}/check-ins/code`]: [atPoint()],
  [`POST ${path}/check-ins`]: [
    atPoint({ own: 'the author', body: ({ ids }) => ({ code: ids.code }), before: readCode }),
  ],
  [`POST ${path}/check-ins/confirm`]: [
    atPoint({ body: (world) => ({ delegateIds: ownDelegate(world) }), before: checkIn }),
  ],
  [`POST ${path}/check-ins/reject`]: [
    atPoint({
      body: (world) => ({ delegateIds: ownDelegate(world), reason: 'Không có trong phòng' }),
      before: checkIn,
    }),
  ],
  'GET /api/conferences/:id/disagreements': [session()],
  'POST /api/conferences/:id/disagreements/:disagreement/settle': [
    {
      in: 'argued',
      params: { disagreement: 'disagreement' },
      body: () => ({ chosen: 'link', reason: 'Điểm cầu có mặt, chưa điểm danh' }),
    },
  ],
}
