// Bad input through the real app: a 4xx problem that names the field, in the reader's language.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { catalogue } from '#functions/shared/problems.data.ts'
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
afterAll(() => home.stop())

const draft = (fields = {}, extra = {}) => secretary.post(here, { ...input, ...fields }, extra)
const slug = ({ body }: Answer) => String(body.type).replace('/problems/', '')

describe('bad input', () => {
  const pointers = ({ body }: Answer) => body.errors?.map(({ pointer }: { pointer: string }) => pointer)

  it.each([
    ['an empty title', { title: [''] }, ['/title/0']],
    ['no title', { title: [] }, ['/title']],
    ['a title of 10,000 characters', { title: ['a'.repeat(10_000)] }, ['/title/0', '/title']],
    ['a control character', { venue: 'Hà\u0000Nội' }, ['/venue']],
    ['a direction override', { venue: 'Hà\u202eNội' }, ['/venue']],
    ['half a surrogate pair', { venue: 'Hà\ud800Nội' }, ['/venue']],
    ['the 31st of February', { startsAt: '2022-02-31T08:00:00+07:00' }, ['/startsAt']],
    ['no date at all', { startsAt: 'chiều mai' }, ['/startsAt']],
    ['a number for a text', { venue: 7 }, ['/venue']],
    ['null', { venue: null }, ['/venue']],
    ['an unknown field', { colour: 'red' }, ['/colour']],
    ['unknown fields with slashes', { 'a/b~c': 1 }, ['/a~1b~0c']],
    [
      'a field deep below',
      { agenda: [{ id: 'agd_1', title: 'Mở đầu', kind: 'opening', minutes: -1 }] },
      ['/agenda/0/minutes'],
    ],
    ['two wrong fields', { venue: '', level: 'planet' }, ['/level', '/venue']],
  ])('%s is refused by the name of the field', async (_, fields, expected) => {
    const answer = await draft(fields)
    expect([answer.status, slug(answer), pointers(answer)]).toEqual([400, 'invalid-input', expected])
  })

  it('is not what is merely written in another form: NFD is kept as NFC', async () => {
    const { body } = await draft({ venue: 'Thừa Thiên Huế'.normalize('NFD') })
    expect(body.venue).toBe('Thừa Thiên Huế'.normalize('NFC'))
  })

  it.each([
    ['broken JSON', { raw: '{"title": [' }, 400, 'broken-json'],
    ['no body', { raw: '' }, 400, 'broken-json'],
    ['a list', { raw: '[]' }, 400, 'invalid-input'],
    ['5 MB', { raw: JSON.stringify({ title: 'a'.repeat(5 * 1024 * 1024) }) }, 413, 'body-too-large'],
    ['5 MB as told', { raw: '{}', headers: { 'Content-Length': '5242880' } }, 413, 'body-too-large'],
    [
      'a form',
      { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      415,
      'content-type-unsupported',
    ],
    [
      'a patch',
      { headers: { 'Content-Type': 'application/json-patch+json' } },
      415,
      'content-type-unsupported',
    ],
    ['a device without a clock', { headers: { 'Device-Time': 'noon' } }, 400, 'device-time-invalid'],
  ])('%s', async (_, extra, status, expected) => {
    const answer = await draft({}, extra)
    expect([answer.status, slug(answer)]).toEqual([status, expected])
  })

  it('may be left out of an act that tells nothing, and of no other', async () => {
    const path = `${here}/${(await draft({})).body.id}/schedule`
    const bare = async (at: string, body?: Uint8Array<ArrayBuffer>) => {
      const headers = { Authorization: `Bearer ${await home.token(secretary.sub)}`, 'Idempotency-Key': at }
      return home.send(at, { method: 'POST', headers, ...(body ? { body } : {}) })
    }
    expect(slug(await bare(here))).toBe('invalid-input')
    expect(slug(await bare(path, new TextEncoder().encode('{}')))).toBe('content-type-unsupported')
    expect(slug(await secretary.post(path, { at: 'noon' }))).toBe('invalid-input')
    expect((await bare(path)).status).toBe(200)
  })

  it('takes JSON however its type is spelt', async () => {
    const type = { 'Content-Type': 'Application/JSON;charset=UTF-8' }
    expect((await draft({}, { headers: type })).status).toBe(201)
  })
})

describe('a problem', () => {
  it('is problem+json of RFC 9457 in Vietnamese, or English when asked', async () => {
    const plain = await secretary.get(`${here}/cnf_01GJH00000000000000000000Z`)
    expect(plain.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8')
    expect(plain.body).toEqual({
      type: '/problems/not-found',
      title: catalogue['not-found'].vi,
      status: 404,
      instance: `${here}/cnf_01GJH00000000000000000000Z`,
      requestId: plain.headers.get('X-Request-Id'),
    })
    const headers = { 'Accept-Language': 'en-GB,vi;q=0.5' }
    expect((await secretary.get(`${here}/cnf_x`, { headers })).body.title).toBe(catalogue['invalid-input'].en)
  })

  it('speaks of each field in the reader’s language', async () => {
    const fields = { venue: 'a\u0000', startsAt: '', hostUnitId: 'x' }
    const messages = async (headers: Record<string, string>) =>
      (await draft(fields, { headers })).body.errors.map(({ message }: { message: string }) => message)
    const [vi, en] = [await messages({}), await messages({ 'Accept-Language': 'en' })]
    expect([vi.length, en.length]).toEqual([3, 3])
    for (const message of vi)
      expect(message).toMatch(/[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵấầẩẫậếềểễệốồổỗộớờởỡợứừửữự]/i)
    for (const message of en) expect(message).toMatch(/^[ -~…]+$/)
  })

  it('answers unknown paths and methods alike, and signs nobody in', async () => {
    expect(slug(await secretary.get('/api/nowhere'))).toBe('not-found')
    const nobody = await home.send(here, {})
    expect([nobody.status, nobody.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer'])
  })
})
