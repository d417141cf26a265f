// Attendance over the whole session, read once: the same as asked for moment by moment.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { keptSeries, largePoints } from '#functions/attendance/kept-series.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { setClock } from '#functions/shared/clock.ts'
import { newId } from '#functions/shared/new-id.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { ago, pass, rollRoom, startClock } from '#test/support/roll-room.ts'

let home: TestApi
let desk: Client
let operator: Client
let stranger: Client

beforeAll(async () => {
  startClock()
  home = await startApi(() => api)
  await seedUnits()
  desk = await home.somebody(['secretariat', 'unit:unt_bo-cong-an'])
  operator = await home.somebody(['operator', 'unit:unt_ca-ninh-binh'])
  stranger = await home.somebody(['operator', 'unit:unt_ca-nghe-an'])
})
beforeEach(startClock)
afterAll(async () => {
  await home.stop()
  setClock(() => new Date())
})

const room = () => rollRoom(desk, operator, [{ name: 'Lê Văn C' }, { name: 'Trần Thị D' }])
const present = (delegateId: string | undefined) => ({ delegateId, state: 'present' })

/** Marks, a claim told late, a correction, a card and a point given while the session runs. */
const pastHour = async () => {
  const { path, point, roll, ids } = await room()
  pass(10)
  await operator.post(roll, { headCount: 3, marks: [present(ids[0])] })
  pass(10)
  await operator.put(`${point}/card`, { expected: 20, contacts: [] }, { version: 0 })
  pass(10)
  await operator.post(roll, { claimedAt: ago(15), marks: [present(ids[1])] })
  await operator.post(roll, { marks: [{ delegateId: ids[0], state: 'absent', reason: 'Về sớm' }] })
  await desk.post(`${path}/bridge-points`, { unitIds: ['unt_ca-thanh-hoa'] })
  pass(10)
  return { path }
}

it('every moment tells what held then', async () => {
  const { path } = await pastHour()
  const { status, body } = await operator.get(`${path}/attendance/over-time?step=120`)
  expect(status).toBe(200)
  expect(body.step).toBe(120)
  expect(new Set(body.items.map(({ present }: { present: number }) => present))).toEqual(new Set([0, 1, 2]))
  for (const { at, ...figures } of body.items) {
    const { totals } = (await desk.get(`${path}/attendance?at=${at}`)).body
    expect(totals, at).toMatchObject(figures)
  }
  const now = (await desk.get(`${path}/attendance`)).body.totals
  const { at: _, ...last } = body.items.at(-1)
  expect(now).toMatchObject(last)
})

it('ends at the close and has at most 200 moments', async () => {
  const { path } = await room()
  pass(50)
  await desk.post(`${path}/close`)
  pass(60)
  const { body } = await desk.get(`${path}/attendance/over-time?step=10`)
  expect(body.items.length).toBeLessThanOrEqual(200)
  expect(Date.parse(body.items.at(-1).at) - Date.parse(body.items[0].at)).toBe(51 * 60_000)
})

it('refuses a step that is none and whoever is not invited', async () => {
  const { path } = await room()
  expect((await desk.get(`${path}/attendance/over-time?step=1`)).body).toMatchObject({
    type: '/problems/invalid-input',
    errors: [{ pointer: '/step' }],
  })
  expect((await stranger.get(`${path}/attendance/over-time`)).status).toBe(403)
})

it('of a large conference is read once for all who look within half a minute, anew when its session is another', async () => {
  let reads = 0
  const conferenceId = newId('cnf')
  const look = (session: string, points = largePoints, many = 5) => {
    const read = async () => ({ series: { step: 60 + ++reads, items: [] }, points })
    const of = { conferenceId, session, step: 60 }
    return Promise.all(Array.from({ length: many }, () => keptSeries(of, read)))
  }
  const stepsSeen = async (session: string, points?: number) =>
    new Set((await look(session, points)).map(({ step }) => step))
  expect(await stepsSeen('first')).toEqual(new Set([61]))
  expect(await stepsSeen('first')).toEqual(new Set([61]))
  pass(1)
  expect(await stepsSeen('first')).toEqual(new Set([62]))
  expect(await stepsSeen('second', 10)).toEqual(new Set([63]))
  expect(await stepsSeen('second', 10)).toEqual(new Set([64]))
})
