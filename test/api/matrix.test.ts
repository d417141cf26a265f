// Every route × every role × its own and another's scope: what the API allows is what the permission table says.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Act, permissions, type Relation, type Touched } from '#functions/grants/rules.ts'
import type { Role } from '#functions/grants/schema.ts'
import { linkRoutes, publicRoutes } from '#functions/public-routes.data.ts'
import { docOf } from '#functions/shared/route.ts'
import { surface } from '#infra/surface.ts'
import type { Answer } from '#test/support/api.ts'
import { host, otherUnit, unit } from '#test/support/conference.ts'
import { deadLinks, linkOf, ownLink } from '#test/support/links.ts'
import { type Account, matrixCast } from '#test/support/matrix-cast.ts'
import type { Sample } from '#test/support/sample.ts'
import { pathOf, samples } from '#test/support/samples.ts'
import { startWorld, type World } from '#test/support/world.ts'

/** Method and path → the act its `doc` names; undefined where no handler carries one. */
const actsOf = () => {
  const acts = new Map<string, string | undefined>()
  for (const { method, path, handler } of surface) {
    if (method === 'ALL') continue
    const route = `${method} ${path}`
    acts.set(route, acts.get(route) ?? docOf(handler)?.act)
  }
  return acts
}
const acts = actsOf()

let world: World
let accounts: Account[]

beforeAll(async () => {
  world = await startWorld()
  world.ids.disagreement = 'link-without-roll.bpt_ca-ninh-binh'
  accounts = await matrixCast(world)
}, 60_000)
afterAll(() => world.home.stop())

const holds: Record<Relation, (scope: string, touched: Touched) => boolean> = {
  any: () => true,
  host: (scope, touched) => scope === `unit:${touched.host}`,
  unit: (scope, touched) => scope === `unit:${touched.unit}`,
  conference: (scope, touched) => scope === `conference:${touched.conference}`,
  invited: (scope, touched) => (touched.invited ?? []).some((id) => scope === `unit:${id}`),
  self: (scope, touched) => scope === `delegate:${touched.delegate}`,
}

const touchedBy = (sample: Sample): Touched => {
  if (sample.touches) return sample.touches(world)
  if (!sample.in) return {}
  return { conference: world.ids[sample.in], host, unit: sample.unit, invited: [unit, otherUnit] }
}

/** The table's answer, worked out here and not by the code under test. */
const granted = (act: string, sample: Sample, { name, held }: Account): boolean =>
  held.some(([role, scope]) => {
    const relation = (permissions[act as Act] as Partial<Record<Role, Relation>>)[role]
    if (!relation || (role === 'contributor' && sample.own && sample.own !== name)) return false
    return holds[relation](scope, touchedBy(sample))
  })

/** A list refuses only whoever has no role that reads any. */
const hasRole = (act: string, { held }: Account) => held.some(([role]) => role in permissions[act as Act])

/** Whoever has left is nobody, and what is public is for nobody as well. */
const isOpen = (act: string, { left }: Account) => act === 'public' || (act === 'signed-in' && !left)

const expects = (act: string, sample: Sample, account: Account): boolean =>
  isOpen(act, account) || (sample.lists ? hasRole(act, account) : granted(act, sample, account))

const ask = ({ client }: Account, route: string, sample: Sample): Promise<Answer> => {
  const path = pathOf(route, sample, world)
  const extra = sample.version === undefined ? {} : { version: sample.version }
  if (route.startsWith('GET')) return client.get(path)
  const body = sample.body?.(world, client.sub)
  return route.startsWith('PUT') ? client.put(path, body, extra) : client.post(path, body, extra)
}

const askWithoutToken = (route: string, sample: Sample) => {
  const [method = ''] = route.split(' ')
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), 'If-Match': '"1"' }
  const body = method === 'GET' ? {} : { body: JSON.stringify(sample.body?.(world, 'nobody') ?? {}) }
  return world.home.send(pathOf(route, sample, world), { method, headers, ...body })
}

/** Whoever is refused changes nothing, so all may ask at once. */
const refusals = async (route: string, sample: Sample, refused: Account[]) => {
  const answers = await Promise.all(refused.map((account) => ask(account, route, sample)))
  return refused.map(({ name }, at) => `${name}: ${answers[at]?.status}`)
}

type Success = { account: Account; answer: Answer }

/** What is done changes what the next one finds; what is only read may be read by all at once. */
const successes = async (route: string, sample: Sample, allowed: Account[]): Promise<Success[]> => {
  const succeed = async (account: Account): Promise<Success> => {
    await sample.before?.(world, account.client.sub)
    return { account, answer: await ask(account, route, sample) }
  }
  if (route.startsWith('GET') && !sample.before) return Promise.all(allowed.map(succeed))
  const done: Success[] = []
  for (const account of allowed) done.push(await succeed(account))
  return done
}

/** An act done already is a conflict or an older version: the actor got past the table. */
const passed = [200, 201, 202, 303, 409, 412]

const cases = Object.entries(samples).flatMap(([route, list]) =>
  list.map((sample, at) => [list.length > 1 ? `${route} (${at + 1})` : route, route, sample] as const),
)

describe('the routes', () => {
  it('all say which act they are', () => {
    expect([...acts].filter(([, act]) => act === undefined).map(([route]) => route)).toEqual([])
  })

  it('name acts the table has', () => {
    const known = [...Object.keys(permissions), 'signed-in', 'public', 'personal']
    expect([...acts.values()].filter((act) => !known.includes(act ?? ''))).toEqual([])
  })

  it('each have a sample here, and every sample is of a route', () => {
    expect(Object.keys(samples).sort()).toEqual([...acts.keys()].sort())
  })

  it('are public where, and only where, the gateway lets requests through unasked', () => {
    const open = (how: string) => [...acts].filter(([, act]) => act === how).map(([route]) => route)
    const named = (routes: typeof publicRoutes) => routes.map(({ method, path }) => `${method} ${path}`)
    expect(open('public')).toEqual(named(publicRoutes))
    expect(open('personal').sort()).toEqual(named(linkRoutes).sort())
  })

  it('leave no act of the table unused', () => {
    const used = new Set(acts.values())
    expect(Object.keys(permissions).filter((act) => !used.has(act))).toEqual([])
  })
})

/** Opened by the delegate's own link: no account's token does, whatever it may do elsewhere. */
describe.each(cases.filter(([, route]) => acts.get(route) === 'personal'))('%s', (_, route, sample) => {
  it('is opened by the personal link of the delegate, and by no account', async () => {
    const told = await refusals(route, sample, accounts)
    expect(told).toEqual(accounts.map(({ name }) => `${name}: 401`))
    const client = await ownLink(world)
    await sample.before?.(world, client.sub)
    const { status, body } = await ask({ name: 'the delegate', client, held: [] }, route, sample)
    expect([route, status, body.type]).toEqual([route, status < 300 ? status : 200, undefined])
  })

  it('is not opened by a link that was changed, revoked, or of a conference that is over', async () => {
    for (const client of await deadLinks(world)) {
      const { status } = await ask({ name: 'a dead link', client, held: [] }, route, sample)
      expect([client.personId, [401, 410].includes(status)]).toEqual([client.personId, true])
    }
  })

  it('reaches nothing of another conference or another delegate', async () => {
    if (!route.includes(':ctb')) return
    await ownLink(world)
    for (const client of [await linkOf(world, 'open'), await linkOf(world, 'session')]) {
      const { status } = await ask({ name: 'another delegate', client, held: [] }, route, sample)
      expect([403, 404]).toContain(status)
    }
  })

  it('asks for a link', async () => {
    expect((await askWithoutToken(route, sample)).status).toBe(401)
  })
})

describe.each(cases.filter(([, route]) => acts.get(route) !== 'personal'))('%s', (_, route, sample) => {
  const act = acts.get(route) ?? ''

  it('is done by exactly whom the table allows', async () => {
    await sample.before?.(world)
    const allowed = accounts.filter((account) => expects(act, sample, account))
    const refused = accounts.filter((account) => !allowed.includes(account))
    const told = await refusals(route, sample, refused)
    expect(told).toEqual(refused.map(({ name }) => `${name}: 403`))
    const done = await successes(route, sample, allowed)
    const stopped = done.filter(({ answer }) => !passed.includes(answer.status))
    expect(stopped.map(({ account, answer }) => [account.name, answer.status, answer.body])).toEqual([])
    expect(done.some(({ answer }) => answer.status < 400)).toBe(true)
    if (sample.lists) expectList(act, sample, done)
  })

  it('is opened by no personal link, be it of this conference or of another', async () => {
    if (act === 'public') return
    for (const where of ['session', 'scheduled'] as const) {
      const client = await linkOf(world, where)
      const { status } = await ask({ name: 'a link', client, held: [] }, route, sample)
      expect([where, status]).toEqual([where, 401])
    }
  })

  it('asks for a token, unless it is public', async () => {
    const { status } = await askWithoutToken(route, sample)
    expect(status).toBe(act === 'public' ? 200 : 401)
  })
})

const expectList = (act: string, sample: Sample, done: Success[]) => {
  const { ids, expected = '' } = sample.lists ?? {}
  const sees = ({ answer }: Success) => ids?.(answer.body).includes(world.ids[expected] ?? '')
  expect(done.filter(sees).map(({ account }) => account.name)).toEqual(
    done.filter(({ account }) => granted(act, sample, account)).map(({ account }) => account.name),
  )
}
