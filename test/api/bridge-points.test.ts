// Bridge points over HTTP: given to units named or to all of a kind, their cards, taken out and brought back; on the real engine.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { delegates } from '#functions/bridge-points/delegates.routes.ts'
import { links } from '#functions/bridge-points/link.routes.ts'
import { preparation } from '#functions/bridge-points/preparation.routes.ts'
import { bridgePoints } from '#functions/bridge-points/routes.ts'
import { conferenceActs } from '#functions/conferences/acts.routes.ts'
import { conferences } from '#functions/conferences/routes.ts'
import { loadAllUnits } from '#functions/directory/entity.ts'
import { forgetUnits, unitItem } from '#functions/directory/register.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { provincialPoliceOn } from '#functions/directory/units.data.ts'
import { jobKinds } from '#functions/job-kinds.ts'
import { runJob } from '#functions/jobs/run-job.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { setClock } from '#functions/shared/clock.ts'
import { put } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { appOf } from '#test/support/app-of.ts'
import { eventually } from '#test/support/eventually.ts'
import { plant } from '#test/support/plant.ts'

let home: TestApi
let secretary: Client
let operator: Client
let neighbour: Client
let clock = Date.parse('2022-11-23T06:30:00Z')

beforeAll(async () => {
  setClock(() => new Date(clock))
  const app = appOf({ '/conferences': conferences })
  app.route('/conferences', conferenceActs)
  for (const routes of [bridgePoints, preparation, delegates, links]) app.route('/conferences', routes)
  home = await startApi(() => app)
  await seedUnits()
  for (let at = 0; at < communes.length; at += 25)
    await plant(communes.slice(at, at + 25).map((unit) => unitItem(unit)))
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
const ownLine = async (path: string) => (await operator.get(ours(path))).body.row
const add = (path: string, body: object) => secretary.post(`${path}/bridge-points`, body)
const named = (items: { shortName: string }[]) => items.map(({ shortName }) => shortName)

/** A made-up province of 100 communes, so that giving them all a point is a job. */
const communes = Array.from({ length: 100 }, (_, at) => ({
  id: `unt_xa-${String(at).padStart(3, '0')}`,
  type: 'commune-police',
  parent: 'unt_ca-ninh-binh',
  names: [{ name: `Công an xã ${at}`, shortName: `Xã ${at}`, validFrom: '2018-01-01' }],
  validFrom: '2018-01-01',
  predecessors: [],
  successors: [],
}))

const logged = async (path: string) => {
  clock += 6_000
  const { body } = await secretary.get(`${path}/events?limit=200`)
  return body.items as { name: string; data: Record<string, unknown> }[]
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

  it('names the units that do not stand on that day', async () => {
    const path = await draft()
    const unitIds = ['unt_ca-ha-nam', 'unt_nowhere']
    expect(await secretary.post(`${path}/bridge-points`, { unitIds })).toMatchObject({
      status: 422,
      body: { type: '/problems/unit-unknown', errors: [{ pointer: '/unitIds/1' }] },
    })
  })

  it("is the secretariat's of the host", async () => {
    const path = await open()
    expect((await operator.post(`${path}/bridge-points`, { unitIds: ['unt_ca-ha-nam'] })).status).toBe(403)
  })

  it('invites: the operator finds the conference, a stranger does not read it', async () => {
    const path = await open()
    await eventually(async () => {
      const { body } = await operator.get('/api/conferences?limit=100')
      expect(body.items.map(({ id }: { id: string }) => path.endsWith(id))).toContain(true)
    })
    expect((await operator.get(path)).status).toBe(200)
    for (const read of ['', '/board', '/bridge-points'])
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

describe('all of a kind', () => {
  const police = { all: 'provincial-police' }

  it('is the 63 provincial police of that day, or the 34 of another, previewed and then given', async () => {
    const path = await draft()
    const preview = await secretary.get(`${path}/bridge-points/preview?all=provincial-police`)
    expect(preview.body).toMatchObject({ total: 63, there: 0, asJob: false })
    expect(named(preview.body.items)).toContain('Hà Nam')
    const given = await add(path, { ...police, expected: 20 })
    expect([given.status, given.body.items.length]).toEqual([201, 63])
    const after = await secretary.get(`${path}/bridge-points/preview?all=provincial-police`)
    expect(after.body).toMatchObject({ total: 63, there: 63 })
    const later = await secretary.get(`${path}/bridge-points/preview?all=provincial-police&asOf=2025-07-01`)
    expect([later.body.total, named(later.body.items).includes('Hà Nam')]).toEqual([34, false])
  })

  it('is a job where it is many: every commune once, however often it runs', async () => {
    const path = await draft()
    const body = { all: 'communes', of: 'unt_ca-ninh-binh' }
    await add(path, { unitIds: ['unt_xa-007'], expected: 9 })
    const preview = await secretary.get(`${path}/bridge-points/preview?all=communes&of=unt_ca-ninh-binh`)
    expect(preview.body).toMatchObject({ total: 100, there: 1, asJob: true })
    const key = randomUUID()
    const [first, again] = [
      await secretary.post(`${path}/bridge-points`, body, { key }),
      await secretary.post(`${path}/bridge-points`, body, { key }),
    ]
    expect([first.status, again.status, again.body]).toEqual([202, 202, first.body])
    expect(first.headers.get('Location')).toBe(`/api/jobs/${first.body.jobId}`)
    const run = () => runJob(first.body.jobId, jobKinds, { remainingMs: () => 900_000, waitMs: 0 })
    await run()
    await run()
    const page = await secretary.get(`${path}/bridge-points?limit=100`)
    expect(page.body.items).toHaveLength(100)
    expect(page.body.items[7]).toMatchObject({ id: 'bpt_xa-007', expected: 9, shortName: 'Xã 7' })
    const made = (await logged(path)).filter(({ name }) => name === 'points.added')
    expect(made.flatMap(({ data }) => data.points)).toHaveLength(100)
  })

  it('passes over nobody when a unit went while the job was handed on', async () => {
    const path = await draft()
    const given = await add(path, { all: 'communes', of: 'unt_ca-ninh-binh' })
    const run = (remaining: number) =>
      runJob(given.body.jobId, jobKinds, { remainingMs: () => remaining, waitMs: 0 })
    await run(0)
    const [first] = communes
    if (!first) throw new Error('no commune')
    const stands = async (unit: typeof first & { validTo?: string }) => {
      await write(systemActor('test', 'req_test'), unit.id, put(unitItem(unit)))
      await eventually(async () => {
        forgetUnits()
        expect((await loadAllUnits()).find(({ id }) => id === unit.id)?.validTo).toBe(unit.validTo)
      })
    }
    await stands({ ...first, validTo: '2019-01-01' })
    await run(900_000)
    await stands(first)
    const page = await secretary.get(`${path}/bridge-points?limit=100`)
    const ids = page.body.items.map((item: { unitId: string }) => item.unitId)
    expect(communes.slice(1).filter(({ id }) => !ids.includes(id))).toEqual([])
  })

  it('is a job for a long list of units too', async () => {
    const path = await draft()
    const given = await add(path, { unitIds: communes.map(({ id }) => id) })
    expect([given.status, given.body.state]).toEqual([202, 'queued'])
  })

  it('is refused where it means nobody, means two things, or is asked by another', async () => {
    const path = await draft()
    const type = async (body: object) => (await add(path, body)).body.type
    expect(await type({ all: 'communes', of: 'unt_ca-hue' })).toBe('/problems/selection-empty')
    expect(await type({ all: 'communes', of: 'unt_nowhere' })).toBe('/problems/unit-unknown')
    for (const wrong of [
      {},
      { ...police, unitIds: ['unt_ca-hue'] },
      { unitIds: ['unt_ca-hue'], of: 'unt_ca-hue' },
    ])
      expect((await add(path, wrong)).status).toBe(400)
    expect((await operator.post(`${path}/bridge-points`, police)).status).toBe(403)
    expect((await operator.get(`${path}/bridge-points/preview?all=communes`)).status).toBe(403)
  })
})

describe('a point added in session', () => {
  it('is legal, and shown as added late', async () => {
    const path = await open()
    await secretary.post(`${path}/start`)
    expect((await add(path, { unitIds: ['unt_ca-ha-nam'] })).body.items).toMatchObject([{ late: true }])
    expect((await secretary.get(`${path}/bridge-points/bpt_ca-ha-nam`)).body.row.late).toBe(true)
    expect((await ownLine(path)).late).toBeUndefined()
    await secretary.post(`${path}/close`)
    expect((await add(path, { unitIds: ['unt_ca-hue'] })).body.type).toBe('/problems/conference-state')
  })
})

describe('the card', () => {
  const duty = {
    name: 'Trần Văn Bình',
    post: 'Cán bộ kỹ thuật',
    role: 'technical',
    phones: ['+84 912 345 678'],
  }
  const card = { expected: 30, room: 'Hội trường tầng 3', note: 'Máy chiếu mới', contacts: [duty] }
  const edit = (path: string, body: object, version: number, who = operator) =>
    who.put(ours(path, '/card'), body, { version })

  it('is edited from the version that was read, and its numbers are kept in one form', async () => {
    const path = await open()
    expect((await operator.get(ours(path, '/card'))).headers.get('ETag')).toBe('"0"')
    const edited = await edit(path, card, 0)
    const kept = { ...card, contacts: [{ ...duty, phones: ['0912345678'] }], version: 1 }
    expect(edited).toMatchObject({ status: 200, body: kept })
  })

  it('is refused from an older version, without one, after the close, and to others', async () => {
    const path = await open(['unt_ca-ninh-binh', 'unt_ca-ha-nam'])
    await edit(path, card, 0)
    expect((await edit(path, card, 0)).status).toBe(412)
    expect((await operator.put(ours(path, '/card'), card)).status).toBe(428)
    expect((await edit(path, card, 1, neighbour)).status).toBe(403)
    expect((await edit(path, { contacts: [{ ...duty, phones: ['12'] }] }, 1)).body.errors).toMatchObject([
      { pointer: '/contacts/0/phones/0' },
    ])
    await secretary.post(`${path}/start`)
    await secretary.post(`${path}/close`)
    expect((await edit(path, card, 1)).body.type).toBe('/problems/conference-state')
  })

  it('changes what is expected, and can say that it is not known', async () => {
    const path = await open()
    await edit(path, { expected: 30 }, 0)
    expect((await ownLine(path)).expected).toBe(30)
    await edit(path, {}, 1)
    expect((await ownLine(path)).expected).toBe(0)
    expect((await operator.get(ours(path, '/card'))).body.expected).toBeUndefined()
  })

  it('is edited while delegates are entered: neither undoes the other', async () => {
    const path = await open()
    const entered = Array.from({ length: 5 }, (_, at) =>
      operator.post(ours(path, '/delegates'), { delegates: [{ name: `Đại biểu ${at}` }] }),
    )
    const [edited] = await Promise.all([edit(path, card, 0), ...entered])
    expect([200, 409]).toContain(edited.status)
    expect((await ownLine(path)).listed).toBe(5)
    if (edited.status === 200) expect((await ownLine(path)).expected).toBe(30)
  })

  it('tells telephones to the desk and the point itself only, and never to the log', async () => {
    const path = await open(['unt_ca-ninh-binh', 'unt_ca-ha-nam'])
    await edit(path, card, 0)
    const [own, other] = [await operator.get(ours(path, '/card')), await neighbour.get(ours(path, '/card'))]
    expect(own.body.contacts[0].phones).toEqual(['0912345678'])
    expect(other.body).toMatchObject({ room: card.room })
    expect([other.body.contacts, other.body.note]).toEqual([undefined, undefined])
    const all = await secretary.get(`${path}/contacts`)
    expect(all.body.items.map(({ contacts }: { contacts: object[] }) => contacts.length)).toEqual([0, 1])
    expect((await operator.get(`${path}/contacts`)).status).toBe(403)
    expect(JSON.stringify(await logged(path))).not.toContain('0912345678')
  })
})

describe('taking a point out', () => {
  const reason = { reason: 'Đơn vị họp ghép' }
  const remove = (path: string, who = secretary, body: object = reason) =>
    who.post(ours(path, '/remove'), body)
  const status = async (path: string) => (await secretary.get(ours(path))).status

  it('removes it where nothing happened; it can be given again', async () => {
    const path = await draft()
    await add(path, { unitIds: ['unt_ca-ninh-binh'] })
    await secretary.put(ours(path, '/card'), { room: 'A' }, { version: 0 })
    const key = randomUUID()
    const twice = () => secretary.post(ours(path, '/remove'), reason, { key })
    expect([(await twice()).body, (await twice()).body]).toEqual([
      { outcome: 'removed' },
      { outcome: 'removed' },
    ])
    expect(await status(path)).toBe(404)
    expect((await secretary.get(`${path}/bridge-points`)).body.items).toEqual([])
    await add(path, { unitIds: ['unt_ca-ninh-binh'] })
    expect((await secretary.get(ours(path, '/card'))).body).toMatchObject({ version: 0 })
  })

  it('marks it where something happened: it stays to be seen, expects nobody, and comes back', async () => {
    const path = await open()
    await operator.post(ours(path, '/delegates'), { delegates: [{ name: 'Nguyễn Văn An' }] })
    expect((await remove(path)).body).toEqual({ outcome: 'withdrawn' })
    const gone = (await operator.get(ours(path))).body
    expect(gone).toMatchObject({ withdrawn: reason, row: { expected: 0, unmarked: 0 } })
    expect((await remove(path)).body).toMatchObject({
      type: '/problems/point-withdrawn',
      detail: reason.reason,
    })
    for (const [act, body] of [
      ['/delegates', { delegates: [{ name: 'B' }] }],
      ['/readiness', { checks: { picture: 'pass' } }],
    ] as const)
      expect((await operator.post(ours(path, act), body)).body.type).toBe('/problems/point-withdrawn')
    await add(path, { unitIds: ['unt_ca-ninh-binh'] })
    expect((await ownLine(path)).withdrawnAt).toBeDefined()
    const back = await secretary.post(ours(path, '/restore'))
    expect(back.body).toMatchObject({ row: { expected: 1, unmarked: 1 } })
    expect(back.body.row.withdrawnAt).toBeUndefined()
    expect((await secretary.post(ours(path, '/restore'))).body.type).toBe('/problems/point-standing')
  })

  it('marks a draft with a delegation, for somebody was named', async () => {
    const path = await draft()
    await add(path, { unitIds: ['unt_ca-ninh-binh'] })
    await secretary.post(ours(path, '/delegates'), { delegates: [{ name: 'Nguyễn Văn An' }] })
    expect((await remove(path)).body).toEqual({ outcome: 'withdrawn' })
  })

  it("is the desk's, with a reason, and before the session", async () => {
    const path = await open()
    expect((await remove(path, operator)).status).toBe(403)
    expect((await operator.post(ours(path, '/restore'))).status).toBe(403)
    expect((await remove(path, secretary, {})).status).toBe(400)
    await secretary.post(`${path}/start`)
    expect((await remove(path)).body.type).toBe('/problems/conference-state')
  })
})
