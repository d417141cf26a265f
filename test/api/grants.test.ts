// Grants over HTTP: who may give which role, what one's own account may do, and the first administrator.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appFor } from '#functions/contexts.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { bootstrapAdministrator } from '#functions/grants/bootstrap.ts'
import { setClock } from '#functions/shared/clock.ts'
import { readLog } from '#functions/shared/event-log.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { eventually } from '#test/support/eventually.ts'

let home: TestApi
let administrator: Client
let secretary: Client

beforeAll(async () => {
  home = await startApi((path) => ({
    request: async (...asked) => (await appFor(path, asked[1]?.method)).request(...asked),
  }))
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

const give = async (input: object) => {
  const { status, body } = await administrator.post('/api/grants', input)
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}
const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

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
    await eventually(async () => {
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
  it('of everything is for the administrator; a house and its conferences for its secretariat', async () => {
    const of = async (client: Client, scope: string) =>
      (await client.get(`/api/grants?scope=${scope}`)).status
    expect([await of(secretary, '*'), await of(administrator, '*')]).toEqual([403, 200])
    const province = await home.somebody(['secretariat', 'unit:unt_ca-ninh-binh'])
    expect(await of(secretary, 'unit:unt_bo-cong-an')).toBe(200)
    expect(await of(province, 'unit:unt_bo-cong-an')).toBe(403)
    const id = await conference()
    expect([await of(secretary, `conference:${id}`), await of(province, `conference:${id}`)]).toEqual([
      200, 403,
    ])
    expect((await administrator.get('/api/grants?scope=everything')).status).toBe(400)
    expect((await administrator.get('/api/grants')).body.errors).toMatchObject([{ pointer: '/scope' }])
  })

  it('by person shows a secretariat only what is its own, and each grant as it stands', async () => {
    const { personId } = await person()
    const id = await conference()
    await give({ personId, role: 'chair', scope: `conference:${id}` })
    await give({
      personId,
      role: 'observer',
      scope: 'unit:unt_ca-hue',
      validFrom: later(1),
      validTo: later(2),
    })
    const past = { validFrom: '2022-01-01T00:00:00Z', validTo: '2022-02-01T00:00:00Z', reason: 'Bổ sung' }
    await give({ personId, role: 'observer', scope: 'unit:unt_bo-cong-an', ...past })
    const ended = await give({ personId, role: 'archivist', scope: '*' })
    await administrator.post(`/api/grants/${ended.id}/end`, { reason: 'Thôi nhiệm vụ' })
    const seen = async (client: Client) =>
      (
        (await client.get(`/api/grants?person=${personId}`)).body.items as { role: string; state: string }[]
      ).map(({ role, state }) => `${role} ${state}`)
    expect((await seen(administrator)).toSorted()).toEqual([
      'archivist ended',
      'chair in-force',
      'observer expired',
      'observer future',
    ])
    expect((await seen(secretary)).toSorted()).toEqual(['chair in-force', 'observer expired'])
    const operator = await home.somebody(['operator', 'unit:unt_bo-cong-an'])
    expect((await operator.get(`/api/grants?person=${personId}`)).status).toBe(403)
    expect((await administrator.get('/api/grants?person=prs_nobody')).status).toBe(404)
  })

  it('shows only grants in force to their holder', async () => {
    const { personId, sub } = await person()
    const past = { validFrom: '2022-01-01T00:00:00Z', validTo: '2022-02-01T00:00:00Z', reason: 'Bổ sung' }
    await give({ personId, role: 'observer', scope: 'unit:unt_ca-hue', ...past })
    expect((await home.as(sub, personId).get('/api/me')).body.grants).toEqual([])
  })
})

describe('ending', () => {
  const operator = async () => {
    const { personId, sub } = await person()
    const grant = await give({
      personId,
      role: 'operator',
      scope: 'unit:unt_ca-ninh-binh',
      validTo: later(9),
    })
    return { grant, holder: home.as(sub, personId) }
  }
  const end = (id: string, by = administrator, key = randomUUID()) =>
    by.post(`/api/grants/${id}/end`, { reason: 'Chuyển công tác' }, { key })

  it('is felt at once, says who, why and until when it was to hold, and happens once', async () => {
    const { grant, holder } = await operator()
    expect((await holder.get('/api/me')).body.grants).toHaveLength(1)
    const key = randomUUID()
    const ended = await end(grant.id, administrator, key)
    expect(ended).toMatchObject({
      status: 200,
      body: {
        state: 'ended',
        ended: { by: administrator.sub, reason: 'Chuyển công tác', planned: grant.validTo },
      },
    })
    expect((await holder.get('/api/me')).body.grants).toEqual([])
    expect((await end(grant.id, administrator, key)).body).toEqual(ended.body)
    expect((await end(grant.id)).body.type).toBe('/problems/grant-over')
    expect((await end('grt_01GJH00000000000000000000Z')).status).toBe(404)
    expect((await administrator.post(`/api/grants/${grant.id}/end`, {})).body.errors).toMatchObject([
      { pointer: '/reason' },
    ])
  })

  it('by two at once is one end', async () => {
    const { grant } = await operator()
    const both = await Promise.all([end(grant.id), end(grant.id)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  it('is for whoever may give it', async () => {
    const { grant } = await operator()
    expect((await end(grant.id, secretary)).status).toBe(403)
    const { personId } = await person()
    const chair = await give({ personId, role: 'chair', scope: `conference:${await conference()}` })
    const province = await home.somebody(['secretariat', 'unit:unt_ca-ninh-binh'])
    expect((await end(chair.id, province)).status).toBe(403)
    expect((await end(chair.id, secretary)).status).toBe(200)
  })

  it('before it began leaves nothing to come', async () => {
    const { personId, sub } = await person()
    const grant = await give({ personId, role: 'operator', scope: 'unit:unt_ca-hue', validFrom: later(3) })
    expect(grant.state).toBe('future')
    expect((await end(grant.id)).body.state).toBe('ended')
    setClock(() => new Date(Date.now() + 4 * 86_400_000))
    expect((await home.as(sub, personId).get('/api/me')).body.grants).toEqual([])
    setClock(() => new Date())
  })

  it('never shuts out the administrator who does it', async () => {
    const { personId, sub } = await person()
    const grant = await give({ personId, role: 'administrator', scope: '*' })
    expect((await end(grant.id, home.as(sub, personId))).body.type).toBe('/problems/own-account')
    expect((await end(grant.id)).status).toBe(200)
  })
})

describe('a grant that reaches back', () => {
  const since = (more: object) => ({ role: 'chair', validFrom: '2022-11-23T00:00:00Z', ...more })

  it("is an administrator's act with a reason, and the record says so", async () => {
    const { personId } = await person()
    const scope = `conference:${await conference()}`
    const refused = await secretary.post('/api/grants', since({ personId, scope, reason: 'Quên' }))
    expect(refused.body).toMatchObject({
      type: '/problems/backdating-refused',
      errors: [{ pointer: '/validFrom' }],
    })
    const silent = await administrator.post('/api/grants', since({ personId, scope }))
    expect(silent.body).toMatchObject({
      type: '/problems/backdating-refused',
      errors: [{ pointer: '/reason' }],
    })
    const given = await give(since({ personId, scope, reason: 'Quyết định số 12' }))
    setClock(() => new Date(Date.now() + 60_000))
    const { items } = await readLog(scope.slice('conference:'.length), undefined, 100)
    setClock(() => new Date())
    expect(items.find(({ subject }) => subject === given.id)?.data).toMatchObject({
      backdated: true,
      reason: 'Quyết định số 12',
    })
  })

  it('is none when it begins now, on a clock a little behind', async () => {
    const { personId } = await person()
    const validFrom = new Date(Date.now() - 20_000).toISOString()
    const scope = `conference:${await conference()}`
    expect((await secretary.post('/api/grants', { personId, role: 'chair', scope, validFrom })).status).toBe(
      201,
    )
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
