// Accounts over HTTP: invited by mail, a leaver stopped at once, moved from unit to unit; by an administrator only.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accounting } from '#functions/accounts/accounts-app.ts'
import { listUsers } from '#functions/accounts/pool.ts'
import { appFor } from '#functions/contexts.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { loadStanding } from '#functions/grants/entity.ts'
import { signIn } from '#infra/local/sign-in.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { sure } from '#test/support/archive.ts'
import { passwordIn, startPool } from '#test/support/pool.ts'

let home: TestApi
let pool: Awaited<ReturnType<typeof startPool>>
let administrator: Client
let secretary: Client

beforeAll(async () => {
  home = await startApi((path) =>
    path.startsWith('/api/accounts')
      ? accounting
      : { request: async (...asked) => (await appFor(path, asked[1]?.method)).request(...asked) },
  )
  pool = await startPool()
  await seedUnits()
  administrator = await home.somebody(['administrator', '*'])
  secretary = await home.somebody(['secretariat', 'unit:unt_bo-cong-an'])
})
afterAll(async () => {
  await pool.stop()
  await home.stop()
})

const old = 'unt_ca-ninh-binh'
const next = 'unt_ca-thanh-hoa'

const person = async (input: object = {}) =>
  (await sure(administrator.post('/api/persons', { name: 'Đinh Thị Lan', rank: 'Đại úy', ...input }), 201))
    .id as string

const invite = async (input: object = {}, key = randomUUID()) => {
  const username = `u${randomUUID().slice(0, 8)}`
  const told = { username, email: `${username}@diemcau.example`, personId: await person(), ...input }
  const answer = await administrator.post('/api/accounts', told, { key })
  return { ...answer, told, sub: answer.body.sub as string, key }
}

/** An invited account with a role and a post at the old unit, and its client. */
const operator = async (role = 'operator') => {
  const posts = [{ unitId: old, title: 'Cán bộ', from: '2020-01-01' }]
  const personId = await person({ posts })
  const { sub } = await invite({ personId })
  const grant = await sure(administrator.post('/api/grants', { personId, role, scope: `unit:${old}` }), 201)
  return { sub, personId, grantId: grant.id as string, client: home.as(sub, personId) }
}

const act = (sub: string, verb: string, body: object = { reason: 'Chuyển ngành' }, by = administrator) =>
  by.post(`/api/accounts/${sub}/${verb}`, body)

describe('inviting', () => {
  it('mails a first password, links the person, and is told as invited', async () => {
    const { status, body, told } = await invite()
    expect([status, body]).toMatchObject([
      201,
      {
        username: told.username,
        state: 'invited',
        personId: told.personId,
        name: 'Đại úy Đinh Thị Lan',
        posts: [],
      },
    ])
    const [letter] = await pool.mailTo(told.email)
    expect(passwordIn(letter?.html)).toHaveLength(14)
    expect(letter?.html).toContain(pool.issuer.origin)
    expect((await administrator.get(`/api/persons/${told.personId}`)).body.hasAccount).toBe(true)
  })

  it('happens once per key, and once per person, name and address', async () => {
    const { told, body, key } = await invite()
    expect((await administrator.post('/api/accounts', told, { key })).body).toEqual(body)
    expect(await pool.mailTo(told.email)).toHaveLength(1)
    const type = async (input: object) => (await invite(input)).body.type
    expect(await type({ personId: told.personId })).toBe('/problems/account-linked')
    const taken = await invite({ username: told.username })
    expect(taken.body).toMatchObject({ type: '/problems/account-exists', errors: [{ pointer: '/username' }] })
    const address = await invite({ email: told.email })
    expect(address.body).toMatchObject({ type: '/problems/account-exists', errors: [{ pointer: '/email' }] })
    expect(await type({ personId: 'prs_nobody' })).toBe('/problems/person-unknown')
    expect((await invite({ username: 'có dấu' })).body.errors).toMatchObject([{ pointer: '/username' }])
    expect((await invite({ email: 'x' })).status).toBe(400)
  })

  it('takes up what was cut short between the provider and our record', async () => {
    const { createUser } = await import('#functions/accounts/pool.ts')
    const username = `cut${randomUUID().slice(0, 6)}`
    const email = `${username}@diemcau.example`
    const { sub } = await createUser({ username, email, name: 'Đinh Thị Lan' })
    expect((await invite({ username, email })).body).toMatchObject({ sub, state: 'invited' })
    expect((await invite({ username, email })).body.type).toBe('/problems/account-exists')
  })

  it('is not for withdrawn entries; mails again until a password is chosen', async () => {
    const mistaken = await person()
    await administrator.post(`/api/persons/${mistaken}/withdraw`, { reason: 'Nhầm' })
    expect((await invite({ personId: mistaken })).body.type).toBe('/problems/person-withdrawn')
    const { sub, told } = await invite()
    expect((await act(sub, 'remind', {})).body.state).toBe('invited')
    expect(await pool.mailTo(told.email)).toHaveLength(2)
    const { items } = (await administrator.get('/api/accounts?q=ninhbinh')).body
    expect((await act(items[0].sub, 'remind', {})).body.type).toBe('/problems/account-state')
  })

  it('lists by name and address, page after page', async () => {
    const { told, sub } = await invite()
    const found = async (q: string) =>
      (await administrator.get(`/api/accounts?q=${q}`)).body.items.map((one: { sub: string }) => one.sub)
    expect(await found(told.username)).toEqual([sub])
    expect(await found(told.email)).toEqual([sub])
    const first = (await administrator.get('/api/accounts?limit=2')).body
    expect(first.items).toHaveLength(2)
    const second = (await administrator.get(`/api/accounts?limit=2&cursor=${first.cursor}`)).body
    expect(second.items[0].sub).not.toBe(first.items[0].sub)
    expect((await administrator.get(`/api/accounts/${sub}`)).body).toMatchObject({ sub, posts: [] })
    expect((await administrator.get(`/api/accounts/${randomUUID()}`)).status).toBe(404)
  })
})

describe('a leaver', () => {
  it('is answered nothing from that moment, in no role, and signs in no more', async () => {
    const { sub, client, grantId } = await operator()
    expect((await client.get('/api/me')).body.grants).toMatchObject([{ role: 'operator' }])
    const gone = await act(sub, 'disable')
    expect(gone.body).toMatchObject({
      state: 'disabled',
      disabled: { by: administrator.sub, reason: 'Chuyển ngành' },
    })
    for (const path of ['/api/me', '/api/units', '/api/conferences', '/api/accounts'])
      expect(await client.get(path)).toMatchObject({
        status: 403,
        body: { type: '/problems/account-disabled' },
      })
    const { grants } = await loadStanding(sub)
    expect(grants).toMatchObject([{ id: grantId, ended: { by: administrator.sub, reason: 'Chuyển ngành' } }])
  })

  it('is signed out by the provider too', async () => {
    const { items } = (await administrator.get('/api/accounts?q=quang-ninh')).body
    await act(items[0].sub, 'disable')
    await expect(signIn(pool.issuer.origin, 'quang-ninh', 'diemcau')).rejects.toThrow('refused')
    expect((await act(items[0].sub, 'enable')).body.state).toBe('active')
    await signIn(pool.issuer.origin, 'quang-ninh', 'diemcau')
  })

  it('leaves however many roles, those of the future too, and once is enough', async () => {
    const { sub, personId } = await operator()
    const many = Array.from({ length: 45 }, () => ({ personId, role: 'observer', scope: `unit:${next}` }))
    for (let start = 0; start < many.length; start += 15)
      await Promise.all(
        many.slice(start, start + 15).map((input) => sure(administrator.post('/api/grants', input), 201)),
      )
    const validFrom = new Date(Date.now() + 86_400_000).toISOString()
    await sure(
      administrator.post('/api/grants', { personId, role: 'operator', scope: `unit:${next}`, validFrom }),
      201,
    )
    const key = randomUUID()
    const body = { reason: 'Nghỉ hưu' }
    await administrator.post(`/api/accounts/${sub}/disable`, body, { key })
    const again = await administrator.post(`/api/accounts/${sub}/disable`, body, { key })
    expect(again).toMatchObject({ status: 200, body: { state: 'disabled' } })
    expect((await act(sub, 'disable')).body.disabled.reason).toBe('Nghỉ hưu')
    const { grants } = await loadStanding(sub)
    expect(grants.filter(({ ended }) => ended)).toHaveLength(47)
  })

  it('gets no new role, and comes back without the old ones', async () => {
    const { sub, personId, client } = await operator()
    await act(sub, 'disable')
    const input = { personId, role: 'operator', scope: `unit:${old}` }
    expect((await administrator.post('/api/grants', input)).body.type).toBe('/problems/holder-disabled')
    expect((await act(sub, 'move', { from: old, to: next, on: '2030-01-01' })).body.type).toBe(
      '/problems/account-state',
    )
    expect((await act(sub, 'enable')).body).toMatchObject({ state: 'invited' })
    expect((await act(sub, 'enable')).body.type).toBe('/problems/account-state')
    expect((await client.get('/api/me')).body.grants).toEqual([])
  })

  it('is not let in again by a repeat of an older request, nor stopped again by one', async () => {
    const { sub } = await operator()
    const [disable, enable] = [randomUUID(), randomUUID()]
    const ask = (verb: string, key: string) =>
      administrator.post(`/api/accounts/${sub}/${verb}`, { reason: 'Chuyển ngành' }, { key })
    await ask('disable', disable)
    await ask('enable', enable)
    expect((await ask('disable', disable)).body.state).toBe('invited')
    await act(sub, 'disable')
    expect((await ask('enable', enable)).body.state).toBe('disabled')
    const { username } = (await administrator.get(`/api/accounts/${sub}`)).body
    expect((await listUsers(username, 1, undefined)).users).toMatchObject([{ enabled: false }])
  })

  it('whose roles were to end on a day to come loses them now', async () => {
    const { sub, personId, client } = await operator()
    const on = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    await act(sub, 'move', { from: old, to: next, on })
    const { items } = (await administrator.get(`/api/grants?person=${personId}`)).body
    expect((await administrator.post(`/api/grants/${items[0].id}/end`, { reason: 'Sớm hơn' })).status).toBe(
      200,
    )
    expect((await client.get('/api/me')).body.grants).toEqual([])
    const other = await operator()
    await act(other.sub, 'move', { from: old, to: next, on })
    await act(other.sub, 'disable')
    await act(other.sub, 'enable')
    expect((await other.client.get('/api/me')).body.grants).toEqual([])
  })

  it('is mailed no second password by a repeated request', async () => {
    const { sub, told } = await invite()
    const key = randomUUID()
    const ask = () => administrator.post(`/api/accounts/${sub}/remind`, {}, { key })
    await ask()
    expect((await ask()).status).toBe(200)
    expect(await pool.mailTo(told.email)).toHaveLength(2)
  })

  it('is never oneself', async () => {
    expect((await act(administrator.sub, 'disable')).body.type).toBe('/problems/own-account')
  })
})

describe('a move', () => {
  const day = (offset: number) =>
    new Date(Date.now() + 7 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10)
  const holders = async (personId: string) =>
    (await administrator.get(`/api/grants?person=${personId}`)).body.items as {
      scope: string
      state: string
      role: string
      validFrom: string
    }[]

  it('takes post and role to the new unit at once when the day has come', async () => {
    const { sub, personId, client } = await operator()
    const moved = await act(sub, 'move', { from: old, to: next, on: day(0) })
    expect(moved.body).toMatchObject({ moved: [{ role: 'operator' }], ended: [{ role: 'operator' }] })
    expect(moved.body.posts).toMatchObject([
      { unitId: old, to: day(-1) },
      { unitId: next, title: 'Cán bộ', from: day(0) },
    ])
    expect((await client.get('/api/me')).body.grants).toMatchObject([{ scope: `unit:${next}` }])
    expect((await holders(personId)).map(({ scope, state }) => [scope, state])).toEqual([
      [`unit:${old}`, 'ended'],
      [`unit:${next}`, 'in-force'],
    ])
  })

  it('lets the person be found by the new post', async () => {
    const { sub, personId } = await operator()
    const word = `Zq${randomUUID().slice(0, 6)}`
    await act(sub, 'move', { from: old, to: next, on: day(0), title: `Đội trưởng ${word}` })
    const { items } = (await administrator.get(`/api/persons?q=${word}`)).body
    expect(items.map(({ id }: { id: string }) => id)).toEqual([personId])
  })

  it('on a day to come changes nothing before it', async () => {
    const { sub, personId, client } = await operator()
    await act(sub, 'move', { from: old, to: next, on: day(10), title: 'Đội trưởng', reason: 'Điều động' })
    expect((await client.get('/api/me')).body.grants).toMatchObject([{ scope: `unit:${old}` }])
    const all = await holders(personId)
    expect(all.map(({ state }) => state)).toEqual(['in-force', 'future'])
    expect(all[1]?.validFrom).toBe(new Date(`${day(10)}T00:00:00+07:00`).toISOString())
    expect((await administrator.get(`/api/accounts/${sub}`)).body.posts.at(-1)).toMatchObject({
      title: 'Đội trưởng',
    })
  })

  it('ends other roles over the old unit, and is recorded', async () => {
    const { sub, client } = await operator('observer')
    const moved = await act(sub, 'move', { from: old, to: next, on: day(0) })
    expect(moved.body).toMatchObject({ moved: [], ended: [{ role: 'observer' }] })
    expect((await client.get('/api/me')).body.grants).toEqual([])
  })

  it('refuses units unknown or the same, and whoever was never there', async () => {
    const { sub } = await operator()
    const type = async (input: object) =>
      (await act(sub, 'move', { from: old, to: next, on: day(0), ...input })).body.type
    expect(await type({ to: 'unt_nowhere' })).toBe('/problems/unit-unknown')
    expect(await type({ to: old })).toBe('/problems/invalid-input')
    expect(await type({ from: 'unt_ca-hue', title: 'X' })).toBe('/problems/not-at-unit')
    expect((await act(randomUUID(), 'move', { from: old, to: next, on: day(0) })).status).toBe(404)
  })
})

it('only an administrator does any of this', async () => {
  const { sub } = await invite()
  expect((await secretary.get('/api/accounts')).status).toBe(403)
  expect((await secretary.get(`/api/accounts/${sub}`)).status).toBe(403)
  const told = { username: 'abc', email: 'abc@diemcau.example', personId: await person() }
  expect((await secretary.post('/api/accounts', told)).status).toBe(403)
  expect((await act(sub, 'remind', {}, secretary)).status).toBe(403)
  for (const verb of ['disable', 'enable'])
    expect((await act(sub, verb, undefined, secretary)).status).toBe(403)
  expect((await act(sub, 'move', { from: old, to: next, on: '2030-01-01' }, secretary)).status).toBe(403)
})
