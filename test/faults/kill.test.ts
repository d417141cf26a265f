// kill -9 of the home and of its engine at random points: what was acknowledged is there, nothing is left behind.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { takeSeat } from '#infra/local/afternoon/desk.ts'
import { at, sites } from '#infra/local/afternoon/facts.data.ts'
import {
  enginesOn,
  eventually,
  knownIn,
  type launch,
  launchWhole,
  loadedConference,
} from '#test/support/home-process.ts'
import { copyOfLoaded } from '#test/support/loaded-home.ts'
import { Ledger } from './acts.ts'

/** A start of the home costs a hundred times what one of the engine does: `HOME_KILLS=20` has as many of them. */
const homeKills = Number(process.env.HOME_KILLS ?? 10)
const engineKills = 20

/** A home whose conference is in session, to be copied. */
let begun: string
let conference: string
let dir: string
let home: ReturnType<typeof launch> | undefined

const started = async (...given: Parameters<typeof launchWhole>) => {
  home = launchWhole(...given)
  return { ...(await home.ready()), home }
}

/** Time goes on from one start to the next. */
const laterBy = (minutes: number) => {
  const clock = new Date(Date.parse(at('14:30')) + minutes * 60_000).toISOString()
  return ['--port', '0', '--clock', clock]
}

const intoSession = async (origin: string) => {
  const path = `/conferences/${conference}`
  const secretary = await takeSeat(origin, 'thuky')
  await secretary.post(`${path}/open`)
  const chair = await takeSeat(origin, 'chutri')
  await chair.post(`${path}/start`)
  await chair.post(`${path}/floor/open`, { agendaItem: 'agd_tham-luan' })
}

beforeAll(async () => {
  begun = await copyOfLoaded()
  const { home, origin } = await started(begun, ['--port', '0', '--clock', at('14:00')])
  conference = await loadedConference(begun)
  await intoSession(origin)
  expect(await home.kill('SIGINT')).toBe(0)
})
afterAll(() => rmSync(begun, { recursive: true }))

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'diemcau-kill-'))
  cpSync(begun, dir, { recursive: true })
})
afterEach(async () => {
  await home?.kill('SIGKILL')
  await eventually('no engine left', () => enginesOn(dir).length === 0)
  rmSync(dir, { recursive: true })
})

/** All that was acknowledged is read back, once; whoever asks again with the same key is answered the same. */
const expectWhole = async (ledger: Ledger, origin: string) => {
  expect(await ledger.repeat()).toEqual([])
  expect(await ledger.missing(origin)).toEqual([])
}

/** The log holds what was acknowledged and no more; it is shown once it is five seconds old. */
const expectLogged = async (ledger: Ledger, origin: string) => {
  const { acknowledged, logged } = await ledger.compare(origin)
  expect(logged).toEqual(acknowledged)
}

it(`loses nothing acknowledged when the home is killed ${homeKills} times, and leaves no process`, async () => {
  const ledger = new Ledger(conference, sites.slice(0, 4))
  for (let round = 0; round < homeKills; round++) {
    if (round % 4 === 3) {
      home = launchWhole(dir, laterBy(round))
      await pause(Math.random() * 700)
      await home.kill('SIGKILL')
    } else {
      const { home, origin } = await started(dir, laterBy(round))
      await ledger.signIn(origin)
      await expectWhole(ledger, origin)
      const acts = await ledger.begin()
      await pause(Math.random() * 200)
      await home.kill('SIGKILL')
      expect(await acts.stop()).toBeInstanceOf(TypeError)
    }
    await eventually('the engine ends with its home', () => enginesOn(dir).length === 0)
  }
  const { origin } = await started(dir, laterBy(homeKills))
  expect(ledger.acknowledged).toBeGreaterThan(homeKills)
  await ledger.signIn(origin)
  await expectWhole(ledger, origin)
  expect(await home?.kill('SIGINT')).toBe(0)
  expect(enginesOn(dir)).toEqual([])
  await expectLogged(ledger, (await started(dir, laterBy(homeKills + 1))).origin)
})

it(`goes on when the engine is killed ${engineKills} times: callers wait, nothing acknowledged is lost`, async () => {
  const ledger = new Ledger(conference, sites.slice(0, 4))
  const { home, origin } = await started(dir, laterBy(0))
  await ledger.signIn(origin)
  const acts = await ledger.begin()
  for (let round = 0; round < engineKills; round++) {
    const { pid } = knownIn(dir).engine
    await pause(20 + Math.random() * 150)
    process.kill(pid, 'SIGKILL')
    await eventually('the engine is started again', () => knownIn(dir).engine.pid !== pid)
    const reached = ledger.acknowledged
    await eventually('acts go through again', () => ledger.acknowledged > reached + 4)
  }
  expect(await acts.stop()).toBeUndefined()
  await expectWhole(ledger, origin)
  const later = { method: 'PUT', body: JSON.stringify({ now: at('14:40') }) }
  expect((await fetch(`${origin}/local/clock`, later)).status).toBe(200)
  await expectLogged(ledger, origin)
  expect(home.said.err.match(/The database ended unexpectedly; starting it again/g)).toHaveLength(engineKills)
})

/** The parent of a process: field 4 of its stat. */
const parentOf = (pid: number) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

it('ends an engine that did outlive its home, at the next start', async () => {
  const first = await started(dir)
  const guard = parentOf(first.engine.pid)
  process.kill(guard, 'SIGSTOP')
  await first.home.kill('SIGKILL')
  process.kill(guard, 'SIGKILL')
  expect(enginesOn(dir)).toEqual([first.engine.pid])
  const second = await started(dir)
  expect(second.home.said.err).toContain('Ended a database left over from a start that was killed.')
  expect(enginesOn(dir)).toHaveLength(1)
})
