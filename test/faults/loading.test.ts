// kill -9 while a new home is being loaded: the next start completes the loading, and nothing is there twice.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { accounts } from '#infra/local/accounts.data.ts'
import { takeSeat } from '#infra/local/afternoon/desk.ts'
import { forEach } from '#infra/local/afternoon/seed.ts'
import { persons } from '#infra/local/reports/persons.data.ts'
import { enginesOn, eventually, launchWhole, loadedConference } from '#test/support/home-process.ts'
import { wholeList } from './acts.ts'

let dir: string
let home: ReturnType<typeof launchWhole>

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'diemcau-loading-'))
})
afterEach(async () => {
  await home.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

type Me = { name: string; grants: { role: string }[] }
type Listed = { items: { display: string }[] }

/** What every account finds when it signs in: itself, once, with its roles. */
const everyone = async (origin: string) => {
  const found: Record<string, unknown> = {}
  await forEach(accounts, async ({ username }) => {
    const { name, grants } = await (await takeSeat(origin, username)).get<Me>('/me')
    found[username] = { name, roles: grants.map(({ role }) => role) }
  })
  return found
}

type Head = { kind: string; hostUnitId: string }

/** The past conferences, which come last. */
const archived = async (origin: string) => {
  await eventually('the reports are sealed', () => existsSync(join(dir, 'reports')), 60_000)
  const heads = await wholeList<Head>(await takeSeat(origin, 'luutru'), '/archive?limit=100')
  return heads.map(({ kind, hostUnitId }) => `${kind} ${hostUnitId}`)
}

/** All that the loading makes, as its people read it, without what differs from one home to the next. */
const contents = async (origin: string, id: string) => {
  const desk = await takeSeat(origin, 'thuky')
  const path = `/conferences/${id}`
  const delegates: Record<string, string[]> = {}
  const points = await wholeList<{ id: string }>(desk, `${path}/bridge-points?limit=100`)
  await forEach(points, async (point) => {
    const { items } = await desk.get<Listed>(`${path}/bridge-points/${point.id}/delegates`)
    delegates[point.id] = items.map(({ display }) => display)
  })
  const log = await wholeList<{ name: string; point?: string }>(desk, `${path}/events?limit=200`)
  const conferences = await wholeList<{ id: string; state: string }>(desk, '/conferences?limit=100')
  return {
    conferences: conferences.map((each) => [each.id === id, each.state]),
    points: points.length,
    persons: (await wholeList(desk, '/persons?limit=100')).length,
    delegates,
    events: log
      .filter(({ name }) => !name.startsWith('invitation.'))
      .map(({ name, point = '' }) => `${name} ${point}`)
      .sort(),
    everyone: await everyone(origin),
    archived: await archived(origin),
  }
}

const loaded = async () => {
  home = launchWhole(dir)
  const { origin } = await home.ready()
  const found = await contents(origin, await loadedConference(dir))
  expect(home.said.err).toBe('')
  expect(await home.kill('SIGINT')).toBe(0)
  rmSync(dir, { recursive: true, force: true })
  return found
}

it('completes, once, what starts that were killed began to load', async () => {
  const undisturbed = await loaded()
  let killed = 0
  for (let round = 0; round < 6 && !existsSync(join(dir, 'seeded')); round++) {
    home = launchWhole(dir)
    await home.ready()
    await pause((round + Math.random()) * 300)
    if (!existsSync(join(dir, 'seeded'))) killed++
    await home.kill('SIGKILL')
    await eventually('the engine ends with its home', () => enginesOn(dir).length === 0)
  }
  expect(killed).toBeGreaterThanOrEqual(3)
  const completed = await loaded()
  expect(completed).toEqual(undisturbed)
  expect(completed).toMatchObject({
    points: 64,
    persons: accounts.length + Object.keys(persons).length,
    conferences: [[true, 'scheduled']],
    archived: ['huyen-gia-vien', 'ha-giang', 'hai-duong', 'vinh-phuc'].map(
      (host) => `historical unt_ubnd-${host}`,
    ),
  })
  expect(accounts).toHaveLength(68)
})
