// Check-ins by the code of the point, attendance over time, and attendance to take away.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { personItem } from '#functions/directory/entity.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { exportKey } from '#functions/files/schema.ts'
import { jobKinds } from '#functions/job-kinds.ts'
import { runJob } from '#functions/jobs/run-job.ts'
import { setClock } from '#functions/shared/clock.ts'
import { readObject } from '#functions/shared/objects.ts'
import { readSheetRows } from '#functions/shared/sheet.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { startStore } from '#test/support/files.ts'
import { plant } from '#test/support/plant.ts'
import { ago, pass, rollRoom, startClock } from '#test/support/roll-room.ts'

let home: TestApi
let store: { stop(): Promise<void> }
let desk: Client
let operator: Client
let delegate: Client

beforeAll(async () => {
  startClock()
  home = await startApi(() => api)
  store = await startStore()
  await seedUnits()
  desk = await home.somebody(['secretariat', 'unit:unt_bo-cong-an'])
  operator = await home.somebody(['operator', 'unit:unt_ca-ninh-binh'])
  delegate = await home.somebody()
  await plant([
    personItem({ id: delegate.personId, name: 'Lê Văn C', rank: 'Đại tá', posts: [], version: 1 }),
  ])
})
beforeEach(startClock)
afterAll(async () => {
  await store.stop()
  await home.stop()
  setClock(() => new Date())
})

const room = () =>
  rollRoom(desk, operator, [
    { personId: delegate.personId, order: 1 },
    { name: '=1+1', order: 2 },
  ])
const codeAt = async (point: string) => (await operator.get(`${point}/check-ins/code`)).body.code as string
const present = (delegateId: string | undefined) => ({ delegateId, state: 'present' })

describe('a check-in', () => {
  it('makes nobody present until it is confirmed', async () => {
    const { path, point, ids } = await room()
    const code = await codeAt(point)
    expect(await delegate.post(`${point}/check-ins`, { code })).toMatchObject({
      status: 201,
      body: { delegateId: ids[0], state: 'claimed' },
    })
    expect((await desk.get(`${path}/attendance`)).body.totals).toMatchObject({ present: 0, unmarked: 2 })
    expect((await operator.get(`${point}/check-ins`)).body).toMatchObject({ claimed: 1 })
    const own = { delegateIds: [ids[0]] }
    expect((await delegate.post(`${point}/check-ins/confirm`, own)).status).toBe(403)
    expect((await operator.post(`${point}/check-ins/confirm`, own)).body.counts).toMatchObject({ present: 1 })
    expect((await operator.post(`${point}/check-ins/confirm`, own)).body.type).toBe(
      '/problems/check-in-absent',
    )
    expect((await desk.get(`${path}/attendance`)).body.totals).toMatchObject({ present: 1, unmarked: 1 })
    expect((await desk.get(`${path}/disagreements`)).body.items).toEqual([])
  })

  it('takes the code of now and the step beside, of this point, from the delegate only', async () => {
    const { path, point } = await room()
    const code = await codeAt(point)
    const claim = (who: Client, at = point) => who.post(`${at}/check-ins`, { code })
    expect((await claim(operator)).status).toBe(403)
    expect((await claim(delegate, `${path}/bridge-points/bpt_ca-ha-nam`)).status).toBe(403)
    expect((await delegate.post(`${point}/check-ins`, { code: '12345' })).status).toBe(400)
    pass(1)
    expect((await claim(delegate)).status).toBe(201)
    pass(2)
    expect((await claim(delegate)).body.type).toBe('/problems/check-in-code-wrong')
  })

  it('that contradicts a mark is a disagreement, until it is rejected', async () => {
    const { path, point, roll, ids } = await room()
    const check = async () => delegate.post(`${point}/check-ins`, { code: await codeAt(point) })
    const unsettled = async () => (await desk.get(`${path}/disagreements`)).body.unsettled
    await check()
    await operator.post(roll, { marks: [{ delegateId: ids[0], state: 'absent', reason: 'Công tác' }] })
    expect(await unsettled()).toBe(1)
    pass(1)
    const rejecting = { delegateIds: [ids[0]], reason: 'Không có trong phòng' }
    expect((await operator.post(`${point}/check-ins/reject`, rejecting)).status).toBe(200)
    expect(await unsettled()).toBe(0)
    pass(1)
    await check()
    expect(await unsettled()).toBe(1)
  })
})

it('attendance of a past moment is what held then, whenever it was told', async () => {
  const { path, roll, ids } = await room()
  pass(10)
  await operator.post(roll, { headCount: 3, marks: [present(ids[0])] })
  pass(20)
  await operator.post(roll, { claimedAt: ago(15), marks: [{ delegateId: ids[1], state: 'online' }] })
  await operator.post(roll, { marks: [{ delegateId: ids[0], state: 'absent', reason: 'Về sớm' }] })
  const totals = async (minutes: number) =>
    (await desk.get(`${path}/attendance?at=${ago(minutes)}`)).body.totals
  expect(await totals(25)).toMatchObject({ present: 0, unmarked: 2, heads: 0, expected: 2 })
  expect(await totals(18)).toMatchObject({ present: 1, online: 0, heads: 3 })
  expect(await totals(10)).toMatchObject({ present: 2, online: 1, absent: 0 })
  const now = (await desk.get(`${path}/attendance`)).body.totals
  expect(await totals(0)).toEqual(now)
})

it('what was expected at a past moment is what the card said then', async () => {
  const { path, point } = await room()
  const expected = async (minutes: number) =>
    (await desk.get(`${path}/attendance?at=${ago(minutes)}`)).body.totals.expected
  expect((await operator.put(`${point}/card`, { expected: 20, contacts: [] }, { version: 0 })).status).toBe(
    200,
  )
  pass(10)
  expect((await operator.put(`${point}/card`, { expected: 30, contacts: [] }, { version: 1 })).status).toBe(
    200,
  )
  pass(10)
  expect((await operator.put(`${point}/card`, { contacts: [] }, { version: 2 })).status).toBe(200)
  expect([await expected(21), await expected(15), await expected(5), await expected(0)]).toEqual([
    2, 20, 30, 2,
  ])
})

it('a point tells of each delegate when they were there', async () => {
  const { path, point, roll, ids } = await room()
  await operator.post(`${point}/join`)
  await operator.post(roll, {
    marks: [present(ids[0]), { delegateId: ids[1], state: 'absent', reason: 'Đến muộn' }],
  })
  pass(30)
  await operator.post(roll, { marks: [present(ids[1])] })
  pass(30)
  await desk.post(`${path}/close`)
  const { items, link } = (await desk.get(`${point}/attendance`)).body
  expect(link.connectedMs).toBe(60 * 60_000)
  expect(items[0].presence).toMatchObject({ connectedMs: 60 * 60_000, late: false })
  expect(items[1].presence).toMatchObject({ connectedMs: 30 * 60_000, late: true })
  const sheet = (await desk.get(`${point}/attendance-sheet`)).body
  expect(sheet).toMatchObject({ counts: { present: 2 }, items: [{ name: 'Lê Văn C', titles: 'Đại tá' }, {}] })
})

/** The bytes of an export ordered by the desk. */
const exported = async (path: string, format: 'csv' | 'xlsx') => {
  const { status, body } = await desk.post(`${path}/attendance/exports`, { format })
  expect(status).toBe(202)
  await runJob(body.jobId, jobKinds, { remainingMs: () => 900_000 })
  const headers = { Authorization: `Bearer ${await home.token(desk.sub)}` }
  const job = (await home.send(`/api/jobs/${body.jobId}`, { headers })).body
  expect(job).toMatchObject({ state: 'done', result: { points: 2, delegates: 2 } })
  const key = exportKey(body.jobId, job.result.file.digest)
  const bytes = await readObject(process.env.FILES_BUCKET ?? '', key)
  if (!bytes) throw new Error('no file')
  return bytes
}

it.each(['csv', 'xlsx'] as const)('is taken away as %s', async (format) => {
  const { path, roll, ids } = await room()
  await operator.post(roll, { marks: [present(ids[0])] })
  expect((await operator.post(`${path}/attendance/exports`, { format })).status).toBe(403)
  const bytes = await exported(path, format)
  if (format === 'xlsx') {
    const rows = await readSheetRows(bytes)
    expect(rows[0]?.cells).toEqual(['Nội dung', 'Số liệu'])
    return
  }
  const text = bytes.toString('utf8')
  expect(text).toMatch(/^\ufeffSTT,Điểm cầu,Họ và tên/)
  expect(text).toContain("'=1+1")
  expect(text).toContain('Có mặt')
})

it('a tablet that fell silent connects nobody any longer, on the screen and in the file', async () => {
  const { path, point, roll, ids } = await room()
  const { session } = (await operator.post(`${point}/join`)).body
  await operator.post(`${point}/heartbeat`, { session, media: 'up' })
  await operator.post(roll, { marks: [present(ids[0])] })
  for (const _ of Array(10)) {
    pass(1)
    await operator.post(`${point}/heartbeat`, { session, media: 'up' })
  }
  pass(50)
  await desk.post(`${path}/close`)
  pass(60 * 24 * 30)
  const { items } = (await desk.get(`${point}/attendance`)).body
  expect(items[0].presence.connectedMs).toBe(10 * 60_000)
  const row = (await exported(path, 'csv')).toString('utf8').split('\r\n')[1] ?? ''
  expect(row.split(',').slice(-4, -1)).toEqual(['10', '', ''])
})
