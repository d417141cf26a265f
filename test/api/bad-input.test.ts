// Bad input at every route there is: refused as a 4xx problem that names the field, and never a fault.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  accepts,
  isProblem,
  type Json,
  leavesOf,
  pointersOf,
  type Routes,
  replaced,
  routes,
  slugOf,
  startRoutes,
  takes,
} from '#test/support/any-route.ts'
import type { Answer } from '#test/support/api.ts'

const writes = routes.filter((route) => !route.startsWith('GET'))
const withBody = writes.filter(takes('json'))
const withQuery = routes.filter(takes('query'))
const withPath = routes.filter((route) => route.includes(':'))

let home: Routes
beforeAll(async () => {
  home = await startRoutes()
}, 60_000)
afterAll(() => home.stop())

const refusal = (answer: Answer) => [answer.status, slugOf(answer)]

describe.each(withBody)('%s', (route) => {
  it.each([
    ['no body', { raw: '' }, 400, 'broken-json'],
    ['broken JSON', { raw: '{"a": ' }, 400, 'broken-json'],
    ['a list', { raw: '[]' }, 400, 'invalid-input'],
    ['null', { raw: 'null' }, 400, 'invalid-input'],
    ['a form', { headers: { 'Content-Type': 'text/plain' } }, 415, 'content-type-unsupported'],
  ])('refuses %s', async (_, how, status, expected) => {
    expect(refusal(await home.ask(route, how))).toEqual([status, expected])
  })

  it('refuses a field it does not know, by its name', async () => {
    const answer = await home.ask(route, { body: { ...(home.bodyOf(route) as object), 'colour/~': 'red' } })
    expect(refusal(answer)).toEqual([400, 'invalid-input'])
    expect(pointersOf(answer)).toEqual(['/colour~1~0'])
  })

  it('refuses each field that is nothing, empty, endless, of another kind or with control characters', async () => {
    for (const pointer of leavesOf(home.bodyOf(route)))
      for (const wrong of [null, '', 'Hà\u0000Nội', 'a\u202eb', 'a'.repeat(200_000), [], {}, -1, 1e300]) {
        const body = replaced(home.bodyOf(route), pointer, wrong)
        if (wrong === null && accepts(route, body)) continue
        const answer = await home.ask(route, { body })
        expect([pointer, wrong, answer.status]).toEqual([pointer, wrong, 400])
        expect(pointersOf(answer).some((found) => found.startsWith(pointer))).toBe(true)
      }
  })
})

describe.each(writes)('%s', (route) => {
  it('refuses 5 MB, told or counted', async () => {
    const raw = JSON.stringify({ text: 'a'.repeat(5 * 1024 * 1024) })
    expect(refusal(await home.ask(route, { raw }))).toEqual([413, 'body-too-large'])
    const told = { 'Content-Length': '5242880' }
    expect(refusal(await home.ask(route, { headers: told }))).toEqual([413, 'body-too-large'])
  })

  const header = route.startsWith('PUT') ? 'If-Match' : 'Idempotency-Key'
  const wrongs =
    header === 'If-Match' ? ['', 'W/"x"', '"-1"', '"999999"'] : ['', 'có dấu cách', 'k'.repeat(101)]

  it.each(wrongs)(`refuses ${header}: %s`, async (wrong) => {
    const value = Buffer.from(wrong).toString('latin1')
    const answer = await home.ask(route, { headers: { [header]: value } })
    expect([400, 412, 428]).toContain(answer.status)
  })
})

/** These are words of a list, not ids: what is not in it is wrong, not missing. */
const listed = new Set(['annex'])

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
        const answer = await home.ask(route, { path: home.pathWith(route, name, wrong) })
        expect([name, wrong, answer.status]).toEqual([name, wrong, wrong === '' ? 404 : 400])
      }
  })

  it('knows no thing by an id of nothing', async () => {
    for (const name of names.filter((name) => !listed.has(name))) {
      const answer = await home.ask(route, { path: home.pathWith(route, name, home.strange(route, name)) })
      expect([name, isProblem(answer), [404, 409].includes(answer.status)]).toEqual([name, true, true])
    }
  })
})

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
    const answer = await home.ask(route, { path: home.pathWithQuery(route, query) })
    expect([answer.status, isProblem(answer)]).toEqual([400, true])
  })
})

describe('whatever is sent', () => {
  const anything = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>
  const isNoFault = (answer: Answer) => answer.status < 500

  it.each(withBody)('%s answers without a fault', async (route) => {
    const leaves = leavesOf(home.bodyOf(route))
    const place = fc.constantFrom('', ...leaves)
    await fc.assert(
      fc.asyncProperty(place, anything, async (pointer, value) =>
        isNoFault(await home.ask(route, { body: replaced(home.bodyOf(route), pointer, value) })),
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
        isNoFault(await home.client.get(`/api/${parts.join('/')}`)),
      ),
      { numRuns: 100 },
    )
  })
})
