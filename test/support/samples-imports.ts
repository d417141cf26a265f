// A request that would succeed for every route of past conferences entered from documents.
import { printedImport, sure } from './archive.ts'
import type { Sample } from './sample.ts'
import type { World } from './world.ts'

const path = '/api/archive/imports'
const from = { source: 'bao' }

/** Two places of one source give an award differently, until that is settled. */
export const importInput = {
  title: ['Tổng kết phong trào năm 2016'],
  hostUnitId: 'unt_ubnd-hai-duong',
  level: 'province',
  heldOn: { precision: 'day', value: '2017-03-07' },
  sources: [{ key: 'bao', title: 'Bài tường thuật' }],
  commendations: [
    { key: 'co', awards: ['flag'], authorities: ['Bộ Công an'], individuals: 3, from },
    {
      key: 'anh',
      awards: ['flag'],
      authorities: ['Bộ Công an'],
      to: 'collectives',
      from: { ...from, place: 'chú thích ảnh' },
    },
  ],
}

export const settling = {
  subject: 'commendation flag bo cong an',
  chosen: 'sources-disagree',
  reason: 'Chưa có tài liệu gốc để đối chiếu',
}

/** Enters one, so that the try has its own. */
const enter = async (world: World): Promise<void> => {
  const archivist = await world.home.somebody(['archivist', '*'])
  world.ids.import = (await sure(archivist.post(path, importInput), 201)).id
}

const enterSettled = async (world: World): Promise<void> => {
  await enter(world)
  const archivist = await world.home.somebody(['archivist', '*'])
  await sure(archivist.post(`${path}/${world.ids.import}/settle`, settling))
}

/** Attested and printed: what the seal still has to do. */
const enterPrinted = async (world: World): Promise<void> => {
  await enterSettled(world)
  await printedImport(await world.home.somebody(['archivist', '*']), world.ids.import ?? '')
}

const own: Sample = { params: { id: 'import' }, before: enter }

export const importSamples: Record<string, Sample[]> = {
  [`GET ${path}`]: [{}],
  [`POST ${path}`]: [{ body: () => importInput }],
  [`GET ${path}/:id`]: [own],
  [`PUT ${path}/:id`]: [{ ...own, body: () => importInput, version: 1 }],
  [`POST ${path}/:id/settle`]: [{ ...own, body: () => settling }],
  [`POST ${path}/:id/withdraw`]: [{ ...own, body: () => ({ reason: 'Nhập nhầm' }) }],
  [`POST ${path}/:id/seal`]: [{ ...own, before: enterPrinted }],
}
