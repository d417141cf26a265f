// Grants over HTTP: who may give which role, what one's own account may do, and the first administrator.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { api } from '#functions/api.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { bootstrapAdministrator } from '#functions/grants/bootstrap.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'

let home: TestApi
let administrator: Client
let secretary: Client

beforeAll(async () => {
  home = await startApi(() => api)
  await seedUnits()
  administrator = await home.somebody(['administrator', '*'])
  secretary = await home.somebody(['secretariat', 'unit:unt_bo-cong-an'])
})
afterAll(() => home.stop())

const person = async () => {
  const { body } = await administrator.post('/api/persons', { stateTitle: 'Cán bộ' })
  const sub = randomUUID()
  await administrator.post(`/api/persons/${body.id}/account`, { sub })
  return { personId: body.id as string, sub }
}

const conference = async (host = secretary, hostUnitId = 'unt_bo-cong-an') => {
  const input = { title: ['Hội nghị'], hostUnitId, venue: 'Hà Nội', startsAt: '2022-11-23T14:00:00+07:00' }
  return (await host.post('/api/conferences', input)).body.id as string
}

describe('giving', () => {
  it('lets the administrator give any role, felt at once', async () => {
    const { personId, sub } = await person()
    const holder = home.as(sub, personId)
    expect((await holder.get('/api/me')).body.grants).toEqual([])
    const input = { personId, role: 'operator', scope: 'unit:unt_ca-ninh-binh' }
    const given = await administrator.post('/api/grants', input)
    expect(given).toMatchObject({ status: 201, body: { ...input, sub, grantedBy: administrator.sub } })
    expect((await holder.get('/api/me')).body.grants).toMatchObject([{ role: 'operator' }])
    await vi.waitFor(async () => {
      const { body } = await administrator.get('/api/grants?scope=unit:unt_ca-ninh-binh')
      expect(body.items).toContainEqual(given.body)
    })
  })

  it("lets the host's secretariat give roles of its own conference only", async () => {
    const { personId } = await person()
    const role = async (client: Client, id: string) =>
      (await client.post('/api/grants', { personId, role: 'chair', scope: `conference:${id}` })).status
    const mine = await conference()
    expect(await role(secretary, mine)).toBe(201)
    const province = await home.somebody(['secretariat', 'unit:unt_ca-ninh-binh'])
    expect(await role(province, mine)).toBe(403)
    expect(await role(secretary, await conference(province, 'unt_ca-ninh-binh'))).toBe(403)
    const widened = { personId, role: 'operator', scope: 'unit:unt_bo-cong-an' }
    expect((await secretary.post('/api/grants', widened)).status).toBe(403)
  })

  it('refuses strangers, persons without account, unknown units and roles that do not fit', async () => {
    const { personId } = await person()
    const refusal = async (input: object) =>
      (
        await administrator.post('/api/grants', {
          personId,
          role: 'operator',
          scope: 'unit:unt_ca-hue',
          ...input,
        })
      ).body.type
    expect(await refusal({ personId: 'prs_nobody' })).toBe('/problems/person-unknown')
    const unlinked = (await administrator.post('/api/persons', { name: 'A' })).body.id
    expect(await refusal({ personId: unlinked })).toBe('/problems/account-missing')
    expect(await refusal({ scope: 'unit:unt_nowhere' })).toBe('/problems/unit-unknown')
    expect(await refusal({ scope: '*' })).toBe('/problems/scope-mismatch')
    expect(await refusal({ role: 'chair' })).toBe('/problems/scope-mismatch')
    for (const scope of ['unit:unt_nowhere', '*']) {
      const { body } = await administrator.post('/api/grants', { personId, role: 'operator', scope })
      expect(body.errors).toMatchObject([{ pointer: '/scope' }])
    }
    expect(await refusal({ validTo: '2000-01-01T00:00:00Z' })).toBe('/problems/invalid-input')
  })

  it('gives once per key', async () => {
    const { personId } = await person()
    const input = { personId, role: 'observer', scope: 'unit:unt_ca-hue' }
    const key = randomUUID()
    const first = await administrator.post('/api/grants', input, { key })
    expect((await administrator.post('/api/grants', input, { key })).body).toEqual(first.body)
  })
})

describe('reading', () => {
  it('is for the administrator', async () => {
    expect((await secretary.get('/api/grants?scope=*')).status).toBe(403)
    expect((await administrator.get('/api/grants?scope=everything')).status).toBe(400)
  })

  it('shows only grants in force to their holder', async () => {
    const { personId, sub } = await person()
    const past = { validFrom: '2000-01-01T00:00:00Z', validTo: '2001-01-01T00:00:00Z' }
    await administrator.post('/api/grants', { personId, role: 'observer', scope: 'unit:unt_ca-hue', ...past })
    expect((await home.as(sub, personId).get('/api/me')).body.grants).toEqual([])
  })
})

describe('the first administrator', () => {
  it('is made once', async () => {
    const sub = randomUUID()
    const both = await Promise.allSettled([
      bootstrapAdministrator(sub, 'Quản trị hệ thống'),
      bootstrapAdministrator(randomUUID(), 'Quản trị khác'),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(bootstrapAdministrator(sub, 'Lần nữa')).rejects.toThrow('administrator-exists')
  })
})
