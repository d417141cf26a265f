// Every kind of disagreement found, settled into the figures, and raised again when the facts change.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { documentsOperations } from '#functions/attendance/entity.ts'
import { grantItem } from '#functions/grants/entity.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { newId } from '#functions/shared/new-id.ts'
import { write } from '#functions/shared/write.ts'
import type { Client, TestApi } from '#test/support/api.ts'
import { plant } from '#test/support/plant.ts'
import {
  ago,
  ninhBinh,
  pass,
  rollRoom,
  startClock,
  startRollHome,
  stopRollHome,
} from '#test/support/roll-room.ts'

let home: TestApi
let desk: Client
let operator: Client

beforeAll(async () => {
  ;({ home, desk, operator } = await startRollHome())
})
beforeEach(startClock)
afterAll(() => stopRollHome(home))

const room = () => rollRoom(desk, operator, [{ name: 'Đại biểu A' }, { name: 'Đại biểu B' }])
const present = (delegateId: string | undefined) => ({ delegateId, state: 'present' })
const absent = (delegateId: string | undefined) => ({ delegateId, state: 'absent', reason: 'Công tác' })
const totals = async (path: string) => (await desk.get(`${path}/attendance`)).body.totals
const found = async (path: string) => (await desk.get(`${path}/disagreements`)).body
const settle = (path: string, id: string, chosen: string) =>
  desk.post(`${path}/disagreements/${id}/settle`, { chosen, reason: 'Đã xác minh' })

describe('two sources that mark a delegate differently', () => {
  it('are both kept, settled into the totals, and raised again by another mark', async () => {
    const { path, roll, ids } = await room()
    await operator.post(roll, { marks: [present(ids[0])] })
    pass(1)
    await desk.post(roll, { marks: [absent(ids[0])] })
    expect(await totals(path)).toMatchObject({ present: 0, absent: 1 })
    const { items, unsettled } = await found(path)
    expect([unsettled, items[0].kind, items[0].delegateId]).toEqual([1, 'sources-differ', ids[0]])
    expect(items[0].statements).toMatchObject([{ source: 'secretariat' }, { source: 'operator' }])
    const chosen = items[0].statements[1].event
    expect((await settle(path, items[0].id, 'roll')).status).toBe(400)
    expect(
      (await operator.post(`${path}/disagreements/${items[0].id}/settle`, { chosen, reason: 'x' })).status,
    ).toBe(403)
    pass(1)
    expect((await settle(path, items[0].id, chosen)).status).toBe(200)
    expect(await totals(path)).toMatchObject({ present: 1, absent: 0 })
    expect((await found(path)).unsettled).toBe(0)
    pass(1)
    await desk.post(roll, { marks: [{ delegateId: ids[0], state: 'online' }] })
    expect((await found(path)).unsettled).toBe(1)
  })

  it('may be settled that neither holds', async () => {
    const { path, roll, ids } = await room()
    await operator.post(roll, { marks: [present(ids[0])] })
    await desk.post(roll, { marks: [absent(ids[0])] })
    pass(1)
    await settle(path, `sources-differ.${ninhBinh}.${ids[0]}`, 'neither')
    expect(await totals(path)).toMatchObject({ present: 0, absent: 0, unmarked: 2 })
  })
})

describe('two tablets of one point', () => {
  const tablet = (device: string, mark: object, seen?: string) => ({
    device,
    marks: [mark],
    ...(seen ? { seen } : {}),
  })

  it('that did not know of each other differ', async () => {
    const { path, roll, ids } = await room()
    await operator.post(roll, tablet('one', present(ids[0])))
    await operator.post(roll, tablet('two', absent(ids[0])))
    const sheet = (await operator.get(roll)).body
    expect(sheet.items.find(({ id }: { id: string }) => id === ids[0]).differing).toHaveLength(2)
    expect((await found(path)).unsettled).toBe(1)
  })

  it('correct one another knowingly, and the earlier mark stays to be seen', async () => {
    const { path, roll, ids } = await room()
    await operator.post(roll, tablet('one', present(ids[0])))
    pass(1)
    const { seen } = (await operator.get(roll)).body
    await operator.post(roll, tablet('two', absent(ids[0]), seen))
    const line = (await operator.get(roll)).body.items.find(({ id }: { id: string }) => id === ids[0])
    expect(line).toMatchObject({ mark: { state: 'absent' }, before: [{ state: 'present' }] })
    expect(line.before[0].by).toMatch(/^Cán bộ/)
    expect(JSON.stringify(line)).not.toContain(operator.sub)
    expect((await found(path)).items).toEqual([])
  })
})

it('fewer heads than marked: the roll or nobody knows, as settled', async () => {
  const { path, roll, ids } = await room()
  await operator.post(roll, { headCount: 1, marks: ids.map(present) })
  pass(1)
  const id = `heads-below-present.${ninhBinh}`
  await settle(path, id, 'roll')
  expect((await totals(path)).heads).toBe(2)
  pass(1)
  await settle(path, id, 'neither')
  expect((await totals(path)).heads).toBe(0)
  expect((await found(path)).items).toMatchObject([
    { kind: 'heads-below-present', settled: { chosen: 'neither' } },
  ])
})

it('a roll without a link is set aside where the link is believed, and counts again where the roll is', async () => {
  const { path, roll, ids } = await room()
  await operator.post(roll, { headCount: 5, marks: ids.map(present) })
  pass(60)
  await desk.post(`${path}/close`)
  const id = `roll-without-link.${ninhBinh}`
  pass(1)
  await settle(path, id, 'link')
  expect(await totals(path)).toMatchObject({ present: 0, unmarked: 2, heads: 0 })
  pass(1)
  await settle(path, id, 'roll')
  expect(await totals(path)).toMatchObject({ present: 2, heads: 5 })
  expect((await found(path)).unsettled).toBe(0)
})

it('a link tried in rehearsal alone is none of the session, in state and log alike', async () => {
  const { path, point, roll, ids } = await room()
  await desk.post(`${path}/reopen`, { reason: 'Nhầm' })
  const { session } = (await operator.post(`${point}/join`, {})).body
  pass(1)
  await operator.post(`${point}/leave`, { session })
  pass(1)
  await desk.post(`${path}/start`)
  pass(1)
  await operator.post(roll, { marks: ids.map(present) })
  await desk.post(`${path}/close`)
  const without = [{ kind: 'roll-without-link' }]
  expect((await found(path)).items).toMatchObject(without)
  pass(11)
  expect((await found(path)).items).toMatchObject(without)
})

it('marks of an ended grant are kept, raised, and counted once settled that they hold', async () => {
  const { path, roll, ids } = await room()
  pass(10)
  const leaver = await home.somebody()
  const span = { validFrom: '1900-01-01T00:00:00.000Z', validTo: ago(5) }
  const grant = { id: newId('grt'), sub: leaver.sub, personId: leaver.personId, ...span, grantedBy: 'test' }
  await plant([grantItem({ ...grant, role: 'operator', scope: 'unit:unt_ca-ninh-binh' })])
  await operator.post(roll, { headCount: 40, marks: [present(ids[1])] })
  await operator.post(roll, { marks: [{ delegateId: ids[1], state: 'unmarked' }] })
  const marks = [present(ids[0])]
  expect((await leaver.post(roll, { marks })).status).toBe(403)
  const sent = await leaver.post(roll, { claimedAt: ago(8), marks })
  expect(sent).toMatchObject({ status: 201, body: { held: true } })
  expect(sent.body.counts).not.toHaveProperty('heads')
  expect(await totals(path)).toMatchObject({ present: 0 })
  const { items } = await found(path)
  expect(items).toMatchObject([{ kind: 'ended-grant', statements: [{ marks: 1 }] }])
  expect((await desk.get(`${path}/attendance?at=${ago(4)}`)).body.totals).toMatchObject({ present: 0 })
  pass(1)
  await settle(path, items[0].id, 'mark')
  expect(await totals(path)).toMatchObject({ present: 1 })
  expect((await desk.get(`${path}/attendance?at=${ago(4)}`)).body.totals).toMatchObject({ present: 1 })
  expect((await desk.get(`${path}/attendance?at=${ago(10)}`)).body.totals).toMatchObject({ present: 0 })
  pass(1)
  await settle(path, items[0].id, 'neither')
  expect(await totals(path)).toMatchObject({ present: 0, unmarked: 2 })
})

it('documents that differ are raised by whoever enters them, and taken back when they agree', async () => {
  const { id, path } = await room()
  const actor = systemActor('test', 'req_test')
  const award = newId('cmd')
  const say = async (...texts: string[]) => {
    const statements = texts.map((text, at) => ({
      event: newId('evt'),
      source: `Báo cáo ${at + 1}`,
      at: ago(0),
      text,
    }))
    const told = { id: award, subject: 'Cờ thi đua xuất sắc', statements }
    const operations = await documentsOperations(actor, id, told)
    if (operations.length > 0) await write(actor, award, ...operations)
    return statements
  }
  await say('3 cá nhân', '3 cá nhân')
  expect((await found(path)).items).toEqual([])
  const [first] = await say('3 cá nhân', '2 tập thể')
  expect((await found(path)).items).toMatchObject([
    { kind: 'documents-differ', subject: 'Cờ thi đua xuất sắc' },
  ])
  expect((await settle(path, `documents-differ.${award}`, first?.event ?? '')).status).toBe(200)
  expect((await found(path)).unsettled).toBe(0)
  await say('3 cá nhân', '4 tập thể')
  expect((await found(path)).unsettled).toBe(1)
  await say('3 cá nhân')
  expect((await found(path)).items).toEqual([])
})
