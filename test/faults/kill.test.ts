// kill -9 of the home and of its engine at random points: what was acknowledged is there, nothing is left behind.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { enginesOn, eventually, knownIn, launch } from '#test/support/home-process.ts'
import { act, lost } from './acts.ts'

const times = 20

let dir: string
let home: ReturnType<typeof launch> | undefined

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'diemcau-kill-'))
})
afterEach(async () => {
  await home?.kill('SIGKILL')
  await eventually('no engine left', () => enginesOn(dir).length === 0)
  rmSync(dir, { recursive: true })
})

it(`loses nothing acknowledged when the home is killed ${times} times, and leaves no process`, async () => {
  const acknowledged = new Set<string>()
  for (let round = 0; round < times; round++) {
    home = launch(dir)
    if (round % 4 === 3) {
      await pause(Math.random() * 700)
      await home.kill('SIGKILL')
    } else {
      const { endpoint } = await home.ready()
      const before = new Set(acknowledged)
      const acts = act(endpoint, acknowledged)
      expect(await lost(endpoint, [...before].slice(-200))).toEqual([])
      await pause(Math.random() * 200)
      await home.kill('SIGKILL')
      await acts.stop()
    }
    await eventually('the engine ends with its home', () => enginesOn(dir).length === 0)
  }
  home = launch(dir)
  const { endpoint } = await home.ready()
  expect(acknowledged.size).toBeGreaterThan(times)
  expect(await lost(endpoint, acknowledged)).toEqual([])
  expect(await home.kill('SIGINT')).toBe(0)
  expect(enginesOn(dir)).toEqual([])
})

it(`goes on when the engine is killed ${times} times: callers wait, nothing acknowledged is lost`, async () => {
  const acknowledged = new Set<string>()
  home = launch(dir)
  const { endpoint } = await home.ready()
  const acts = act(endpoint, acknowledged, { attempts: 6 })
  for (let round = 0; round < times; round++) {
    const { pid } = knownIn(dir).engine
    await pause(20 + Math.random() * 150)
    process.kill(pid, 'SIGKILL')
    await eventually('the engine is started again', () => knownIn(dir).engine.pid !== pid)
    const reached = acknowledged.size
    await eventually('acts go through again', () => acknowledged.size > reached + 4)
  }
  expect(await acts.stop()).toBeUndefined()
  expect(await lost(endpoint, acknowledged)).toEqual([])
  expect(home.said.err.match(/The database ended unexpectedly; starting it again/g)).toHaveLength(times)
})

/** The parent of a process: field 4 of its stat. */
const parentOf = (pid: number) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

it('ends an engine that did outlive its home, at the next start', async () => {
  home = launch(dir)
  const { engine } = await home.ready()
  const guard = parentOf(engine.pid)
  process.kill(guard, 'SIGSTOP')
  await home.kill('SIGKILL')
  process.kill(guard, 'SIGKILL')
  expect(enginesOn(dir)).toEqual([engine.pid])
  home = launch(dir)
  await home.ready()
  expect(home.said.err).toContain('Ended a database left over from a start that was killed.')
  expect(enginesOn(dir)).toHaveLength(1)
})
