// A start or a close that was a mistake: what was marked meanwhile counts as what it turned out to be.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadConference } from '#functions/conferences/entity.ts'
import { loadHistory } from '#functions/minutes/load-facts.ts'
import type { Client, TestApi } from '#test/support/api.ts'
import { ago, pass, rollRoom, startClock, startRollHome, stopRollHome } from '#test/support/roll-room.ts'

let home: TestApi
let desk: Client
let operator: Client

beforeAll(async () => {
  ;({ home, desk, operator } = await startRollHome())
})
beforeEach(startClock)
afterAll(() => stopRollHome(home))

const present = (delegateId: string | undefined) => ({ delegateId, state: 'present' })
const absent = (delegateId: string | undefined) => ({ delegateId, state: 'absent', reason: 'Công tác' })
const nobody = { present: 0, absent: 0, substituted: 0, heads: 0 }
const attendance = async (path: string, at?: string) =>
  (await desk.get(`${path}/attendance${at ? `?at=${at}` : ''}`)).body
const reopen = async (path: string) =>
  expect((await desk.post(`${path}/reopen`, { reason: 'Nhầm' })).status).toBeLessThan(300)

/** Two delegates marked and five heads counted in a session that was started by mistake, and is rehearsal again. */
const undone = async () => {
  const room = await rollRoom(desk, operator, [{ name: 'Đại biểu A' }, { name: 'Đại biểu B' }])
  await operator.post(room.roll, { headCount: 1, marks: [present(room.ids[0]), present(room.ids[1])] })
  await desk.post(room.roll, { marks: [absent(room.ids[0])] })
  pass(1)
  await reopen(room.path)
  return room
}

describe('what was marked in a session that was started by mistake', () => {
  it('is rehearsal: it counts nobody and contradicts nobody', async () => {
    const { path, point, roll } = await undone()
    const marked = ago(1)
    for (const at of [undefined, marked]) {
      const { totals, items } = await attendance(path, at)
      expect(totals).toMatchObject(nobody)
      expect(items.find(({ pointId }: { pointId: string }) => point.endsWith(pointId))).not.toHaveProperty(
        'rolledAt',
      )
    }
    expect((await desk.get(`${path}/board`)).body.totals).toMatchObject(nobody)
    const sheet = (await desk.get(roll)).body
    expect(sheet.counts).toMatchObject({ present: 0, absent: 0 })
    expect(sheet.items[0].mark).toMatchObject({ state: 'absent', standing: 'rehearsal' })
    expect(sheet.items[0]).not.toHaveProperty('differing')
    const printed = (await desk.get(`${point}/attendance-sheet`)).body
    expect(printed).not.toHaveProperty('rolledAt')
    expect(printed.items[0].state).toBe('unmarked')
    expect((await desk.get(`${path}/disagreements`)).body).toEqual({ items: [], unsettled: 0 })
  })

  it('stays so when the session has begun in earnest, in figures, disagreements and minutes', async () => {
    const { id, path, point, roll, ids } = await undone()
    pass(1)
    await desk.post(`${path}/start`)
    pass(1)
    expect((await attendance(path)).totals).toMatchObject(nobody)
    const taken = (await operator.post(roll, { marks: [present(ids[1])] })).body
    expect(taken.counts).toMatchObject({ present: 1, absent: 0 })
    expect(taken.counts).not.toHaveProperty('heads')
    expect((await attendance(path)).totals).toMatchObject({ present: 1, absent: 0, heads: 0, unmarked: 1 })
    const { items } = (await desk.get(`${point}/attendance`)).body
    expect(items[0].presence.stays).toEqual([])
    await operator.post(`${point}/join`, {})
    pass(1)
    await desk.post(`${path}/close`)
    expect((await desk.get(`${path}/disagreements`)).body.unsettled).toBe(0)
    pass(11)
    expect((await desk.get(`${path}/disagreements`)).body.unsettled).toBe(0)
    const { facts, unsettled } = await loadHistory(await loadConference(id))
    expect(unsettled).toBe(0)
    const ours = facts.attendance.find(({ id: pointId }) => point.endsWith(pointId))
    expect(ours).not.toHaveProperty('heads')
    expect(ours?.delegates.map(({ mark }) => mark)).toEqual([undefined, 'present'])
  })
})

it('marks after a mistaken close are of the session that went on', async () => {
  const { id, path, roll, ids, point } = await rollRoom(desk, operator, [{ name: 'A' }, { name: 'B' }])
  await desk.post(`${path}/close`)
  pass(1)
  expect((await operator.post(roll, { marks: [present(ids[0])] })).body.standing).toBe('late')
  pass(1)
  await reopen(path)
  expect((await desk.get(roll)).body.items[0].mark.standing).toBe('attendance')
  pass(1)
  await desk.post(`${path}/close`)
  pass(1)
  await operator.post(roll, { marks: [present(ids[1])] })
  const { items } = (await desk.get(`${point}/attendance-sheet`)).body
  expect(items.map(({ late }: { late: boolean }) => late)).toEqual([false, true])
  const { facts } = await loadHistory(await loadConference(id))
  const ours = facts.attendance.find(({ id: pointId }) => point.endsWith(pointId))
  expect(ours?.delegates.map(({ late = false }) => late)).toEqual([false, true])
})
