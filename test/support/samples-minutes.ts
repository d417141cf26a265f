// Samples of the minutes' routes: from draft to seal, the work at a draft, addenda, the register.
import { host } from './conference.ts'
import { type Sample, session } from './sample.ts'
import { at, draftAgain, type Stage, type World } from './world.ts'

const note = { note: 'Đề nghị bổ sung số liệu' }
const nothing = {}

const minutes = (stage: Stage, more: Sample = {}): Sample => ({ in: stage, body: () => nothing, ...more })

const work = (more: Sample = {}): Sample => minutes('drafted', { params: { block: 'block' }, ...more })

const read = (more: Sample = {}): Sample => ({ in: 'drafted', ...more })

/** Whichever of the two the one before has left. */
const opened = ({ desk, ...world }: World) =>
  desk.post(at({ desk, ...world }, 'superseded', '/minutes/addenda'), { reason: 'Điểm danh muộn' })
const withdrawn = ({ desk, ...world }: World) =>
  desk.post(at({ desk, ...world }, 'superseded', '/minutes/addenda/withdraw'))

/** The block is in other words than the record's. */
const worded = async (world: World) => {
  const path = at(world, 'drafted', '/minutes')
  const { blocks } = (await world.desk.get(path)).body
  const block = blocks.find(({ id }: { id: string }) => id === world.ids.block)
  const text = `${block.text} Có sửa lần ${block.version}.`
  await world.desk.put(`${path}/blocks/${block.id}`, { text }, { version: block.version })
}

export const minutesSamples: Record<string, Sample[]> = {
  'GET /api/conferences/:id/minutes': [read()],
  'GET /api/conferences/:id/minutes/so-far': [session()],
  'POST /api/conferences/:id/minutes/preview': [minutes('drafted')],
  'POST /api/conferences/:id/minutes/exports': [minutes('drafted', { body: () => ({ format: 'pdf' }) })],
  'POST /api/conferences/:id/minutes/draft': [minutes('closed')],
  'POST /api/conferences/:id/minutes/blocks': [
    minutes('drafted', { body: () => ({ kind: 'conclusion', text: 'Kết luận' }) }),
  ],
  'PUT /api/conferences/:id/minutes/blocks/:block': [work({ body: () => ({ text: 'Bắt đầu' }), version: 1 })],
  'POST /api/conferences/:id/minutes/blocks/:block/restore': [work({ before: worded })],
  'POST /api/conferences/:id/minutes/blocks/:block/editing': [work({ body: () => ({ page: 'page-1' }) })],
  'GET /api/conferences/:id/minutes/blocks/:block/revisions': [read({ params: { block: 'block' } })],
  'GET /api/conferences/:id/minutes/blocks/:block/revisions/compare': [
    read({ params: { block: 'block' }, query: '?from=1&to=1' }),
  ],
  'GET /api/conferences/:id/minutes/comments': [read()],
  'POST /api/conferences/:id/minutes/blocks/:block/comments': [
    work({ body: () => ({ text: 'Xem lại đoạn này' }) }),
  ],
  'POST /api/conferences/:id/minutes/comments/:comment/resolve': [
    minutes('drafted', { params: { comment: 'comment' } }),
  ],
  'POST /api/conferences/:id/minutes/submit': [minutes('ready', { before: draftAgain })],
  'POST /api/conferences/:id/minutes/refuse': [minutes('submitted', { body: () => note })],
  'POST /api/conferences/:id/minutes/sign': [minutes('unsigned')],
  'POST /api/conferences/:id/minutes/seal': [minutes('signed')],
  'POST /api/conferences/:id/minutes/addenda': [
    minutes('superseded', { body: () => ({ reason: 'Điểm danh muộn' }), before: withdrawn }),
  ],
  'POST /api/conferences/:id/minutes/addenda/withdraw': [minutes('superseded', { before: opened })],
  'GET /api/conferences/:id/minutes/history': [{ in: 'superseded' }],
  'GET /api/conferences/:id/minutes/history/:minutes': [
    { in: 'superseded', params: { minutes: 'minutes' }, before: withdrawn },
  ],
  'GET /api/conferences/:id/minutes/evidence': [read({ query: '?events=evt_01ARZ3NDEKTSV4RRFFQ69G5FAV' })],
  'GET /api/register': [{ query: `?unit=${host}&year=2022`, touches: () => ({ host }) }],
}
