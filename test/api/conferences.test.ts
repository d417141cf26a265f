// Conferences over HTTP: every verb's success, refusal and wrong actor, on the real engine.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'

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
    expect((await nowhere.post('/api/conferences', { ...input, hostUnitId: 'unt_nowhere' })).body.type).toBe(
      '/problems/unit-unknown',
    )
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
    const seen: string[] = []
    let cursor = ''
    do {
      const { body } = await host.get(
        `/api/conferences?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      )
      seen.push(...body.items.map((item: { startsAt: string }) => item.startsAt.slice(0, 10)))
      cursor = body.cursor ?? ''
    } while (cursor)
    expect(seen).toEqual(['2022-03-01', '2022-03-01', '2022-02-01', '2022-01-05', '2021-12-31'])
    expect((await stranger.get('/api/conferences?unit=unt_ca-ha-nam')).status).toBe(403)
  })
})
