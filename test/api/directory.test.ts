// Units and persons over HTTP: search by any name and day, entry, account links, and whom they are refused.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { eventually } from '#test/support/eventually.ts'

let home: TestApi
let administrator: Client
let operator: Client

beforeAll(async () => {
  home = await startApi(() => api)
  await seedUnits()
  administrator = await home.somebody(['administrator', '*'])
  operator = await home.somebody(['operator', 'unit:unt_ca-ninh-binh'])
})
afterAll(() => home.stop())

const hung = {
  name: 'Lê Quốc Hùng',
  rank: 'Trung tướng',
  partyTitle: 'Uỷ viên Trung ương Đảng',
  stateTitle: 'Thứ trưởng Bộ Công an',
  posts: [{ unitId: 'unt_bo-cong-an', title: 'Thứ trưởng', from: '2020-08-01' }],
}

const enter = async (input: object = hung) => (await administrator.post('/api/persons', input)).body

describe('units', () => {
  it('are found by any name, as of a day', async () => {
    await eventually(async () => {
      const all = await operator.get('/api/units?on=2022-11-23')
      expect(all.body.total).toBe(73)
    })
    const { body } = await operator.get('/api/units?on=2022-11-23&q=thanh pho hue')
    expect(body.items).toMatchObject([
      { name: 'Công an tỉnh Thừa Thiên Huế', through: 'Công an thành phố Huế' },
    ])
    expect((await operator.get('/api/units?q=khong co')).body).toEqual({ items: [], total: 0 })
  })

  it('are read with their names over time; unknown ones are not found', async () => {
    expect((await operator.get('/api/units/unt_ca-hue')).body.names).toHaveLength(2)
    expect((await operator.get('/api/units/unt_nowhere')).status).toBe(404)
    expect((await operator.get('/api/units?on=2022-02-30')).body.errors).toMatchObject([{ pointer: '/on' }])
  })

  it('are seeded once: a repeat writes nothing', async () => {
    expect(await seedUnits()).toBe(0)
  })

  it('need a sign-in', async () => {
    expect((await home.send('/api/units', {})).status).toBe(401)
  })
})

describe('persons', () => {
  it('are entered, read and found without diacritics', async () => {
    const person = await enter()
    expect(person.formalName).toBe('Trung tướng Lê Quốc Hùng, Uỷ viên Trung ương Đảng, Thứ trưởng Bộ Công an')
    expect((await operator.get(`/api/persons/${person.id}`)).body).toEqual(person)
    await eventually(async () => {
      const { body } = await operator.get('/api/persons?q=le quoc hung')
      expect(body.items.map(({ id }: { id: string }) => id)).toContain(person.id)
    })
    expect((await operator.get('/api/persons/prs_nobody')).status).toBe(404)
  })

  it('whoever is not named is entered by position; nobody at all is refused', async () => {
    const unnamed = await enter({ stateTitle: 'Phó Giám đốc Công an tỉnh Ninh Bình' })
    expect(unnamed).toMatchObject({ formalName: 'Phó Giám đốc Công an tỉnh Ninh Bình', posts: [] })
    expect((await administrator.post('/api/persons', { rank: 'Đại tá' })).status).toBe(400)
  })

  it('names the post whose unit is unknown', async () => {
    const posts = [...hung.posts, { unitId: 'unt_nowhere', title: 'X', from: '2020-01-01' }]
    const refused = await administrator.post('/api/persons', { ...hung, posts })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/posts/1/unitId' }] } })
  })

  it('are entered by the administrator only, and once per key', async () => {
    expect((await operator.post('/api/persons', hung)).status).toBe(403)
    const key = randomUUID()
    const first = await administrator.post('/api/persons', hung, { key })
    expect(await administrator.post('/api/persons', hung, { key })).toMatchObject({
      status: 201,
      body: first.body,
    })
  })
})

describe('accounts', () => {
  it('act under the name of the person they are linked to', async () => {
    const { id } = await enter()
    const sub = randomUUID()
    const linked = await administrator.post(`/api/persons/${id}/account`, { sub })
    expect(linked).toMatchObject({ status: 200, body: { id, hasAccount: true } })
    const me = await home.as(sub, id).get('/api/me')
    expect(me.body).toMatchObject({ sub, name: linked.body.formalName, person: { id }, grants: [] })
  })

  it('are linked once on either side', async () => {
    const [one, two] = [await enter(), await enter()]
    const sub = randomUUID()
    await administrator.post(`/api/persons/${one.id}/account`, { sub })
    const taken = '/problems/account-linked'
    expect((await administrator.post(`/api/persons/${two.id}/account`, { sub })).body.type).toBe(taken)
    const other = { sub: randomUUID() }
    expect((await administrator.post(`/api/persons/${one.id}/account`, other)).body.type).toBe(taken)
  })

  it('are linked by the administrator only', async () => {
    const { id } = await enter()
    expect((await operator.post(`/api/persons/${id}/account`, { sub: 'me' })).status).toBe(403)
    expect((await administrator.post('/api/persons/prs_nobody/account', { sub: 'me' })).status).toBe(404)
  })
})
