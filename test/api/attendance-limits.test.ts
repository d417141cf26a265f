// Where roll calls end: points taken out of a conference, and texts no item could hold.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { disagreementsIn } from '#functions/attendance/disagreements.rules.ts'
import { now } from '#functions/shared/clock.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import type { Client, TestApi } from '#test/support/api.ts'
import { pass, rollRoom, startClock, startRollHome, stopRollHome } from '#test/support/roll-room.ts'

let home: TestApi
let desk: Client
let operator: Client

beforeAll(async () => {
  ;({ home, desk, operator } = await startRollHome())
})
beforeEach(startClock)
afterAll(() => stopRollHome(home))

const present = (delegateId: string | undefined) => ({ delegateId, state: 'present' })

describe('a point that was taken out', () => {
  /** Marked in a start that was undone, connected, and then taken out. */
  const withdrawn = async () => {
    const room = await rollRoom(desk, operator, [{ name: 'Đại biểu A' }])
    const joined = await operator.post(`${room.point}/join`, {})
    await operator.post(room.roll, { headCount: 3, marks: [present(room.ids[0])] })
    await desk.post(`${room.path}/reopen`, { reason: 'Nhầm' })
    pass(1)
    expect((await desk.post(`${room.point}/remove`, { reason: 'Không dự' })).body.outcome).toBe('withdrawn')
    return { ...room, session: joined.body.session }
  }

  it('takes no roll, no check-in and no heartbeat; its session can be ended', async () => {
    const { point, roll, ids, session } = await withdrawn()
    const refused = { status: 409, body: { type: expect.stringContaining('point-withdrawn') } }
    expect(await operator.post(roll, { marks: [present(ids[0])] })).toMatchObject(refused)
    const decided = { delegateIds: [ids[0]] }
    expect(await operator.post(`${point}/check-ins/confirm`, decided)).toMatchObject(refused)
    expect(await operator.get(`${point}/check-ins/code`)).toMatchObject(refused)
    expect(await operator.post(`${point}/heartbeat`, { session, media: 'up' })).toMatchObject(refused)
    expect((await operator.post(`${point}/leave`, { session })).status).toBeLessThan(300)
  })

  it('is no point of the figures, and is left out of disagreements in state and log alike', async () => {
    const { id, path } = await withdrawn()
    pass(1)
    await desk.post(`${path}/start`)
    pass(60)
    expect((await desk.get(`${path}/attendance`)).body.totals).toMatchObject({
      points: 1,
      present: 0,
      heads: 0,
    })
    await desk.post(`${path}/close`)
    expect((await desk.get(`${path}/disagreements`)).body.items).toEqual([])
    pass(1)
    expect(disagreementsIn(await wholeLog(id, now()), now().toISOString())).toEqual([])
  })
})

describe('a call with more text than an item holds', () => {
  const long = 'ề'.repeat(490)

  it('is refused with the field named, and in parts until the roll is full', async () => {
    const list = Array.from({ length: 400 }, (_, at) => ({ name: `Đại biểu ${at}` }))
    const { roll, ids, path } = await rollRoom(desk, operator, list)
    const absent = ids.map((delegateId) => ({ delegateId, state: 'absent', reason: long }))
    const whole = await operator.post(roll, { marks: absent })
    expect([whole.status, whole.body.errors[0].pointer]).toEqual([400, '/marks'])
    const answers: number[] = []
    for (let from = 0; from < absent.length; from += 80)
      answers.push((await operator.post(roll, { marks: absent.slice(from, from + 80) })).status)
    expect(new Set(answers)).toEqual(new Set([201, 409]))
    expect(answers[0]).toBe(201)
    const short = ids.map((delegateId) => ({ delegateId, state: 'absent', reason: 'Công tác' }))
    expect((await operator.post(roll, { marks: short })).status).toBe(201)
    expect((await desk.get(`${path}/attendance`)).body.totals.absent).toBe(400)
  }, 20_000)
})
