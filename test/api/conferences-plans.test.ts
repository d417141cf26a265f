// Conferences made from others, and the list that finds them again.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { personItem } from '#functions/directory/entity.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { newId } from '#functions/shared/new-id.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { eventually } from '#test/support/eventually.ts'
import { plant } from '#test/support/plant.ts'

let home: TestApi
const host = 'unt_ca-lao-cai'
let desk: Client
let stranger: Client

beforeAll(async () => {
  home = await startApi(() => api)
  await seedUnits()
  desk = await home.somebody(['secretariat', `unit:${host}`])
  stranger = await home.somebody(['secretariat', 'unit:unt_ca-ninh-binh'])
})
afterAll(() => home.stop())

const agenda = [
  { id: 'agd_a', title: 'Báo cáo', kind: 'report', plannedAt: '2022-11-23T08:10:00+07:00', minutes: 20 },
]
const input = {
  title: ['Giao ban tuần'],
  hostUnitId: host,
  level: 'province',
  classification: 'internal',
  venue: 'Lào Cai',
  startsAt: '2022-11-23T08:00:00+07:00',
  endsAt: '2022-11-23T10:00:00+07:00',
  agenda,
}
const at = '/api/conferences'
const made = async (who: Client = desk, change: object = {}) =>
  (await who.post(at, { ...input, ...change })).body
const soon = (expectation: () => Promise<void>) => eventually(expectation)

describe('a copy', () => {
  it('is a draft like it on another day, with nothing of what happened', async () => {
    const { id } = await made()
    for (const [step, told] of [
      ['schedule', {}],
      ['open', { confirmed: true }],
      ['start', {}],
    ] as const)
      await desk.post(`${at}/${id}/${step}`, told)
    await desk.post(`${at}/${id}/agenda/items/agd_a/start`)
    const copy = await desk.post(`${at}/${id}/clone`, { startsAt: '2022-11-30T08:00:00+07:00' })
    expect(copy).toMatchObject({
      status: 201,
      body: {
        state: 'draft',
        title: ['Giao ban tuần'],
        classification: 'internal',
        endsAt: '2022-11-30T03:00:00.000Z',
        agenda: [{ plannedAt: '2022-11-30T01:10:00.000Z', minutes: 20 }],
        version: 1,
      },
    })
    expect(copy.body.agenda[0]).not.toHaveProperty('spans')
    expect((await desk.get(`${at}/${copy.body.id}/bridge-points`)).body.items).toEqual([])
    const titled = { startsAt: '2022-11-30T08:00:00+07:00', title: ['Giao ban quý'] }
    expect((await desk.post(`${at}/${id}/clone`, titled)).body.title).toEqual(['Giao ban quý'])
    expect((await stranger.post(`${at}/${id}/clone`, titled)).status).toBe(403)
  })
})

describe('a template', () => {
  it('is saved, listed, drafted from and retired by its unit alone', async () => {
    const { id } = await made()
    const saved = await desk.post(`${at}/${id}/save-as-template`, { name: 'Giao ban tuần' })
    expect(saved).toMatchObject({ status: 201, body: { name: 'Giao ban tuần', hostUnitId: host } })
    const template = `${at}/templates/${saved.body.id}`
    const listed = async () =>
      (await desk.get(`${at}/templates?unit=${host}`)).body.items.map((one: { id: string }) => one.id)
    await soon(async () => expect(await listed()).toContain(saved.body.id))
    const draft = await desk.post(`${template}/draft`, { startsAt: '2023-01-05T14:00:00+07:00' })
    expect(draft).toMatchObject({
      status: 201,
      body: { state: 'draft', venue: 'Lào Cai', agenda: [{ plannedAt: '2023-01-05T07:10:00.000Z' }] },
    })
    for (const refused of [
      stranger.get(template),
      stranger.get(`${at}/templates?unit=${host}`),
      stranger.post(`${template}/draft`, { startsAt: '2023-01-05T14:00:00+07:00' }),
      stranger.post(`${template}/retire`),
      stranger.post(`${at}/${id}/save-as-template`, { name: 'x' }),
    ])
      expect((await refused).status).toBe(403)
    expect((await desk.post(`${template}/retire`)).body.retiredAt).toMatch(/^20/)
    await soon(async () => expect(await listed()).not.toContain(saved.body.id))
  })
})

describe('a series', () => {
  const series = (change: object = {}) => ({ first: input, every: 'week', count: 12, ...change })
  const starts = (body: { items: { startsAt: string }[] }) => body.items.map(({ startsAt }) => startsAt)

  it('is drafted whole, once a key, and found by the list', async () => {
    const key = randomUUID()
    const first = await desk.post(`${at}/series`, series(), { key })
    expect(first.status).toBe(201)
    expect(first.body.items).toHaveLength(12)
    expect(starts(first.body).slice(0, 2)).toEqual(['2022-11-23T01:00:00.000Z', '2022-11-30T01:00:00.000Z'])
    const again = await desk.post(`${at}/series`, series(), { key })
    expect(again.body.conferenceIds).toEqual(first.body.conferenceIds)
    const { id } = first.body
    await soon(async () =>
      expect((await desk.get(`${at}?series=${id}&limit=100`)).body.items).toHaveLength(12),
    )
    const third = (await desk.get(`${at}/${first.body.conferenceIds[2]}`)).body
    expect(third).toMatchObject({ seriesId: id, agenda: [{ plannedAt: '2022-12-07T01:10:00.000Z' }] })
    expect((await stranger.get(`${at}/series/${id}`)).status).toBe(403)
    expect((await stranger.post(`${at}/series`, series())).status).toBe(403)
    expect((await desk.post(`${at}/series`, series({ count: 54 }))).status).toBe(400)
  })

  it('names everybody as titled on the day of each, and anew where one is moved', async () => {
    const id = newId('prs')
    const held = [
      { part: 'rank' as const, text: 'Đại tá', to: '2022-11-30' },
      { part: 'rank' as const, text: 'Thiếu tướng', from: '2022-12-01' },
    ]
    await plant([personItem({ id, name: 'Đinh Trọng Soạn', held, posts: [], version: 1 })])
    const named = { ...input, chairs: [id], agenda: [{ ...agenda[0], presenterIds: [id] }] }
    const { body } = await desk.post(`${at}/series`, series({ first: named, count: 3 }))
    const display = ({ chairs }: { chairs: { display: string }[] }) => chairs[0]?.display
    expect(body.items.map(display)).toEqual([
      'Đại tá Đinh Trọng Soạn',
      'Đại tá Đinh Trọng Soạn',
      'Thiếu tướng Đinh Trọng Soạn',
    ])
    const [first] = body.conferenceIds
    await desk.post(`${at}/${first}/schedule`)
    const startsAt = '2022-12-05T08:00:00+07:00'
    const moved = await desk.post(`${at}/${first}/postpone`, { reason: 'Bão', startsAt })
    expect(display(moved.body)).toBe('Thiếu tướng Đinh Trọng Soạn')
    expect(moved.body.agenda[0].presenters[0].display).toBe('Thiếu tướng Đinh Trọng Soạn')
  })

  it('is edited by nobody who may not edit all that follow', async () => {
    const { body } = await desk.post(`${at}/series`, series({ count: 2 }))
    const [first, second] = body.conferenceIds
    const secretary = await home.somebody(['secretary', `conference:${second}`])
    const edit = { ...input, venue: 'Sa Pa', agenda: undefined }
    expect((await secretary.put(`${at}/${second}/following`, edit, { version: 1 })).status).toBe(403)
    await home.grant(secretary, 'secretary', `conference:${first}`)
    expect((await secretary.put(`${at}/${first}/following`, edit, { version: 1 })).status).toBe(403)
    expect(
      (await desk.get(`${at}/series/${body.id}`)).body.items.map((one: { version: number }) => one.version),
    ).toEqual([1, 1])
  })

  it('is edited from one of them on, those that were held left alone', async () => {
    const { body } = await desk.post(`${at}/series`, series({ count: 4 }))
    const [, second, third, fourth] = body.conferenceIds
    for (const [step, told] of [
      ['schedule', {}],
      ['open', { confirmed: true }],
    ] as const)
      await desk.post(`${at}/${third}/${step}`, told)
    const edit = { ...input, venue: 'Sa Pa', startsAt: '2022-11-30T14:00:00+07:00', endsAt: undefined }
    expect((await desk.put(`${at}/${second}/following`, edit)).status).toBe(428)
    expect((await stranger.put(`${at}/${second}/following`, edit, { version: 1 })).status).toBe(403)
    const after = (
      await desk.put(`${at}/${second}/following`, { ...edit, agenda: undefined }, { version: 1 })
    ).body
    expect(
      after.items.map(({ venue, startsAt }: { venue: string; startsAt: string }) => [venue, startsAt]),
    ).toEqual([
      ['Lào Cai', '2022-11-23T01:00:00.000Z'],
      ['Sa Pa', '2022-11-30T07:00:00.000Z'],
      ['Lào Cai', '2022-12-07T01:00:00.000Z'],
      ['Sa Pa', '2022-12-14T07:00:00.000Z'],
    ])
    expect((await desk.get(`${at}/${fourth}`)).body.version).toBe(2)
    const stale = await desk.put(`${at}/${second}/following`, { ...edit, agenda: undefined }, { version: 1 })
    expect(stale.status).toBe(412)
    const lone = await made()
    expect((await desk.put(`${at}/${lone.id}/following`, input, { version: 1 })).status).toBe(404)
  })
})

describe('the list', () => {
  const unit = 'unt_ca-yen-bai'
  let own: Client
  const titles = async (who: Client, query: string) =>
    (await who.get(`${at}?limit=100&${query}`)).body.items.map(({ title }: { title: string[] }) => title[0])

  beforeAll(async () => {
    own = await home.somebody(['secretariat', `unit:${unit}`])
    const days = ['2022-03-01', '2022-06-01', '2022-09-01']
    for (const [place, title] of ['Sơ kết quý I', 'Sơ kết 6 tháng', 'Tổng kết Ngày hội'].entries()) {
      const change = { hostUnitId: unit, title: [title], startsAt: `${days[place]}T08:00:00+07:00` }
      const { id } = await made(own, { ...change, endsAt: undefined, agenda: [] })
      if (place > 0) await own.post(`${at}/${id}/schedule`)
      if (place > 1) await own.post(`${at}/${id}/cancel`, { reason: 'Lồng ghép' })
    }
    await soon(async () => expect(await titles(own, '')).toHaveLength(3))
    await soon(async () => expect(await titles(own, 'state=cancelled')).toHaveLength(1))
  })

  it('is filtered by state, period and words without diacritics', async () => {
    expect(await titles(own, 'state=draft,cancelled')).toEqual(['Tổng kết Ngày hội', 'Sơ kết quý I'])
    expect(await titles(own, 'q=so%20ket')).toEqual(['Sơ kết 6 tháng', 'Sơ kết quý I'])
    expect(await titles(own, 'q=ngay%20tong')).toEqual(['Tổng kết Ngày hội'])
    expect(await titles(own, 'from=2022-05-01T00:00:00Z&to=2022-07-01T00:00:00Z')).toEqual(['Sơ kết 6 tháng'])
    expect((await own.get(`${at}?state=nonsense`)).status).toBe(400)
  })

  it('goes on page by page through a filter that finds little', async () => {
    const page = (await own.get(`${at}?limit=1&q=quy`)).body
    expect(page.items).toHaveLength(1)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const next = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
      const { body } = await own.get(`${at}?limit=1&q=so%20ket${next}`)
      seen.push(...body.items.map(({ title }: { title: string[] }) => title[0]))
      cursor = body.cursor
    } while (cursor)
    expect(seen).toEqual(['Sơ kết 6 tháng', 'Sơ kết quý I'])
  })

  it('mine are those that gave me a role', async () => {
    const { id } = await made(own, { hostUnitId: unit, title: ['Có vai trò'] })
    const chair = await home.somebody(['chair', `conference:${id}`])
    expect(await titles(chair, 'mine=true')).toEqual(['Có vai trò'])
    expect(await titles(own, 'mine=true')).toEqual([])
  })

  it('an administrator looks through the announced ones of a unit named, and has none otherwise', async () => {
    const admin = await home.somebody(['administrator', '*'])
    expect(await titles(admin, '')).toEqual([])
    expect(await titles(admin, `unit=${unit}`)).toEqual(['Tổng kết Ngày hội', 'Sơ kết 6 tháng'])
    expect((await stranger.get(`${at}?unit=${unit}`)).status).toBe(403)
  })
})

describe('a title', () => {
  const draft = (title: string[]) => desk.post(at, { ...input, title })

  it('has up to ten parts and 1,000 characters in all, composed, and is never cut', async () => {
    const parts = Array.from({ length: 10 }, () => 'ệ'.repeat(98))
    const whole = await draft(parts)
    expect(whole.body.title).toEqual(parts)
    const composed = await draft(['Tổng kết'.normalize('NFD')])
    expect(composed.body.title).toEqual(['Tổng kết'])
    for (const wrong of [[...parts, 'x'], ['x'.repeat(1001)], [...parts.slice(1), 'ệ'.repeat(101)], []])
      expect((await draft(wrong)).status).toBe(400)
  })
})
