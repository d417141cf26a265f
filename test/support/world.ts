// One home with a conference in every state and one of everything in it: what tests of all routes act upon.
import { personItem } from '#functions/directory/entity.ts'
import { renderRecord } from '#functions/documents/render-record.ts'
import type { Role, Scope } from '#functions/grants/schema.ts'
import { jobItem } from '#functions/jobs/entity.ts'
import { loadMinutes } from '#functions/minutes/entity.ts'
import { newId } from '#functions/shared/new-id.ts'
import type { Client } from './api.ts'
import { type ArchiveHome, laterBy, startArchiveHome, sure } from './archive.ts'
import { agenda, host, otherUnit, unit } from './conference.ts'
import { plant } from './plant.ts'
import { startPool } from './pool.ts'
import { makeContributions } from './world-contributions.ts'
import { makeDirectory } from './world-directory.ts'
import { makeFiles } from './world-files.ts'
import { makePlans } from './world-plans.ts'
import { unitIds } from './world-units.ts'

const pointId = 'bpt_ca-ninh-binh'
export const uninvited = 'unt_ca-ha-nam'

/** How far each conference is brought; the minutes' states go on from a closed conference. */
const stages = {
  draft: 'draft',
  edited: 'draft',
  scheduled: 'schedule',
  open: 'open',
  session: 'start',
  closing: 'start',
  chaired: 'start',
  postponing: 'schedule',
  cancelling: 'schedule',
  reopening: 'closed',
  argued: 'closed',
  closed: 'closed',
  drafted: 'drafted',
  ready: 'drafted',
  submitted: 'submitted',
  unsigned: 'submitted',
  signed: 'signed',
  sealed: 'sealed',
  superseded: 'sealed',
} as const
export type Stage = keyof typeof stages

/** `ids` holds every id by name: conferences by stage, and what `fill` made. */
export type World = {
  home: ArchiveHome
  desk: Client
  operator: Client
  contributor: Client
  ids: Record<string, string>
  /** ETag versions by name of the thing. */
  versions: Record<string, number>
}

const speaker = { position: 'Phó Giám đốc Công an tỉnh' }

export const conferenceInput = {
  title: ['Hội nghị thử'],
  hostUnitId: host,
  venue: 'Hà Nội',
  startsAt: '2022-11-23T14:00:00+07:00',
  agenda,
}

export const at = (world: World, stage: string, rest = '') => `/api/conferences/${world.ids[stage]}${rest}`

const lifecycle = ['schedule', 'open', 'start', 'close'] as const

const lastStep = (stage: Stage): number => {
  const goal = stages[stage]
  if (goal === 'draft') return 0
  const step = (lifecycle as readonly string[]).indexOf(goal)
  return step < 0 ? lifecycle.length : step + 1
}

const makeConference = async (world: World, stage: Stage): Promise<void> => {
  const { desk, operator, home, ids, contributor } = world
  const chairs = stage === 'chaired' ? [ids['person.linked']] : []
  ids[stage] = (await sure(desk.post('/api/conferences', { ...conferenceInput, chairs }), 201)).id
  await sure(desk.post(at(world, stage, '/bridge-points'), { unitIds: [unit, otherUnit] }), 201)
  await home.grant(contributor, 'contributor', `conference:${ids[stage]}`)
  await home.grant(desk, 'chair', `conference:${ids[stage]}`)
  for (const step of lifecycle.slice(0, lastStep(stage))) {
    if (step === 'close' && stage === 'argued')
      await sure(operator.post(at(world, stage, `/bridge-points/${pointId}/join`), {}), 201)
    await sure(desk.post(at(world, stage, `/${step}`), step === 'open' ? { confirmed: true } : {}))
  }
}

const minutesSteps = ['drafted', 'submitted', 'signed', 'sealed'] as const

/** Two signatures by two people: the desk as chair, somebody of the conference's own as secretary. */
const sign = async (world: World, stage: Stage): Promise<void> => {
  const secretary = await world.home.somebody(['secretary', `conference:${world.ids[stage]}`])
  await sure(secretary.post(at(world, stage, '/minutes/sign')))
  await sure(world.desk.post(at(world, stage, '/minutes/sign')))
}

const bringMinutes = async (world: World, stage: Stage): Promise<void> => {
  const goal = (minutesSteps as readonly string[]).indexOf(stages[stage])
  const act = (verb: string) => sure(world.desk.post(at(world, stage, `/minutes/${verb}`)))
  if (goal >= 0) await act('draft')
  if (goal >= 1) await act('submit')
  if (goal >= 2) await sign(world, stage)
  if (goal >= 2) {
    const { documents } = await renderRecord(await loadMinutes(world.ids[stage] ?? ''))
    if (stage === 'sealed') world.ids.printed = documents[0]?.sha256 ?? ''
  }
  if (goal >= 3) world.ids[stage === 'sealed' ? 'record' : `record.${stage}`] = (await act('seal')).recordId
}

const makeRequests = async (world: World): Promise<void> => {
  const { ids, desk, operator, contributor } = world
  const path = at(world, 'session', '/floor')
  await sure(desk.post(`${path}/open`, {}))
  const ask = async (who: Client) =>
    (await sure(who.post(`${path}/requests`, { unitId: unit, speaker }), 201)).id as string
  for (const name of ['withdraw', 'skip', 'named']) ids[`req.${name}`] = await ask(operator)
  for (const name of ['withdraw', 'named']) ids[`req.own-${name}`] = await ask(contributor)
}

/** The draft as it now is: whoever was given a role since stands in it. */
export const draftAgain = (world: World) => world.desk.post(at(world, 'ready', '/minutes/draft'))

/** A session of the point's link is open. */
export const connect = async (world: World): Promise<void> => {
  const path = at(world, 'session', `/bridge-points/${pointId}/join`)
  world.ids.link = (await sure(world.operator.post(path, {}), 201)).session
}

/** Somebody's page sits in the room for the point; the operator's unless told. */
export const sitDown = async (world: World, sub?: string): Promise<void> => {
  const path = at(world, 'session', `/bridge-points/${pointId}/join`)
  const client = sub === undefined ? world.operator : world.home.as(sub, '')
  world.ids.link = (await sure(client.post(path, { room: { takeOver: true } }), 201)).session
}

/** A fault is open at the point. */
export const fail = async (world: World): Promise<void> => {
  const path = at(world, 'session', `/bridge-points/${pointId}/faults`)
  world.ids.fault = (await sure(world.operator.post(path, { kind: 'sound' }), 201)).id
}

const makePoint = async (world: World): Promise<void> => {
  const path = at(world, 'session', `/bridge-points/${pointId}/delegates`)
  const delegates = [{ name: 'Đại biểu', position: 'Trưởng phòng' }]
  const { items } = await sure(world.operator.post(path, { delegates }), 201)
  world.ids.delegate = items[0].id
  world.ids['dlg.draft'] = items[0].id
}

const makePersons = async (world: World): Promise<void> => {
  for (const name of ['person', 'person.unlinked']) {
    const id = newId('prs')
    world.ids[name] = id
    await plant([personItem({ id, name: 'Nguyễn Văn A', posts: [], version: 1 })])
  }
  world.ids['person.linked'] = newId('prs')
  const linked = { id: world.ids['person.linked'], name: 'Trần Thị B', posts: [], sub: 'sub-b', version: 1 }
  await plant([personItem(linked)])
}

/** A job of an account that is none of the cast's. */
const makeJob = async ({ ids }: World): Promise<void> => {
  ids.job = newId('job')
  const by = { sub: 'somebody', name: 'Cán bộ' }
  const queuedAt = '2022-11-20T01:00:00.000Z'
  const begun = { done: 0, errorCount: 0, steps: {}, attempts: 0, leaseUntil: 0, state: 'queued' as const }
  await plant([
    jobItem({ ...begun, id: ids.job, by, kind: 'none', scope: 'test', requestId: 'r', input: {}, queuedAt }),
  ])
}

const makeComment = async (world: World): Promise<void> => {
  const path = at(world, 'drafted', `/minutes/blocks/${world.ids.block}/comments`)
  world.ids.comment = (await sure(world.desk.post(path, { text: 'Đề nghị xem lại giờ' }), 201)).id
  world.ids.minutes = (await sure(world.desk.get(at(world, 'superseded', '/minutes')))).id
}

/** Starts the home and fills it. */
export const startWorld = async (): Promise<World> => {
  const pool = await startPool()
  const { stop, ...rest } = await startArchiveHome()
  const home = { ...rest, stop: () => pool.stop().then(stop) }
  const held: [Role, Scope][] = [['secretariat', `unit:${host}`]]
  const world: World = {
    home,
    desk: await home.somebody(...held),
    operator: await home.somebody(['operator', `unit:${unit}`]),
    contributor: await home.somebody(),
    ids: { unit, point: pointId, annex: 'attendance', ...unitIds },
    versions: {},
  }
  const all = Object.keys(stages) as Stage[]
  await makePersons(world)
  await Promise.all(all.map((stage) => makeConference(world, stage)))
  laterBy(11)
  for (const stage of all) await bringMinutes(world, stage)
  await Promise.all([
    makeContributions(world),
    makeRequests(world),
    makePoint(world),
    makePlans(world, conferenceInput),
    makeFiles(world),
    makeJob(world),
    makeDirectory(world),
  ])
  await connect(world)
  await fail(world)
  const { blocks } = await sure(world.desk.get(at(world, 'drafted', '/minutes')))
  world.ids.block = blocks[0].id
  await makeComment(world)
  return world
}
