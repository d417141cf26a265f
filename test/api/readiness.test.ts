// Checklists over HTTP: what a conference asks, what points answer, who is ready, whom to telephone; on the real engine.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkItem, setColumns } from '#functions/bridge-points/entity.ts'
import { links } from '#functions/bridge-points/link.routes.ts'
import { newLink } from '#functions/bridge-points/link.rules.ts'
import { preparation } from '#functions/bridge-points/preparation.routes.ts'
import { bridgePoints } from '#functions/bridge-points/routes.ts'
import { conferenceActs } from '#functions/conferences/acts.routes.ts'
import { conferences } from '#functions/conferences/routes.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { setClock } from '#functions/shared/clock.ts'
import { putNew } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { appOf } from '#test/support/app-of.ts'
import { openRoom, roomCast, standingClock } from '#test/support/point-room.ts'

const clock = standingClock('2022-11-23T05:00:00Z')
let home: TestApi
let cast: Awaited<ReturnType<typeof roomCast>>
let operator: Client

beforeAll(async () => {
  const app = appOf({ '/conferences': conferences })
  app.route('/conferences', conferenceActs)
  for (const routes of [bridgePoints, preparation, links]) app.route('/conferences', routes)
  home = await startApi(() => app)
  await seedUnits()
  cast = await roomCast(home)
  operator = cast.operator
})
afterAll(async () => {
  await home.stop()
  setClock(() => new Date())
})

type Room = Awaited<ReturnType<typeof openRoom>>

const check = ({ ours }: Room, body: object, who = operator) => who.post(ours('/readiness'), body)
const media = { picture: 'pass', sound: 'pass', network: 'pass' }
const sheet = async ({ path }: Room, query = '', who = cast.desk) =>
  (await who.get(`${path}/readiness${query}`)).body
const listed = [
  { key: 'picture', label: 'Hình ảnh' },
  { key: 'flag', label: 'Quốc kỳ' },
  { key: 'tea', label: 'Nước uống', required: false },
]
const plan = ({ path }: Room, body: object, version = 0, who = cast.desk) =>
  who.put(`${path}/technical`, body, { version })

/** As the first conferences kept it: beside open sessions and a union of stays. */
const earlierCheck = async ({ id }: Room) => {
  const point = { conferenceId: id, id: 'bpt_ca-ninh-binh' }
  const [at, event] = ['2022-11-23T04:50:00.000Z', 'evt_01GJHZ00000000000000000000']
  const check = { checks: { ...media, sound: 'fail' }, note: 'Loa rè', at, event }
  const link = { conferenceId: id, pointId: point.id, open: {}, stays: [], check, version: 1 }
  const actor = systemActor('test', 'test')
  const stored = { ...linkItem(newLink(id, point.id)), ...link, lines: undefined, older: undefined }
  await write(actor, '', putNew(stored), setColumns(point, { checkedAt: at }))
}

it('a check of the first conferences is shown, and kept when the point connects and is checked again', async () => {
  const room = await openRoom(cast.desk)
  await earlierCheck(room)
  const told = { state: 'not-ready', failed: ['sound'], checkedAt: '2022-11-23T04:50:00.000Z' }
  expect((await operator.get(room.ours(''))).body.readiness).toMatchObject({ ...told, note: 'Loa rè' })
  const lines = (await sheet(room)).items
  expect(lines.find(({ pointId }: { pointId: string }) => pointId === 'bpt_ca-ninh-binh')).toMatchObject(told)
  expect((await operator.post(room.ours('/join'), {})).status).toBe(201)
  expect((await operator.get(room.ours(''))).body.readiness).toMatchObject(told)
  const again = (await check(room, { checks: { sound: 'pass' } })).body.readiness
  expect(again).toMatchObject({ state: 'checking', failed: [], note: 'Loa rè' })
  expect(again.unchecked).not.toContain('picture')
})

describe('a check', () => {
  it('tells of each item who looked when, and keeps what it leaves out', async () => {
    const room = await openRoom(cast.desk)
    const first = await check(room, { checks: media, notes: { sound: 'Hơi nhỏ' }, note: 'Đã thử' })
    expect(first).toMatchObject({ status: 201, body: { readiness: { state: 'checking', note: 'Đã thử' } } })
    clock.pass(60)
    const second = await check(room, { checks: { microphone: 'fail' } }, cast.colleague)
    const { readiness, row } = second.body
    expect([readiness.state, readiness.failed, row.failed]).toEqual([
      'not-ready',
      ['microphone'],
      ['microphone'],
    ])
    const item = (key: string) => readiness.items.find((one: { key: string }) => one.key === key)
    expect(item('sound')).toMatchObject({ verdict: 'pass', note: 'Hơi nhỏ' })
    expect(item('microphone')).toMatchObject({ verdict: 'fail', at: clock.iso() })
    expect(item('sound').by).not.toBe(item('microphone').by)
    expect(item('backup-power')).toMatchObject({ verdict: 'not-checked', label: 'Nguồn điện dự phòng' })
    expect(item('backup-power').at).toBeUndefined()
  })

  it('that passes everything required makes the point ready; taken back, it is not', async () => {
    const room = await openRoom(cast.desk)
    const { checklist } = (await cast.desk.get(`${room.path}/technical`)).body
    const required = checklist.filter((item: { required: boolean }) => item.required)
    const checks = Object.fromEntries(required.map(({ key }: { key: string }) => [key, 'pass']))
    const ready = await check(room, { checks })
    expect(ready.body.readiness).toMatchObject({ state: 'ready', unchecked: ['documents'] })
    clock.pass(1)
    const back = await check(room, { checks: { picture: 'not-checked' } })
    expect(back.body.readiness).toMatchObject({ state: 'checking', unchecked: ['picture', 'documents'] })
  })

  it('leaves each act in the log', async () => {
    const room = await openRoom(cast.desk)
    await check(room, { checks: media })
    await check(room, { checks: { sound: 'fail' } })
    clock.pass(6)
    const { body } = await cast.desk.get(`${room.path}/events?limit=200`)
    const told = body.items.filter(({ name }: { name: string }) => name === 'readiness.checked')
    expect(told.map(({ data }: { data: { checks: object } }) => data.checks)).toEqual([
      media,
      { sound: 'fail' },
    ])
  })

  it('from ten tablets at once loses none', async () => {
    const room = await openRoom(cast.desk)
    const keys = [
      'picture',
      'sound',
      'network',
      'microphone',
      'backup-power',
      'room',
      'delegates',
      'telephone',
    ]
    await Promise.all(keys.map((key) => check(room, { checks: { [key]: 'pass' } })))
    const { readiness } = (await operator.get(room.ours())).body
    expect([readiness.state, readiness.unchecked]).toEqual(['ready', ['documents']])
  })

  it('is refused before the room opens, to other units, and for items nobody asks', async () => {
    const early = await openRoom(cast.desk, 'schedule')
    expect((await check(early, { checks: media })).body.type).toBe('/problems/conference-state')
    const room = await openRoom(cast.desk)
    expect((await check(room, { checks: media }, cast.neighbour)).status).toBe(403)
    expect((await check(room, { checks: {} })).status).toBe(400)
    expect((await check(room, { checks: { picture: 'meh' } })).body.errors).toMatchObject([
      { pointer: '/checks/picture' },
    ])
    expect((await check(room, { checks: { ...media, flag: 'pass' } })).body).toMatchObject({
      type: '/problems/checklist-item-unknown',
      errors: [{ pointer: '/checks/flag' }],
    })
  })
})

describe('the technical plan', () => {
  it('of a conference may have a list of its own; the three media parts are taken all the same', async () => {
    const room = await openRoom(cast.desk)
    const planned = await plan(room, { checklist: listed })
    expect(planned).toMatchObject({ status: 200, body: { version: 1 } })
    const done = await check(room, { checks: { ...media, flag: 'pass' } })
    expect(done.body.readiness).toMatchObject({ state: 'ready', unchecked: ['tea'] })
    expect(done.body.readiness.items).toHaveLength(3)
    await plan(room, { checklist: [...listed, { key: 'clock', label: 'Đồng hồ' }] }, 1)
    expect((await sheet(room)).items[0].state).toBe('checking')
  })

  it('gives the points a line to the centre', async () => {
    const room = await openRoom(cast.desk)
    const centre = [{ post: 'Trực kỹ thuật trung tâm', role: 'technical', phones: ['069 2341234'] }]
    await plan(room, { centre })
    const { body } = await operator.get(`${room.path}/technical`)
    expect(body.centre).toEqual([{ ...centre[0], phones: ['0692341234'] }])
    const stranger = await home.somebody(
      ['operator', 'unit:unt_ca-ha-nam'],
      ['observer', 'unit:unt_bo-cong-an'],
    )
    expect((await stranger.get(`${room.path}/technical`)).status).toBe(403)
  })

  it("is the desk's, from the version read, and names each item once", async () => {
    const room = await openRoom(cast.desk)
    expect((await plan(room, { checklist: listed }, 0, operator)).status).toBe(403)
    expect((await plan(room, { checklist: [...listed, ...listed] })).status).toBe(400)
    await plan(room, { checklist: listed })
    expect((await plan(room, {}, 0)).status).toBe(412)
    const back = await plan(room, {}, 1)
    expect(back.body.checklist).toHaveLength(9)
  })
})

describe('the sheet of all points', () => {
  it('tells at T-60 who is ready, who is not, who has not checked, and whom to telephone', async () => {
    const room = await openRoom(cast.desk)
    const duty = { post: 'Trực kỹ thuật', role: 'technical', phones: ['0912345678'] }
    await operator.put(room.ours('/card'), { contacts: [duty] }, { version: 0 })
    expect(await sheet(room)).toMatchObject({ dueAt: '2022-11-23T06:00:00.000Z', overdue: false })
    clock.pass(Math.ceil((Date.parse('2022-11-23T06:00:00Z') - clock.ms()) / 1000))
    const late = await sheet(room, '?state=not-checked')
    expect(late).toMatchObject({ overdue: true, counts: { 'not-checked': 2, ready: 0 } })
    expect(late.items.map(({ pointId }: { pointId: string }) => pointId)).toEqual([
      'bpt_ca-ninh-binh',
      'bpt_ca-thanh-hoa',
    ])
    expect(late.items[0].contacts).toEqual([duty])
    expect((await sheet(room, '', operator)).items[0].contacts).toBeUndefined()
    await check(room, { checks: { sound: 'fail' } })
    const now = await sheet(room)
    expect(now.counts).toEqual({ 'not-checked': 1, checking: 0, 'not-ready': 1, ready: 0 })
    expect(now.items[0]).toMatchObject({ state: 'not-ready', failed: ['sound'], checkedAt: clock.iso() })
  })

  it('asks nothing of a withdrawn point', async () => {
    const room = await openRoom(cast.desk)
    await cast.desk.post(room.ours('/remove'), { reason: 'Không dự' })
    const { items } = await sheet(room)
    expect(items.map(({ pointId }: { pointId: string }) => pointId)).toEqual(['bpt_ca-thanh-hoa'])
  })
})
