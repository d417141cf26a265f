// A request that would succeed for every route of directives, commendations, figures and citations.
import { sure } from './archive.ts'
import { host } from './conference.ts'
import { type Sample, session } from './sample.ts'
import { at, type World } from './world.ts'

const inputs: Record<string, object> = {
  directives: { text: 'Các đơn vị khẩn trương khắc phục tồn tại, hạn chế.' },
  commendations: { awards: ['certificate'], authorities: ['Bộ Công an'], collectives: 12 },
  figures: { said: '5.813 điểm', subject: 'Tổng số điểm tổ chức Ngày hội' },
  citations: { said: 'Chỉ thị số 07 của Bộ Công an' },
}

/** Enters one, so that the try has its own. */
const enter = (plural: string) => async (world: World) => {
  const path = at(world, 'session', `/${plural}`)
  world.ids[plural] = (await sure(world.desk.post(path, inputs[plural] ?? {}), 201)).id
}

const ofKind = (plural: string): Record<string, Sample[]> => {
  const item = { params: { item: plural }, before: enter(plural) }
  const body = () => inputs[plural]
  const path = `/api/conferences/:id/${plural}`
  return {
    [`GET ${path}`]: [session()],
    [`POST ${path}`]: [session({ body })],
    [`GET ${path}/:item`]: [session(item)],
    [`PUT ${path}/:item`]: [session({ ...item, body, version: 1 })],
    [`POST ${path}/:item/withdraw`]: [session({ ...item, body: () => ({ reason: 'Ghi nhầm hội nghị' }) })],
  }
}

const onDirective = { params: { item: 'directives' }, before: enter('directives') }

export const outcomeSamples: Record<string, Sample[]> = Object.assign(
  {
    'GET /api/conferences/:id/directives/:item/progress': [session(onDirective)],
    'POST /api/conferences/:id/directives/:item/progress': [
      session({ ...onDirective, body: () => ({ state: 'in-progress', note: 'Đang thực hiện' }) }),
    ],
    'GET /api/directives': [{ query: `?host=${host}`, touches: () => ({ host }) }],
  },
  ...Object.keys(inputs).map(ofKind),
)
