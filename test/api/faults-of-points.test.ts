// Faults of a point over HTTP: reported, reported again, ended, read; by the operator and the desk.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { links } from '#functions/bridge-points/link.routes.ts'
import { preparation } from '#functions/bridge-points/preparation.routes.ts'
import { bridgePoints } from '#functions/bridge-points/routes.ts'
import { conferenceActs } from '#functions/conferences/acts.routes.ts'
import { conferences } from '#functions/conferences/routes.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { setClock } from '#functions/shared/clock.ts'
import { startApi, type TestApi } from '#test/support/api.ts'
import { appOf } from '#test/support/app-of.ts'
import { openRoom, roomCast, standingClock } from '#test/support/point-room.ts'

const clock = standingClock('2022-11-23T06:30:00Z')
let home: TestApi
let cast: Awaited<ReturnType<typeof roomCast>>

beforeAll(async () => {
  const app = appOf({ '/conferences': conferences })
  app.route('/conferences', conferenceActs)
  app.route('/conferences', bridgePoints).route('/conferences', links).route('/conferences', preparation)
  home = await startApi(() => app)
  await seedUnits()
  cast = await roomCast(home)
})
afterAll(async () => {
  await home.stop()
  setClock(() => new Date())
})

type Room = Awaited<ReturnType<typeof openRoom>>
const report = ({ ours }: Room, kind: string, more: object = {}, who = cast.operator) =>
  who.post(ours('/faults'), { kind, ...more })
const end = ({ ours }: Room, id: string, more: object = {}, who = cast.operator) =>
  who.post(ours(`/faults/${id}/end`), more)
const detail = async ({ ours }: Room) => (await cast.operator.get(ours())).body
const history = async ({ ours }: Room) => (await cast.operator.get(ours('/faults'))).body.items

describe('a fault', () => {
  it('shows in the row and the detail from its report to its end, and stays in the history', async () => {
    const room = await openRoom(cast.desk)
    await cast.operator.post(room.ours('/join'))
    const openedAt = clock.iso()
    const { status, body } = await report(room, 'picture', { note: 'Màn hình đen' })
    expect([status, body]).toMatchObject([201, { kind: 'picture', openedAt, reports: [{}] }])
    const shown = await detail(room)
    expect(shown.row).toMatchObject({ state: 'fault', faults: ['picture'] })
    expect(shown.faults).toMatchObject([{ id: body.id, kind: 'picture', openedAt, note: 'Màn hình đen' }])
    clock.pass(120)
    const over = await end(room, body.id, { note: 'Đã thay cáp' }, cast.desk)
    expect(over).toMatchObject({ status: 200, body: { ended: { at: clock.iso(), note: 'Đã thay cáp' } } })
    expect(await detail(room)).toMatchObject({ row: { state: 'connected', faults: [] }, faults: [] })
    expect(await history(room)).toEqual([over.body])
  })

  it('is one however many report it, each report kept; the earliest says when it began', async () => {
    const room = await openRoom(cast.desk)
    const began = clock.iso()
    clock.pass(60)
    const [first, second] = await Promise.all([
      report(room, 'sound', { note: 'Không nghe được' }),
      report(room, 'sound', { note: 'Mất tiếng', claimedAt: began }, cast.desk),
    ])
    expect(second?.body.id).toBe(first?.body.id)
    const [fault] = await history(room)
    expect(fault.openedAt).toBe(began)
    expect(fault.reports.map(({ note }: { note: string }) => note)).toEqual(['Mất tiếng', 'Không nghe được'])
    const { row, faults } = await detail(room)
    expect([row.faults, faults.length]).toEqual([['sound'], 1])
  })

  it('is one of several kinds at once; reports of all kinds at one moment lose none', async () => {
    const room = await openRoom(cast.desk)
    const all = await Promise.all(
      ['picture', 'sound', 'link'].flatMap((kind) => [report(room, kind), report(room, kind, {}, cast.desk)]),
    )
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 201))
    const shown = await detail(room)
    expect(shown.row.faults.toSorted()).toEqual(['link', 'picture', 'sound'])
    expect(shown.row.state).toBe('lost')
    expect((await history(room)).flatMap(({ reports }: { reports: object[] }) => reports)).toHaveLength(6)
    await Promise.all(shown.faults.map(({ id }: { id: string }) => end(room, id)))
    expect((await detail(room)).row).toMatchObject({ state: 'not-connected', faults: [] })
  })

  it('of a kind that was over is another one', async () => {
    const room = await openRoom(cast.desk)
    const first = await report(room, 'link')
    clock.pass(10)
    await end(room, first.body.id)
    clock.pass(10)
    const second = await report(room, 'link')
    expect(second.body.id).not.toBe(first.body.id)
    expect((await history(room)).map(({ id }: { id: string }) => id)).toEqual([second.body.id, first.body.id])
  })

  it('that is over stays as it ended; an end told late ends then, never before it began', async () => {
    const room = await openRoom(cast.desk)
    const { body } = await report(room, 'sound')
    clock.pass(60)
    const ended = clock.iso()
    clock.pass(60)
    await end(room, body.id, { claimedAt: ended })
    const again = await end(room, body.id, { note: 'Nữa' }, cast.desk)
    expect(again).toMatchObject({ status: 200, body: { ended: { at: ended } } })
    const other = await report(room, 'sound')
    const early = await end(room, other.body.id, { claimedAt: '2022-11-23T06:00:00Z' })
    expect(early.body.ended.at).toBe(other.body.openedAt)
  })

  it('is reported once by one key', async () => {
    const room = await openRoom(cast.desk)
    const key = randomUUID()
    const send = () => cast.operator.post(room.ours('/faults'), { kind: 'picture' }, { key })
    const [first, again] = [await send(), await send()]
    expect(again.body).toEqual(first.body)
    expect((await history(room))[0].reports).toHaveLength(1)
  })

  it('keeps many reports: the first and the latest beside it, all in the log', async () => {
    const room = await openRoom(cast.desk)
    for (let n = 0; n < 25; n++) {
      clock.pass(1)
      await report(room, 'picture', { note: `Lần ${n}` })
    }
    const [{ reports }] = await history(room)
    expect(reports).toHaveLength(20)
    expect([reports[0].note, reports[1].note, reports.at(-1).note]).toEqual(['Lần 0', 'Lần 6', 'Lần 24'])
    clock.pass(6)
    const { body } = await cast.desk.get(`${room.path}/events?limit=200`)
    const names = body.items.map(({ name }: { name: string }) => name)
    expect(names.filter((name: string) => name.startsWith('fault.'))).toEqual([
      'fault.opened',
      ...Array.from({ length: 24 }, () => 'fault.reported'),
    ])
  })
})

describe('a failed check', () => {
  it('is no fault', async () => {
    const room = await openRoom(cast.desk)
    const { status } = await cast.operator.post(room.ours('/readiness'), {
      checks: { picture: 'pass', sound: 'fail', network: 'pass' },
    })
    expect(status).toBe(201)
    expect(await detail(room)).toMatchObject({ row: { state: 'checking', faults: [] }, faults: [] })
  })
})

describe('faults', () => {
  it('are refused to others, before the room opens, and where there is none', async () => {
    const room = await openRoom(cast.desk)
    const { body } = await report(room, 'sound')
    expect((await report(room, 'picture', {}, cast.neighbour)).status).toBe(403)
    expect((await end(room, body.id, {}, cast.neighbour)).status).toBe(403)
    expect((await cast.operator.get(room.ours('/faults'))).status).toBe(200)
    expect((await end(room, 'flt_01GJHZ00000000000000000000')).status).toBe(404)
    expect((await report(room, 'smoke')).status).toBe(400)
    const stranger = await home.somebody(['operator', 'unit:unt_ca-ha-nam'])
    expect((await stranger.get(room.ours('/faults'))).status).toBe(403)
    const early = await openRoom(cast.desk, 'schedule')
    expect((await report(early, 'sound')).body.type).toBe('/problems/conference-state')
  })

  it('may be ended after the conference', async () => {
    const room = await openRoom(cast.desk, 'start')
    const { body } = await report(room, 'sound')
    await cast.desk.post(`${room.path}/close`)
    expect((await end(room, body.id)).status).toBe(200)
  })
})
