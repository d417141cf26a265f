// Bad input at every route there is: refused as a 4xx problem that names the field, and never a fault.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '#functions/shared/problem.ts'
import { docOf } from '#functions/shared/route.ts'
import { schemaOf } from '#functions/shared/valid.ts'
import { surface } from '#infra/surface.ts'
import type { Answer, Client } from '#test/support/api.ts'
import { host, unit } from '#test/support/conference.ts'
import { pathOf, type Sample, samples } from '#test/support/samples.ts'
import { conferenceInput, startWorld, type World } from '#test/support/world.ts'

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

const routes = [
  ...new Set(surface.filter(({ handler }) => docOf(handler)).map(({ method, path }) => `${method} ${path}`)),
]
const takes = (target: string) => (route: string) =>
  surface.some(
    ({ method, path, handler }) => `${method} ${path}` === route && schemaOf(handler)?.target === target,
  )
const writes = routes.filter((route) => !route.startsWith('GET'))
const withBody = writes.filter(takes('json'))
const withQuery = routes.filter(takes('query'))
const withPath = routes.filter((route) => route.includes(':'))

let world: World
/** May do everything everywhere, so that nothing is refused for want of a role. */
let anybody: Client

beforeAll(async () => {
  world = await startWorld()
  Object.assign(world.ids, {
    disagreement: 'link-without-roll.bpt_ca-ninh-binh',
    'req.call': world.ids['req.skip'],
  })
  anybody = await world.home.somebody(
    ['administrator', '*'],
    ['archivist', '*'],
    ['secretariat', `unit:${host}`],
    ['operator', `unit:${unit}`],
    ...Object.values(world.ids)
      .filter((id) => id.startsWith('cnf_'))
      .flatMap((id) => (['chair', 'secretary'] as const).map((role) => [role, `conference:${id}`] as const))
      .map(([role, scope]): ['chair' | 'secretary', `conference:${string}`] => [role, scope as never]),
  )
}, 60_000)
afterAll(() => world.home.stop())

const sampleOf = (route: string): Sample => {
  const [sample] = samples[route] ?? []
  if (!sample) throw new Error(`${route} has no sample`)
  return sample
}
const bodyOf = (route: string) => (sampleOf(route).body?.(world) ?? {}) as Json

type How = { body?: Json; raw?: string; headers?: Record<string, string>; path?: string }

/** The route's own sample, changed in one way. */
const ask = (
  route: string,
  { body, raw, headers, path = pathOf(route, sampleOf(route), world) }: How = {},
) => {
  const extra = {
    version: 1,
    ...(raw === undefined ? {} : { raw }),
    ...(headers === undefined ? {} : { headers }),
  }
  if (route.startsWith('GET')) return anybody.get(path)
  const sent = body === undefined ? bodyOf(route) : body
  return route.startsWith('PUT') ? anybody.put(path, sent, extra) : anybody.post(path, sent, extra)
}

const slug = ({ body }: Answer) => String(body.type).replace('/problems/', '')
const pointers = ({ body }: Answer): string[] =>
  (body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer)
const refused = (answer: Answer) => [answer.status, slug(answer)]

const isProblem = ({ status, headers }: Answer) =>
  status >= 400 && status < 500 && headers.get('Content-Type')?.startsWith('application/problem+json')

describe.each(withBody)('%s', (route) => {
  it.each([
    ['no body', { raw: '' }, 400, 'broken-json'],
    ['broken JSON', { raw: '{"a": ' }, 400, 'broken-json'],
    ['a list', { raw: '[]' }, 400, 'invalid-input'],
    ['null', { raw: 'null' }, 400, 'invalid-input'],
    ['a form', { headers: { 'Content-Type': 'text/plain' } }, 415, 'content-type-unsupported'],
  ])('refuses %s', async (_, how, status, expected) => {
    expect(refused(await ask(route, how))).toEqual([status, expected])
  })

  it('refuses a field it does not know, by its name', async () => {
    const answer = await ask(route, { body: { ...(bodyOf(route) as object), 'colour/~': 'red' } })
    expect(refused(answer)).toEqual([400, 'invalid-input'])
    expect(pointers(answer)).toEqual(['/colour~1~0'])
  })

  it('refuses each field that is nothing, empty, endless, of another kind or with control characters', async () => {
    for (const pointer of leavesOf(bodyOf(route)))
      for (const wrong of [null, '', 'Hà\u0000Nội', 'a\u202eb', 'a'.repeat(200_000), [], {}, -1, 1e300]) {
        const answer = await ask(route, { body: replaced(bodyOf(route), pointer, wrong) })
        expect([pointer, wrong, answer.status]).toEqual([pointer, wrong, 400])
        expect(pointers(answer).some((found) => found.startsWith(pointer))).toBe(true)
      }
  })
})

describe.each(writes)('%s', (route) => {
  it('refuses 5 MB, told or counted', async () => {
    const raw = JSON.stringify({ text: 'a'.repeat(5 * 1024 * 1024) })
    expect(refused(await ask(route, { raw }))).toEqual([413, 'body-too-large'])
    const told = { 'Content-Length': '5242880' }
    expect(refused(await ask(route, { headers: told }))).toEqual([413, 'body-too-large'])
  })

  const header = route.startsWith('PUT') ? 'If-Match' : 'Idempotency-Key'
  const wrongs =
    header === 'If-Match' ? ['', 'W/"x"', '"-1"', '"999999"'] : ['', 'có dấu cách', 'k'.repeat(101)]

  it.each(wrongs)(`refuses ${header}: %s`, async (wrong) => {
    const value = Buffer.from(wrong).toString('latin1')
    const answer = await ask(route, { headers: { [header]: value } })
    expect([400, 412, 428]).toContain(answer.status)
  })
})

describe.each(withPath)('%s', (route) => {
  const names = [...route.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
  const wrongIds = [
    'x',
    '%00',
    '..%2f..',
    '%E1%BB%87',
    "'%20OR%201=1",
    'a'.repeat(3000),
    '__proto__',
    'undefined',
  ]

  it('knows no thing by an id that is none', async () => {
    for (const name of names)
      for (const wrong of wrongIds) {
        const answer = await ask(route, { path: withId(route, name, wrong) })
        expect([name, wrong, answer.status]).toEqual([name, wrong, wrong === '' ? 404 : 400])
      }
  })

  it('knows no thing by an id of nothing', async () => {
    for (const name of names) {
      const answer = await ask(route, { path: withId(route, name, strange(name, route)) })
      expect([name, isProblem(answer), [404, 409].includes(answer.status)]).toEqual([name, true, true])
    }
  })
})

/** A well-formed id that nobody has. */
const strange = (name: string, route: string): string => {
  const real = world.ids[sampleOf(route).params?.[name] ?? sampleOf(route).in ?? ''] ?? ''
  if (name === 'disagreement') return 'roll-without-link.bpt_ca-ha-nam'
  return /_[0-9A-Z]{26}$/.test(real)
    ? `${real.slice(0, 4)}01GJH00000000000000000000Z`
    : `${real.slice(0, 4)}none`
}

const withId = (route: string, name: string, id: string): string => {
  const [before = '', after = ''] = route.slice(route.indexOf(' ') + 1).split(`:${name}`)
  const sample = sampleOf(route)
  return pathOf(`GET ${before}@@${after}`, sample, world).replace('@@', id)
}

describe.each(withQuery)('%s', (route) => {
  it.each([
    'colour=red',
    'limit=0',
    'limit=-1',
    'limit=x',
    'limit=1e9',
    'cursor=abc',
    'from=2022-02-31',
    'scope=all',
  ])('refuses ?%s', async (query) => {
    const path = pathOf(route, { ...sampleOf(route), query: '' }, world)
    const answer = await ask(route, { path: `${path}?${query}` })
    expect([answer.status, isProblem(answer)]).toEqual([400, true])
  })
})

describe('the fields people get wrong', () => {
  const conference = (fields: object) => ({ ...conferenceInput, ...fields }) as Json
  const post = 'POST /api/conferences/:id'
  const leapless = '2022-02-29T08:00:00+07:00'
  const notInvited = 'unt_ca-ha-nam'
  const check = { picture: 'pass', sound: 'pass', network: 'pass' }
  const item = (fields: object) => [{ id: 'agd_1', title: 'Mở đầu', kind: 'opening', ...fields }]

  it.each([
    ['an empty name', 'POST /api/persons', { name: '' }, 400, '/name'],
    ['a name of spaces', 'POST /api/persons', { name: ' \u00a0 ' }, 400, '/name'],
    ['a name of 10,000 letters', 'POST /api/persons', { name: 'a'.repeat(10_000) }, 400, '/name'],
    ['nobody', 'POST /api/persons', {}, 400, '/name'],
    [
      'a post from 31/02',
      'POST /api/persons',
      { name: 'A', posts: [{ unitId: unit, title: 'Trưởng phòng', from: '2022-02-31' }] },
      400,
      '/posts/0/from',
    ],
    [
      'a post in no unit',
      'POST /api/persons',
      { name: 'A', posts: [{ unitId: 'unt_none', title: 'Trưởng phòng', from: '2022-01-01' }] },
      422,
      '/posts/0/unitId',
    ],
    [
      'a title of 10,000 letters',
      'POST /api/conferences',
      conference({ title: ['a'.repeat(10_000)] }),
      400,
      '/title/0',
    ],
    ['a start on 29/02', 'POST /api/conferences', conference({ startsAt: leapless }), 400, '/startsAt'],
    [
      'an end before the start',
      'POST /api/conferences',
      conference({ endsAt: '2022-11-23T13:00:00+07:00' }),
      400,
      '/endsAt',
    ],
    [
      'an item of -5 minutes',
      'POST /api/conferences',
      conference({ agenda: item({ minutes: -5 }) }),
      400,
      '/agenda/0/minutes',
    ],
    [
      'two items of one id',
      'POST /api/conferences',
      conference({ agenda: [...item({}), ...item({})] }),
      400,
      '/agenda',
    ],
    ['no units', `${post}/bridge-points`, { unitIds: [] }, 400, '/unitIds'],
    ['a unit nobody knows', `${post}/bridge-points`, { unitIds: [unit, 'unt_none'] }, 422, '/unitIds/1'],
    ['-1 people expected', `${post}/bridge-points`, { unitIds: [unit], expected: -1 }, 400, '/expected'],
    ['half a person', `${post}/bridge-points/:point/roll-call`, { headCount: 1.5 }, 400, '/headCount'],
    ['-1 heads', `${post}/bridge-points/:point/roll-call`, { headCount: -1 }, 400, '/headCount'],
    [
      'a mark for a stranger',
      `${post}/bridge-points/:point/roll-call`,
      { marks: [{ delegateId: 'dlg_01GJH00000000000000000000Z', state: 'present' }] },
      422,
      '/marks/0/delegateId',
    ],
    [
      'a claim on 30/02',
      `${post}/bridge-points/:point/join`,
      { claimedAt: '2022-02-30T00:00:00Z' },
      400,
      '/claimedAt',
    ],
    [
      'a check of no kind',
      `${post}/bridge-points/:point/readiness`,
      { checks: { ...check, sound: 'meh' } },
      400,
      '/checks/sound',
    ],
    [
      'a delegate who is nobody',
      `${post}/bridge-points/:point/delegates`,
      { delegates: [{}] },
      400,
      '/delegates/0/name',
    ],
    ['-5 seconds', `${post}/floor/extend`, { seconds: -5 }, 400, '/seconds'],
    ['a budget of -1', `${post}/floor/open`, { budgetSeconds: -1 }, 400, '/budgetSeconds'],
    ['an item not on the agenda', `${post}/floor/open`, { agendaItem: 'agd_none' }, 422, '/agendaItem'],
    [
      'a unit that is not invited',
      `${post}/floor/requests`,
      { unitId: notInvited, speaker: { name: 'A' } },
      422,
      '/unitId',
    ],
    [
      'a speaker nobody knows',
      `${post}/floor/requests`,
      { unitId: unit, speaker: { personId: 'prs_none' } },
      422,
      '/speaker/personId',
    ],
    [
      'a paper of no unit',
      `${post}/contributions`,
      { title: 'T', text: 't', unitId: notInvited, author: { name: 'A' } },
      422,
      '/unitId',
    ],
    [
      'an author nobody knows',
      `${post}/contributions`,
      { title: 'T', text: 't', unitId: unit, author: { personId: 'prs_none' } },
      422,
      '/author/personId',
    ],
    [
      'a grant to nobody',
      'POST /api/grants',
      { personId: 'prs_none', role: 'observer', scope: `unit:${unit}` },
      422,
      '/personId',
    ],
  ])('%s', async (_, route, body, status, pointer) => {
    if (route.includes('/floor/') || route.includes('/contributions')) await openFloor()
    const answer = await ask(route, { body: body as Json })
    expect([answer.status, isProblem(answer), pointers(answer)[0]]).toEqual([status, true, pointer])
  })

  it('a field that names what is not there says so in words', async () => {
    const answer = await ask(`${post}/bridge-points`, { body: { unitIds: ['unt_none'] } })
    expect(answer.body.errors).toEqual([
      { pointer: '/unitIds/0', code: 'unit-unknown', message: catalogue['unit-unknown'].vi },
    ])
  })

  const openFloor = () => anybody.post(`/api/conferences/${world.ids.session}/floor/open`, {})

  it('a name in NFD is kept in NFC wherever it is typed', async () => {
    const [nfc, nfd] = [
      'Trần Thị Huệ, Thừa Thiên Huế'.normalize('NFC'),
      'Trần Thị Huệ, Thừa Thiên Huế'.normalize('NFD'),
    ]
    await openFloor()
    const speaker = { name: nfd }
    const answers = [
      await ask('POST /api/persons', { body: { name: nfd } }),
      await ask('POST /api/conferences', { body: conference({ venue: nfd, title: [nfd] }) }),
      await ask(`${post}/bridge-points/:point/delegates`, { body: { delegates: [{ name: nfd }] } }),
      await ask(`${post}/contributions`, { body: { title: nfd, text: nfd, unitId: unit, author: speaker } }),
      await ask(`${post}/floor/requests`, { body: { unitId: unit, speaker } }),
      await ask(`${post}/minutes/blocks`, { body: { kind: 'conclusion', text: nfd } }),
    ]
    for (const { status, body } of answers) {
      const text = JSON.stringify(body)
      expect([status, text.includes(nfc), text === text.normalize('NFC')]).toEqual([201, true, true])
    }
  })
})

/** Pointers to everything in a body that is no list and no object. */
function leavesOf(body: Json, at = ''): string[] {
  if (typeof body !== 'object' || body === null) return [at]
  const parts = Array.isArray(body) ? body.map((part, index) => [index, part] as const) : Object.entries(body)
  return parts.flatMap(([name, part]) => leavesOf(part, `${at}/${name}`))
}

function replaced(body: Json, pointer: string, by: Json): Json {
  const [, first, ...rest] = pointer.split('/')
  if (first === undefined) return by
  const deeper = rest.length > 0 ? `/${rest.join('/')}` : ''
  if (Array.isArray(body))
    return body.map((part, index) => (String(index) === first ? replaced(part, deeper, by) : part))
  const fields = body as { [name: string]: Json }
  return { ...fields, [first]: replaced(fields[first] ?? null, deeper, by) }
}

describe('whatever is sent', () => {
  const anything = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>
  const isNoFault = (answer: Answer) => answer.status < 500

  it.each(withBody)('%s answers without a fault', async (route) => {
    const leaves = leavesOf(bodyOf(route))
    const place = fc.constantFrom('', ...leaves)
    await fc.assert(
      fc.asyncProperty(place, anything, async (pointer, value) =>
        isNoFault(await ask(route, { body: replaced(bodyOf(route), pointer, value) })),
      ),
      { numRuns: 20 },
    )
  })

  it('any path answers without a fault', async () => {
    const part = fc.oneof(
      fc.webSegment(),
      fc.constantFrom('conferences', 'archive', 'bridge-points', '%', '%zz', '__proto__'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) =>
        isNoFault(await anybody.get(`/api/${parts.join('/')}`)),
      ),
      { numRuns: 100 },
    )
  })
})
