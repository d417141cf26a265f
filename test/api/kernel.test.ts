// The kernel through the real app: one intent one act, cursors sealed, the server's time told.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { api } from '#functions/api.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { setClock } from '#functions/shared/clock.ts'
import { load } from '#functions/shared/table.ts'
import { type Answer, type Client, startApi, type TestApi } from '#test/support/api.ts'

let home: TestApi
let secretary: Client

const here = '/api/conferences'
const input = {
  title: ['Hội nghị thử'],
  hostUnitId: 'unt_bo-cong-an',
  venue: 'Hà Nội',
  startsAt: '2022-11-23T14:00:00+07:00',
}

beforeAll(async () => {
  home = await startApi(() => api)
  await seedUnits()
  secretary = await home.somebody(['secretariat', 'unit:unt_bo-cong-an'])
})
afterEach(() => setClock(() => new Date()))
afterAll(() => home.stop())

const draft = (fields = {}, extra = {}) => secretary.post(here, { ...input, ...fields }, extra)
const slug = ({ body }: Answer) => String(body.type).replace('/problems/', '')
const drafts = async (from: string) => (await secretary.get(`${here}?from=${from}&limit=100`)).body.items

describe('one key, one act', () => {
  it('makes one thing for ten twins at once, and answers all alike', async () => {
    const key = randomUUID()
    const startsAt = '2101-01-01T08:00:00.000Z'
    const twins = await Promise.all(Array.from({ length: 10 }, () => draft({ startsAt }, { key })))
    const made = twins.filter(({ status }) => status === 201)
    expect(made.length).toBeGreaterThanOrEqual(1)
    for (const twin of twins) expect([201, 503]).toContain(twin.status)
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1)
    await expect.poll(async () => (await drafts(startsAt)).length).toBe(1)
    expect((await draft({ startsAt }, { key })).body).toEqual(made[0]?.body)
  })

  it('refuses the same key with another body, at once or later', async () => {
    const key = randomUUID()
    expect((await draft({}, { key })).status).toBe(201)
    const other = await draft({ venue: 'Ninh Bình' }, { key })
    expect([other.status, slug(other)]).toEqual([422, 'idempotency-key-reused'])
    const race = randomUUID()
    const both = await Promise.all(['Hà Nội', 'Ninh Bình'].map((venue) => draft({ venue }, { key: race })))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422])
  })

  it('belongs to one account and one route', async () => {
    const key = randomUUID()
    const colleague = await home.somebody(['secretariat', 'unit:unt_bo-cong-an'])
    const [mine, theirs] = [await draft({}, { key }), await colleague.post(here, input, { key })]
    expect([theirs.status, theirs.body.id === mine.body.id]).toEqual([201, false])
    expect((await secretary.post(`${here}/${mine.body.id}/schedule`, {}, { key })).status).toBe(200)
  })

  it('is not used up by a failure', async () => {
    const key = randomUUID()
    expect((await draft({ hostUnitId: 'unt_ca-ninh-binh' }, { key })).status).toBe(403)
    expect((await draft({}, { key })).status).toBe(201)
  })

  it('is kept seven days with a reference and no body, then forgotten', async () => {
    setClock(() => new Date('2022-11-20T00:00:00Z'))
    const key = randomUUID()
    const { body } = await draft({}, { key })
    const kept = await load(
      { pk: `IDEM#${secretary.sub}#POST ${here}#${key}`, sk: 'IDEM' },
      z.record(z.string(), z.unknown()),
    )
    expect(kept).toEqual({
      pk: expect.any(String),
      sk: 'IDEM',
      type: 'idempotency',
      hash: expect.stringMatching(/^[\w-]{43}$/),
      ref: body.id,
      ttl: Date.parse('2022-11-27T00:00:00Z') / 1000,
    })
    setClock(() => new Date('2022-11-27T00:00:00Z'))
    expect((await draft({}, { key })).body.id).toBe(body.id)
    setClock(() => new Date('2022-11-27T00:00:01Z'))
    expect((await draft({}, { key })).body.id).not.toBe(body.id)
  })

  it.each(['', ' ', 'a b', 'é', 'a'.repeat(101)])(
    'must be 1 to 100 printable characters: not %j',
    async (key) => {
      expect(slug(await draft({}, { headers: { 'Idempotency-Key': key } }))).toBe('idempotency-key-missing')
    },
  )
})

describe('a cursor', () => {
  const page = (who: Client, cursor: string, query = 'limit=1') =>
    who.get(`${here}?${query}&cursor=${encodeURIComponent(cursor)}`)

  it('goes on for its own actor and query, and for no other', async () => {
    for (const _ of [1, 2, 3]) await draft()
    await expect.poll(async () => (await drafts('1900-01-01T00:00:00Z')).length).toBeGreaterThan(2)
    const { cursor } = (await secretary.get(`${here}?limit=1`)).body
    expect((await page(secretary, cursor)).status).toBe(200)
    const colleague = await home.somebody(['secretariat', 'unit:unt_bo-cong-an'])
    expect(slug(await page(colleague, cursor))).toBe('cursor-invalid')
    expect(slug(await page(secretary, cursor, 'limit=2'))).toBe('cursor-invalid')
    expect(slug(await page(secretary, cursor, 'limit=1&from=2000-01-01T00:00:00Z'))).toBe('cursor-invalid')
    const { body } = await draft()
    const events = `${here}/${body.id}/events?cursor=${encodeURIComponent(cursor)}`
    expect(slug(await secretary.get(events))).toBe('cursor-invalid')
  })

  it('with any one letter changed, added or lost is refused', async () => {
    const { cursor } = (await secretary.get(`${here}?limit=1`)).body as { cursor: string }
    const places = [0, 5, cursor.indexOf('.'), cursor.indexOf('.') + 1, cursor.length - 1]
    const changed = places.map(
      (at) => cursor.slice(0, at) + (cursor[at] === 'A' ? 'B' : 'A') + cursor.slice(at + 1),
    )
    for (const wrong of [
      ...changed,
      `${cursor}A`,
      `${cursor}.x`,
      `${cursor}=`,
      cursor.slice(0, -1),
      'x',
      '.',
    ]) {
      const answer = await page(secretary, wrong)
      expect([wrong, answer.status, slug(answer)]).toEqual([wrong, 400, 'cursor-invalid'])
    }
  })
})

describe('time', () => {
  it('is told with every answer, by which a device measures its offset', async () => {
    setClock(() => new Date('2022-11-23T07:00:00.000Z'))
    expect((await draft()).headers.get('Server-Time')).toBe('2022-11-23T07:00:00.000Z')
  })
})
