// Roll calls, attendance and disagreements over HTTP, on the real engine.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { disagreementsIn } from '#functions/attendance/disagreements.rules.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { setClock } from '#functions/shared/clock.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'

let home: TestApi
let secretary: Client
let operator: Client
let neighbour: Client
let clock = 0

const minutes = (count: number) => {
  clock += count * 60_000
}

beforeAll(async () => {
  setClock(() => new Date(clock))
  clock = Date.parse('2022-11-23T06:30:00Z')
  home = await startApi(() => api)
  await seedUnits()
  secretary = await home.somebody(['secretariat', 'unit:unt_bo-cong-an'])
  operator = await home.somebody(['operator', 'unit:unt_ca-ninh-binh'])
  neighbour = await home.somebody(['operator', 'unit:unt_ca-ha-nam'])
})
beforeEach(() => {
  clock = Date.parse('2022-11-23T06:30:00Z')
})
afterAll(async () => {
  await home.stop()
  setClock(() => new Date())
})

const ours = '/bridge-points/bpt_ca-ninh-binh'

/** An open conference with a point of Ninh Bình (and one of Hà Nam) and its delegates. */
const rehearsing = async (delegates = 3) => {
  const input = {
    title: ['Hội nghị'],
    hostUnitId: 'unt_bo-cong-an',
    venue: 'Hà Nội',
    startsAt: '2022-11-23T14:00:00+07:00',
  }
  const path = `/api/conferences/${(await secretary.post('/api/conferences', input)).body.id}`
  await secretary.post(`${path}/bridge-points`, { unitIds: ['unt_ca-ninh-binh', 'unt_ca-ha-nam'] })
  const list = Array.from({ length: delegates }, (_, at) => ({ name: `Đại biểu ${at}`, order: at + 1 }))
  const added = await operator.post(`${path}${ours}/delegates`, { delegates: list })
  await secretary.post(`${path}/schedule`)
  await secretary.post(`${path}/open`)
  const ids: string[] = added.body.items.map(({ id }: { id: string }) => id)
  return { path, ids, roll: `${path}${ours}/roll-call` }
}

const inSession = async (delegates?: number) => {
  const room = await rehearsing(delegates)
  await secretary.post(`${room.path}/start`)
  minutes(1)
  return room
}

const present = (delegateId: string | undefined) => ({ delegateId, state: 'present' })
const absent = (delegateId: string | undefined) => ({ delegateId, state: 'absent', reason: 'Công tác' })

describe('taking the roll', () => {
  it('marks many at once and shows on sheet, board and totals', async () => {
    const { path, ids, roll } = await inSession(4)
    const marks = [
      present(ids[0]),
      { delegateId: ids[1], state: 'online' },
      absent(ids[2]),
      { delegateId: ids[3], state: 'substituted', substitute: { name: 'Trần B', rank: 'Thượng tá' } },
    ]
    const counts = { present: 2, online: 1, absent: 1, substituted: 1, heads: 7 }
    expect(await operator.post(roll, { headCount: 7, marks })).toMatchObject({
      status: 201,
      body: { standing: 'attendance', counts },
    })
    const sheet = (await secretary.get(roll)).body
    expect(sheet.items[3].mark).toMatchObject({ state: 'substituted', substitute: 'Thượng tá Trần B' })
    const { totals, items } = (await operator.get(`${path}/attendance`)).body
    expect(totals).toMatchObject({ points: 2, expected: 4, unmarked: 0, ...counts })
    expect((await operator.get(`${path}/board`)).body.items).toEqual(items)
  })

  it('is rehearsal before the start, and then counts nobody', async () => {
    const { path, ids, roll } = await rehearsing()
    expect((await operator.post(roll, { headCount: 9, marks: [present(ids[0])] })).body).toMatchObject({
      standing: 'rehearsal',
      counts: { present: 0 },
    })
    await secretary.post(`${path}/start`)
    minutes(5)
    expect((await operator.get(`${path}/attendance`)).body.totals).toMatchObject({
      present: 0,
      heads: 0,
      unmarked: 3,
    })
    await operator.post(roll, { marks: [present(ids[0])] })
    expect((await operator.get(`${path}/attendance`)).body.totals).toMatchObject({ present: 1, heads: 0 })
  })

  it('is kept after the close and marked late, even when claimed earlier', async () => {
    const { path, ids, roll } = await inSession()
    minutes(60)
    await secretary.post(`${path}/close`)
    minutes(2)
    const claimedAt = new Date(clock - 30 * 60_000).toISOString()
    expect((await operator.post(roll, { claimedAt, marks: [present(ids[0])] })).body.standing).toBe('late')
    expect((await operator.get(roll)).body.items[0].mark).toMatchObject({ at: claimedAt, standing: 'late' })
  })

  it('lets the later claim hold, whichever arrives first', async () => {
    const { ids, roll } = await inSession()
    minutes(30)
    const claimed = (minute: number) => new Date(clock - minute * 60_000).toISOString()
    await operator.post(roll, { claimedAt: claimed(5), marks: [present(ids[0])] })
    await operator.post(roll, { claimedAt: claimed(20), marks: [absent(ids[0])] })
    expect((await operator.get(roll)).body.items[0].mark.state).toBe('present')
  })

  it('takes ten tablets at once, and a repeat once', async () => {
    const { path, ids, roll } = await inSession(10)
    const calls = await Promise.all(ids.map((id) => operator.post(roll, { marks: [present(id)] })))
    expect(calls.map(({ status }) => status)).toEqual(ids.map(() => 201))
    const key = randomUUID()
    const twins = await Promise.all([1, 2].map(() => operator.post(roll, { headCount: 10 }, { key })))
    expect(twins[1]?.body).toEqual(twins[0]?.body)
    expect((await operator.get(`${path}/attendance`)).body.totals).toMatchObject({ present: 10, heads: 10 })
    const events = await wholeLog(path.split('/').at(-1) ?? '', new Date(clock))
    expect(events.filter(({ name }) => name === 'roll-call.taken')).toHaveLength(11)
  })

  it('refuses unknown delegates by line, marks that say too little, and rooms not open', async () => {
    const { path, ids, roll } = await inSession()
    const stranger = 'dlg_01GJHZ00000000000000000000'
    expect(await operator.post(roll, { marks: [present(ids[0]), present(stranger)] })).toMatchObject({
      status: 422,
      body: { type: '/problems/delegate-unknown', errors: [{ pointer: '/marks/1/delegateId' }] },
    })
    expect(
      (await operator.post(roll, { marks: [{ delegateId: ids[0], state: 'absent' }] })).body.errors,
    ).toMatchObject([{ pointer: '/marks/0/reason' }])
    expect(
      (await operator.post(`${path}/bridge-points/bpt_nowhere/roll-call`, { headCount: 1 })).status,
    ).toBe(404)
    const draft = await secretary.post('/api/conferences', {
      title: ['X'],
      hostUnitId: 'unt_bo-cong-an',
      venue: 'X',
      startsAt: '2022-11-23T14:00:00+07:00',
    })
    const early = `/api/conferences/${draft.body.id}`
    await secretary.post(`${early}/bridge-points`, { unitIds: ['unt_ca-ninh-binh'] })
    expect((await operator.post(`${early}${ours}/roll-call`, { headCount: 1 })).body.type).toBe(
      '/problems/conference-state',
    )
  })

  it("is the point's operator's and the secretariat's", async () => {
    const { path, ids, roll } = await inSession()
    expect((await neighbour.post(roll, { marks: [present(ids[0])] })).status).toBe(403)
    expect((await secretary.post(roll, { marks: [absent(ids[0])] })).status).toBe(201)
    expect((await operator.get(roll)).body.items[0].mark).toMatchObject({ rank: 3 })
    const outsider = await home.somebody(['operator', 'unit:unt_ca-hue'])
    for (const read of [roll, `${path}/attendance`, `${path}/disagreements`])
      expect((await outsider.get(read)).status).toBe(403)
  })
})

describe('disagreements', () => {
  const neverLinked = 'roll-without-link.bpt_ca-ninh-binh'

  /** Closed, with a roll but no link at Ninh Bình, and fewer heads than marked. */
  const closed = async () => {
    const room = await inSession()
    await operator.post(room.roll, { headCount: 1, marks: room.ids.map(present) })
    await neighbour.post(`${room.path}/bridge-points/bpt_ca-ha-nam/join`)
    minutes(60)
    await secretary.post(`${room.path}/close`)
    return { ...room, id: room.path.split('/').at(-1) ?? '' }
  }

  const kindsOf = (body: { items: { kind: string }[] }) => body.items.map(({ kind }) => kind).toSorted()

  it('are told from what stands and from the log alike', async () => {
    const { path, id } = await closed()
    const { body } = await operator.get(`${path}/disagreements`)
    expect(body.unsettled).toBe(3)
    expect(kindsOf(body)).toEqual(['heads-below-present', 'link-without-roll', 'roll-without-link'])
    const events = await wholeLog(id, new Date(clock))
    expect(kindsOf({ items: disagreementsIn(events, new Date(clock).toISOString()) })).toEqual(kindsOf(body))
  })

  it('are settled with a choice and a reason; other figures are unsettled again', async () => {
    const { path, id, roll } = await closed()
    const heads = `${path}/disagreements/heads-below-present.bpt_ca-ninh-binh/settle`
    const settling = { chosen: 'roll', reason: 'Đếm sót hàng ghế sau' }
    const key = randomUUID()
    const settled = await secretary.post(heads, settling, { key })
    expect(settled).toMatchObject({ status: 200, body: { heads: 1, room: 3, settled: settling } })
    expect((await secretary.post(heads, settling, { key })).body).toEqual(settled.body)
    expect((await operator.get(`${path}/disagreements`)).body.unsettled).toBe(2)
    const events = await wholeLog(id, new Date(clock))
    const told = disagreementsIn(events, new Date(clock).toISOString())
    expect(told.filter(({ settled }) => settled)).toMatchObject([{ heads: 1, room: 3, settled: settling }])
    minutes(1)
    await operator.post(roll, { headCount: 2 })
    expect((await operator.get(`${path}/disagreements`)).body.unsettled).toBe(3)
    expect((await secretary.post(heads, { ...settling, chosen: 'heads' })).body.settled.chosen).toBe('heads')
  })

  it('refuse what is none, foreign sources and other actors', async () => {
    const { path } = await closed()
    const settle = `${path}/disagreements/${neverLinked}/settle`
    expect((await operator.post(settle, { chosen: 'roll', reason: 'x' })).status).toBe(403)
    expect((await secretary.post(settle, { chosen: 'heads', reason: 'x' })).body.errors).toMatchObject([
      { pointer: '/chosen' },
    ])
    expect((await secretary.post(settle, { chosen: 'roll' })).status).toBe(400)
    const none = `${path}/disagreements/link-without-roll.bpt_ca-ninh-binh/settle`
    expect((await secretary.post(none, { chosen: 'link', reason: 'x' })).body.type).toBe(
      '/problems/disagreement-absent',
    )
  })
})
