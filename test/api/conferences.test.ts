// Conferences over HTTP: every verb's success, refusal and wrong actor, on the real engine.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { eventually } from '#test/support/eventually.ts'

let home: TestApi
let secretary: Client
let stranger: Client

beforeAll(async () => {
  home = await startApi(() => api)
  await seedUnits()
  secretary = await home.somebody(['secretariat', 'unit:unt_bo-cong-an'])
  stranger = await home.somebody(
    ['secretariat', 'unit:unt_ca-ninh-binh'],
    ['operator', 'unit:unt_ca-ninh-binh'],
  )
})
afterAll(() => home.stop())

const input = {
  title: ['Tổng kết Ngày hội năm 2022', 'Tiêu chí an ninh, trật tự'],
  hostUnitId: 'unt_bo-cong-an',
  venue: 'Hà Nội',
  startsAt: '2022-11-23T14:00:00+07:00',
}

const draft = async () => (await secretary.post('/api/conferences', input)).body.id as string
const path = (id: string, rest = '') => `/api/conferences/${id}${rest}`

/** Brings a new conference as far as the step named. */
const upTo = async (...steps: string[]) => {
  const id = await draft()
  for (const step of steps) {
    const { status, body } = await secretary.post(
      path(id, `/${step}`),
      step === 'open' ? { confirmed: true } : {},
    )
    expect(body.title ?? status).not.toBe(500)
  }
  return id
}

/** Lists are read from indexes, which lag behind a write. */
const soon = (expectation: () => Promise<void>) => eventually(expectation)

describe('drafting', () => {
  it('makes a draft that the secretariat reads back', async () => {
    const made = await secretary.post('/api/conferences', input)
    expect(made).toMatchObject({
      status: 201,
      body: { state: 'draft', version: 1, startsAt: '2022-11-23T07:00:00.000Z' },
    })
    expect((await secretary.get(path(made.body.id))).body).toEqual(made.body)
  })

  it('refuses others, unknown hosts and state secrets', async () => {
    expect((await stranger.post('/api/conferences', input)).status).toBe(403)
    const nowhere = await home.somebody(['secretariat', 'unit:unt_nowhere'])
    const homeless = await nowhere.post('/api/conferences', { ...input, hostUnitId: 'unt_nowhere' })
    expect(homeless.body).toMatchObject({
      type: '/problems/unit-unknown',
      errors: [{ pointer: '/hostUnitId' }],
    })
    const secret = await secretary.post('/api/conferences', { ...input, classification: 'mat' })
    expect(secret).toMatchObject({ status: 422, body: { type: '/problems/secret-grade-refused' } })
  })

  it('answers a repeat of one key with the same conference', async () => {
    const key = randomUUID()
    const [first, second] = await Promise.all(
      [1, 2].map(() => secretary.post('/api/conferences', input, { key })),
    )
    expect(first?.status).toBe(201)
    expect(second?.body).toEqual(first?.body)
  })
})

describe('editing', () => {
  it('replaces the version that was read, and only that', async () => {
    const id = await draft()
    const edit = { ...input, venue: 'Ninh Bình' }
    expect((await secretary.put(path(id), edit)).status).toBe(428)
    const done = await secretary.put(path(id), edit, { version: 1 })
    expect(done).toMatchObject({ status: 200, body: { venue: 'Ninh Bình', version: 2 } })
    expect(done.headers.get('ETag')).toBe('"2"')
    expect((await secretary.put(path(id), edit, { version: 1 })).status).toBe(412)
    expect((await stranger.put(path(id), edit, { version: 2 })).status).toBe(403)
  })
})

describe('moving a conference that has points', () => {
  const listed = async (operator: Client, query: string) => {
    const { body } = await operator.get(`/api/conferences?${query}`)
    return body.items.map((item: { id: string }) => item.id)
  }

  it('moves their invitations and names with it', async () => {
    const id = await draft()
    const operator = await home.somebody(['operator', 'unit:unt_ca-hue'])
    await secretary.post(path(id, '/bridge-points'), { unitIds: ['unt_ca-hue', 'unt_ca-thanh-hoa'] })
    const later = { ...input, startsAt: '2025-03-20T14:00:00+07:00' }
    expect((await secretary.put(path(id), later, { version: 1 })).status).toBe(200)
    expect((await secretary.post(path(id, '/schedule'))).status).toBe(200)
    await soon(async () => expect(await listed(operator, 'from=2025-03-01T00:00:00Z')).toEqual([id]))
    await soon(async () => expect(await listed(operator, 'to=2025-03-01T00:00:00Z')).toEqual([]))
    const point = (await secretary.get(path(id, '/bridge-points/bpt_ca-hue'))).body
    expect([point.name, point.row.name]).toEqual(Array(2).fill('Công an thành phố Huế'))
    const { body } = await operator.post(path(id, '/bridge-points/bpt_ca-hue/delegates'), {
      delegates: [{ position: 'Phó Giám đốc' }],
    })
    expect(body.items).toHaveLength(1)
  })

  it('is refused to a day on which one of their units does not stand', async () => {
    const id = await draft()
    await secretary.post(path(id, '/bridge-points'), { unitIds: ['unt_ca-thanh-hoa', 'unt_ca-ha-nam'] })
    const later = { ...input, startsAt: '2026-03-20T14:00:00+07:00' }
    const refused = await secretary.put(path(id), later, { version: 1 })
    expect(refused).toMatchObject({
      status: 422,
      body: { type: '/problems/unit-unknown', errors: [{ pointer: '/startsAt' }] },
    })
  })

  it('takes points with it that are given while it moves', async () => {
    const id = await draft()
    const operator = await home.somebody(['operator', 'unit:unt_ca-son-la'])
    const later = { ...input, startsAt: '2023-03-20T14:00:00+07:00' }
    await Promise.all([
      secretary.put(path(id), later, { version: 1 }),
      secretary.post(path(id, '/bridge-points'), { unitIds: ['unt_ca-son-la'] }),
    ])
    expect((await secretary.post(path(id, '/schedule'))).status).toBe(200)
    const [{ startsAt }, point] = await Promise.all([
      secretary.get(path(id)).then(({ body }) => body),
      operator.get(path(id, '/bridge-points/bpt_ca-son-la')).then(({ body }) => body),
    ])
    expect(point.startsAt).toBe(startsAt)
  })

  it('hands it to another house only by whoever may write for that house', async () => {
    const id = await draft()
    const own = await home.somebody(['secretary', `conference:${id}`])
    const away = { ...input, hostUnitId: 'unt_ca-ninh-binh' }
    expect((await own.put(path(id), away, { version: 1 })).status).toBe(403)
    expect((await own.put(path(id), { ...input, venue: 'Huế' }, { version: 1 })).status).toBe(200)
  })
})

describe('its life', () => {
  it('goes through every state, and no state twice', async () => {
    const id = await upTo('schedule', 'open', 'start', 'close')
    expect((await secretary.get(path(id))).body).toMatchObject({ state: 'closed', version: 5 })
    for (const step of ['schedule', 'open', 'start', 'close']) {
      expect(await secretary.post(path(id, `/${step}`), {})).toMatchObject({
        status: 409,
        body: { type: '/problems/conference-state' },
      })
    }
  })

  it('answers the repeat of a step already done as it did the first', async () => {
    const id = await upTo()
    const key = randomUUID()
    const first = await secretary.post(path(id, '/schedule'), {}, { key })
    const again = await secretary.post(path(id, '/schedule'), {}, { key })
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body).toEqual(first.body)
  })

  it('lets nobody else move it', async () => {
    const id = await upTo()
    for (const step of ['schedule', 'open', 'start', 'close'])
      expect((await stranger.post(path(id, `/${step}`), {})).status).toBe(403)
  })

  it('lets its chair start and close, but not schedule', async () => {
    const id = await draft()
    const chair = await home.somebody(['chair', `conference:${id}`])
    expect((await chair.post(path(id, '/schedule'), {})).status).toBe(403)
    await secretary.post(path(id, '/schedule'), {})
    await secretary.post(path(id, '/open'), { confirmed: true })
    expect((await chair.post(path(id, '/start'), {})).status).toBe(200)
    expect((await chair.post(path(id, '/close'), {})).status).toBe(200)
  })

  it('is started once by two who try at once', async () => {
    const id = await upTo('schedule', 'open')
    const both = await Promise.all([1, 2].map(() => secretary.post(path(id, '/start'), {})))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('reading', () => {
  it("is for the host, the conference's own roles and invited operators", async () => {
    const id = await draft()
    expect((await stranger.get(path(id))).status).toBe(403)
    const chair = await home.somebody(['chair', `conference:${id}`])
    expect((await chair.get(path(id))).status).toBe(200)
    expect((await home.send(path(id), {})).status).toBe(401)
    expect((await secretary.get(path('cnf_01GJH00000000000000000000Z'))).status).toBe(404)
  })

  it('lists all of mine, however much room they take', async () => {
    const host = await home.somebody(['secretariat', 'unit:unt_ca-cao-bang'])
    const agenda = Array.from({ length: 100 }, (_, at) => ({
      id: `agd_${at}`,
      title: 'ạ'.repeat(1000),
      kind: 'report',
    }))
    for (let day = 1; day <= 6; day++) {
      const startsAt = `2022-02-0${day}T08:00:00+07:00`
      await host.post('/api/conferences', { ...input, hostUnitId: 'unt_ca-cao-bang', startsAt, agenda })
    }
    await soon(async () => expect((await host.get('/api/conferences')).body.items).toHaveLength(6))
  })

  it('keeps a draft from those it invites until it is scheduled', async () => {
    const id = await draft()
    await secretary.post(path(id, '/bridge-points'), { unitIds: ['unt_ca-ninh-binh'] })
    const listed = async () =>
      (await stranger.get('/api/conferences?limit=100')).body.items.some(
        (item: { id: string }) => item.id === id,
      )
    expect((await stranger.get(path(id))).status).toBe(403)
    expect(await listed()).toBe(false)
    expect((await secretary.post(path(id, '/schedule'), {})).status).toBe(200)
    expect((await stranger.get(path(id))).status).toBe(200)
    await soon(async () => expect(await listed()).toBe(true))
  })

  it('lists mine, newest first, page by page, each once', async () => {
    const host = await home.somebody(['secretariat', 'unit:unt_ca-ha-nam'])
    const starts = ['2022-01-05', '2022-03-01', '2022-02-01', '2022-03-01', '2021-12-31']
    for (const day of starts) {
      await host.post('/api/conferences', {
        ...input,
        hostUnitId: 'unt_ca-ha-nam',
        startsAt: `${day}T08:00:00+07:00`,
      })
    }
    const everyPage = async () => {
      const seen: string[] = []
      let cursor = ''
      do {
        const { body } = await host.get(
          `/api/conferences?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
        )
        seen.push(...body.items.map((item: { startsAt: string }) => item.startsAt.slice(0, 10)))
        cursor = body.cursor ?? ''
      } while (cursor)
      return seen
    }
    await soon(async () =>
      expect(await everyPage()).toEqual([
        '2022-03-01',
        '2022-03-01',
        '2022-02-01',
        '2022-01-05',
        '2021-12-31',
      ]),
    )
    expect((await stranger.get('/api/conferences?unit=unt_ca-ha-nam')).status).toBe(403)
  })

  it('lists those of one form, and refuses a form there is not', async () => {
    const host = await home.somebody(['secretariat', 'unit:unt_ca-nam-dinh'])
    for (const form of ['online', 'in-person'])
      await host.post('/api/conferences', { ...input, form, hostUnitId: 'unt_ca-nam-dinh' })
    const forms = async (query: string) => {
      const { body } = await host.get(`/api/conferences${query}`)
      return body.items.map((item: { form: string }) => item.form).toSorted()
    }
    await soon(async () => expect(await forms('')).toEqual(['in-person', 'online']))
    await soon(async () => expect(await forms('?form=in-person')).toEqual(['in-person']))
    expect((await host.get('/api/conferences?form=video')).status).toBe(400)
  })
})
