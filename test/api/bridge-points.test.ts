// Bridge points over HTTP: adding, readiness, links, delegations and the board, on the real engine.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { api } from '#functions/api.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { provincialPoliceOn } from '#functions/directory/units.data.ts'
import { setClock } from '#functions/shared/clock.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'

let home: TestApi
let secretary: Client
let operator: Client
let neighbour: Client
let clock = Date.parse('2022-11-23T06:30:00Z')

beforeAll(async () => {
  setClock(() => new Date(clock))
  home = await startApi(() => api)
  await seedUnits()
  secretary = await home.somebody(['secretariat', 'unit:unt_bo-cong-an'])
  operator = await home.somebody(['operator', 'unit:unt_ca-ninh-binh'])
  neighbour = await home.somebody(['operator', 'unit:unt_ca-ha-nam'])
})
afterAll(async () => {
  await home.stop()
  setClock(() => new Date())
})

const sixtyThree = provincialPoliceOn('2022-11-23').map(({ id }) => id)

const draft = async () => {
  const input = {
    title: ['Hội nghị'],
    hostUnitId: 'unt_bo-cong-an',
    venue: 'Hà Nội',
    startsAt: '2022-11-23T14:00:00+07:00',
  }
  return `/api/conferences/${(await secretary.post('/api/conferences', input)).body.id}`
}

const open = async (unitIds = ['unt_ca-ninh-binh']) => {
  const path = await draft()
  await secretary.post(`${path}/bridge-points`, { unitIds })
  await secretary.post(`${path}/schedule`)
  await secretary.post(`${path}/open`)
  return path
}

const ours = (path: string, rest = '') => `${path}/bridge-points/bpt_ca-ninh-binh${rest}`
const pass = { picture: 'pass', sound: 'pass', network: 'pass' }
const soundFails = { ...pass, sound: 'fail' }

const ownLine = async (path: string) => {
  const { body } = await operator.get(`${path}/board`)
  return body.items.find(({ pointId }: { pointId: string }) => pointId === 'bpt_ca-ninh-binh')
}

describe('adding points', () => {
  it('refuses a key used for other units before it gives any of them a point', async () => {
    const path = await draft()
    const key = randomUUID()
    await secretary.post(`${path}/bridge-points`, { unitIds: sixtyThree.slice(0, 1) }, { key })
    const reused = await secretary.post(`${path}/bridge-points`, { unitIds: sixtyThree }, { key })
    expect(reused.status).toBe(422)
    expect((await secretary.get(`${path}/board`)).body.items).toHaveLength(1)
  })

  it('gives 63 units a point in one call, the centre first on the board', async () => {
    const path = await draft()
    const made = await secretary.post(`${path}/bridge-points`, { unitIds: sixtyThree })
    expect(made.status).toBe(201)
    expect(made.body.items).toHaveLength(63)
    const centre = { unitIds: ['unt_bo-cong-an'], kind: 'central', expected: 40 }
    await secretary.post(`${path}/bridge-points`, centre)
    const { body } = await secretary.get(`${path}/board`)
    expect(body.items).toHaveLength(64)
    expect(body.items[0]).toMatchObject({ kind: 'central', expected: 40, state: 'not-connected' })
    expect(body.items[1]).toMatchObject({ shortName: 'An Giang' })
  })

  it('leaves points that are there as they are; a repeat is harmless', async () => {
    const path = await draft()
    const input = { unitIds: sixtyThree.slice(0, 30), expected: 12 }
    const key = randomUUID()
    const twins = await Promise.all([1, 2].map(() => secretary.post(`${path}/bridge-points`, input, { key })))
    expect(twins.map(({ status }) => status)).toEqual([201, 201])
    const more = await secretary.post(`${path}/bridge-points`, {
      unitIds: sixtyThree.slice(0, 40),
      expected: 5,
    })
    expect(more.body.items).toHaveLength(40)
    expect(more.body.items.filter(({ expected }: { expected: number }) => expected === 12)).toHaveLength(30)
    const other = await secretary.post(`${path}/bridge-points`, { unitIds: sixtyThree }, { key })
    expect(other.body.type).toBe('/problems/idempotency-key-reused')
  })

  it('names the units that do not stand on that day, and refuses more than 100', async () => {
    const path = await draft()
    const unitIds = ['unt_ca-ha-nam', 'unt_nowhere']
    expect(await secretary.post(`${path}/bridge-points`, { unitIds })).toMatchObject({
      status: 422,
      body: { type: '/problems/unit-unknown', errors: [{ pointer: '/unitIds/1' }] },
    })
    const many = Array.from({ length: 101 }, (_, at) => `unt_${at}`)
    expect((await secretary.post(`${path}/bridge-points`, { unitIds: many })).status).toBe(400)
  })

  it("is the secretariat's of the host", async () => {
    const path = await open()
    expect((await operator.post(`${path}/bridge-points`, { unitIds: ['unt_ca-ha-nam'] })).status).toBe(403)
  })

  it('invites: the operator finds the conference, a stranger does not read it', async () => {
    const path = await open()
    await vi.waitFor(async () => {
      const { body } = await operator.get('/api/conferences?limit=100')
      expect(body.items.map(({ id }: { id: string }) => path.endsWith(id))).toContain(true)
    })
    expect((await operator.get(path)).status).toBe(200)
    for (const read of ['', '/board', '/bridge-points', '/bridge-points/bpt_ca-ninh-binh/delegates'])
      expect((await neighbour.get(path + read)).status).toBe(403)
    expect((await neighbour.get(ours(path))).status).toBe(403)
  })

  it('lists points page by page', async () => {
    const path = await open(sixtyThree.slice(0, 5).concat('unt_ca-ninh-binh'))
    const first = await operator.get(`${path}/bridge-points?limit=4`)
    const next = `${path}/bridge-points?limit=4&cursor=${encodeURIComponent(first.body.cursor)}`
    const second = await operator.get(next)
    expect([first.body.items.length, second.body.items.length]).toEqual([4, 2])
    expect((await secretary.get(next)).body.type).toBe('/problems/cursor-invalid')
    expect((await operator.get(`${path}/bridge-points/bpt_nowhere`)).status).toBe(404)
  })
})

describe('readiness', () => {
  it('shows a fault until a later check passes', async () => {
    const path = await open()
    const failed = await operator.post(ours(path, '/readiness'), { checks: soundFails, note: 'Rè tiếng' })
    expect(failed).toMatchObject({ status: 201, body: { row: { state: 'fault', faults: ['sound'] } } })
    clock += 60_000
    await operator.post(ours(path, '/readiness'), { checks: pass })
    expect(await ownLine(path)).toMatchObject({ state: 'checking', faults: [] })
  })

  it('is refused before the room opens and to other units', async () => {
    const path = await draft()
    await secretary.post(`${path}/bridge-points`, { unitIds: ['unt_ca-ninh-binh', 'unt_ca-ha-nam'] })
    const early = await operator.post(ours(path, '/readiness'), { checks: pass })
    expect(early.body.type).toBe('/problems/conference-state')
    expect((await neighbour.post(ours(path, '/readiness'), { checks: pass })).status).toBe(403)
    expect((await operator.post(ours(path, '/readiness'), { checks: { picture: 'pass' } })).status).toBe(400)
  })
})

describe('the link', () => {
  it('joins, drops and joins again; the earlier stay stays', async () => {
    const path = await open()
    const first = await operator.post(ours(path, '/join'))
    expect(first).toMatchObject({ status: 201, body: { link: { linkState: 'up' } } })
    expect(await ownLine(path)).toMatchObject({ state: 'connected', since: first.body.link.since })
    clock += 600_000
    const { session } = first.body
    const gone = await operator.post(ours(path, '/leave'), { session, how: 'dropped' })
    expect(gone.body.link).toMatchObject({ linkState: 'dropped', stays: [{ from: first.body.link.since }] })
    expect((await ownLine(path)).state).toBe('lost')
    clock += 60_000
    await operator.post(ours(path, '/join'))
    expect((await operator.get(ours(path))).body.link.stays).toHaveLength(2)
  })

  it('takes ten tablets at once', async () => {
    const path = await open()
    const joins = await Promise.all(Array.from({ length: 10 }, () => operator.post(ours(path, '/join'))))
    expect(joins.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201))
    expect(new Set(joins.map(({ body }) => body.session)).size).toBe(10)
  })

  it('answers a repeat with the same session', async () => {
    const path = await open()
    const key = randomUUID()
    const first = await operator.post(ours(path, '/join'), {}, { key })
    expect((await operator.post(ours(path, '/join'), {}, { key })).body.session).toBe(first.body.session)
  })

  it('refuses others, rooms that are not open and sessions that are not', async () => {
    const path = await open(['unt_ca-ninh-binh', 'unt_ca-ha-nam'])
    expect((await neighbour.post(ours(path, '/join'))).status).toBe(403)
    const session = 'lnk_01GJHZ00000000000000000000'
    expect((await operator.post(ours(path, '/leave'), { session })).body.type).toBe(
      '/problems/session-unknown',
    )
    expect((await neighbour.post(ours(path, '/leave'), { session })).status).toBe(403)
    await secretary.post(`${path}/start`)
    await secretary.post(`${path}/close`)
    expect((await operator.post(ours(path, '/join'))).status).toBe(409)
  })
})

describe('delegations', () => {
  const soan = { name: 'Đinh Trọng Soạn', rank: 'Đại tá', position: 'Phó Giám đốc Công an tỉnh Ninh Bình' }

  it('are entered as a list and read in order', async () => {
    const path = await open()
    const delegates = [{ position: 'Thành viên Ban Chỉ đạo' }, { ...soan, order: 1 }]
    const added = await operator.post(ours(path, '/delegates'), { delegates })
    expect(added).toMatchObject({ status: 201, body: { items: [{}, { name: soan.name }] } })
    const { body } = await secretary.get(ours(path, '/delegates'))
    expect(body.items.map(({ display }: { display: string }) => display)).toEqual([
      'Đại tá Đinh Trọng Soạn, Phó Giám đốc Công an tỉnh Ninh Bình',
      'Thành viên Ban Chỉ đạo',
    ])
    expect(await ownLine(path)).toMatchObject({ expected: 2, unmarked: 2 })
  })

  it('take persons from the directory, each once', async () => {
    const administrator = await home.somebody(['administrator', '*'])
    const { id: personId, formalName } = (
      await administrator.post('/api/persons', {
        name: soan.name,
        rank: soan.rank,
        stateTitle: soan.position,
      })
    ).body
    const path = await open()
    const add = (...delegates: object[]) => operator.post(ours(path, '/delegates'), { delegates })
    expect((await add({ personId })).body.items).toMatchObject([{ personId, display: formalName }])
    expect((await add(soan, { personId })).body).toMatchObject({
      type: '/problems/already-exists',
      errors: [{ pointer: '/delegates/1/personId' }],
    })
    expect((await add({ personId: 'prs_nobody' })).body.type).toBe('/problems/person-unknown')
    expect((await add({ rank: 'Đại tá' })).status).toBe(400)
  })

  it('are entered once per key, and by whoever holds the point', async () => {
    const path = await open(['unt_ca-ninh-binh', 'unt_ca-ha-nam'])
    const key = randomUUID()
    const twins = await Promise.all(
      [1, 2].map(() => operator.post(ours(path, '/delegates'), { delegates: [soan] }, { key })),
    )
    expect(twins[1]?.body).toEqual(twins[0]?.body)
    expect((await secretary.get(ours(path, '/delegates'))).body.items).toHaveLength(1)
    expect((await neighbour.post(ours(path, '/delegates'), { delegates: [soan] })).status).toBe(403)
  })

  it('hold 500 delegates and no more', async () => {
    const path = await open()
    const fifty = { delegates: Array.from({ length: 50 }, (_, at) => ({ name: `Đại biểu ${at}` })) }
    for (let list = 0; list < 10; list++)
      expect((await operator.post(ours(path, '/delegates'), fifty)).status).toBe(201)
    const one = await operator.post(ours(path, '/delegates'), { delegates: [soan] })
    expect(one.body.type).toBe('/problems/delegation-full')
    expect((await ownLine(path)).expected).toBe(500)
  })
})
