// The storm: every bridge point of a nationwide conference takes its roll at once, over HTTP, through every manner AWS
// has. Nothing is lost, nothing told twice, nobody is answered 5xx, and the figures are exact to the last delegate.
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import type { Board } from '#functions/bridge-points/board.schema.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { eventually } from '#test/support/eventually.ts'
import {
  bringIntoSession,
  type Figures,
  itemsOf,
  nationwide,
  operatorOf,
  rollCallOf,
} from '#test/support/nationwide.ts'

/** Operators under way at once: more than one function of ours would ever be given. */
const atOnce = 48
/** Shares of operators whose answer is lost on the way, and who press twice. */
const lost = 0.05
const twice = 0.05

/** A sixth of the nation, in a sixth of the time; `STORM_POINTS=3353` and the bench `storm` have all of it. */
const usualPoints = 560
const points = Number(process.env.STORM_POINTS ?? usualPoints)
const delegates = 50

const host = 'unit:unt_bo-cong-an'
const nation = nationwide(new Date().toISOString(), points, delegates)
let home: TestApi
let secretary: Client
let dir: string
let server: Awaited<ReturnType<typeof startServer>>

const startServer = async () => {
  const child = fork(fileURLToPath(new URL('../support/storm-home.ts', import.meta.url)), [dir])
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return {
    origin: `http://127.0.0.1:${port}`,
    /** @returns the most memory it ever held, in MB */
    stop: async () => {
      child.send('stop')
      const [{ peakMb }] = (await once(child, 'message')) as [{ peakMb: number }]
      await once(child, 'exit')
      return peakMb
    },
    kill: () => child.kill('SIGKILL'),
  }
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'diemcau-storm-'))
  home = await startApi(() => api, itemsOf(nation))
  secretary = await home.somebody(['secretariat', host])
  await seedUnits()
  await bringIntoSession(nation, secretary)
  server = await startServer()
}, 180_000)
afterAll(async () => {
  server?.kill()
  await home?.stop()
  rmSync(dir, { recursive: true, force: true })
})

type Seen = { statuses: Map<number, number>; retries: number; slowest: number }
const seen: Seen = { statuses: new Map(), retries: 0, slowest: 0 }

type Caller = { token: string; path: string; body: string; key: string }

const ask = async ({ token, path, body, key }: Caller, signal?: AbortSignal) => {
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': key,
  }
  const began = performance.now()
  const answer = await fetch(`${server.origin}${path}`, {
    method: 'POST',
    headers,
    body,
    ...(signal ? { signal } : {}),
  })
  const told = (await answer.json()) as { event: string }
  seen.statuses.set(answer.status, (seen.statuses.get(answer.status) ?? 0) + 1)
  seen.slowest = Math.max(seen.slowest, performance.now() - began)
  return told.event
}

/** As a page does it: whatever becomes of the answer, it asks again with the same key until it has one. */
const persist = async (caller: Caller, signal?: AbortSignal): Promise<string> => {
  try {
    return await ask(caller, signal)
  } catch {
    seen.retries++
    return persist(caller)
  }
}

/** One operator's roll call. @returns the event it was told */
const takeRoll = async (place: number): Promise<string> => {
  const point = nation.points[place]
  if (!point) throw new Error(`There is no point ${place}`)
  const { body } = rollCallOf(point, place)
  const path = `/api/conferences/${nation.conferenceId}/bridge-points/${point.id}/roll-call`
  const token = await home.token(operatorOf(point))
  const caller = { token, path, body: JSON.stringify(body), key: randomUUID() }
  const fate = Math.random()
  if (fate < lost) return persist(caller, AbortSignal.timeout(Math.ceil(Math.random() * 60)))
  if (fate > twice + lost) return persist(caller)
  const twins = await Promise.all([persist(caller), persist(caller)])
  expect(twins[0]).toBe(twins[1])
  return twins[0]
}

/** Everybody, so many at once. @returns the events by the place of the point */
const everybody = async (): Promise<string[]> => {
  const events: string[] = []
  const places = nation.points.keys()
  const work = async () => {
    for (const place of places) events[place] = await takeRoll(place)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return events
}

const sumOf = (all: readonly Figures[], figure: keyof Figures) =>
  all.reduce((sum, one) => sum + one[figure], 0)

const readBoard = async (): Promise<Board> => {
  const path = `${server.origin}/api/conferences/${nation.conferenceId}/board`
  const answer = await fetch(path, {
    headers: { Authorization: `Bearer ${await home.token(secretary.sub)}` },
  })
  expect(answer.headers.get('Content-Encoding')).toBe('gzip')
  return (await answer.json()) as Board
}

it(`holds: ${points} points × ${delegates} delegates`, async () => {
  const began = performance.now()
  const refusedBefore = home.engine.refused()
  const told = await everybody()
  const seconds = (performance.now() - began) / 1000

  expect([...seen.statuses.keys()]).toEqual([201])
  expect(new Set(told).size).toBe(points)
  const figures = nation.points.map((point, place) => rollCallOf(point, place).figures)
  const totals = {
    points,
    expected: points * delegates,
    present: sumOf(figures, 'present'),
    online: sumOf(figures, 'online'),
    absent: sumOf(figures, 'absent'),
    substituted: sumOf(figures, 'substituted'),
    heads: sumOf(figures, 'heads'),
    unmarked: 0,
  }
  const board = await eventually(
    async () => {
      const board = await readBoard()
      expect(board.totals).toMatchObject(totals)
      return board
    },
    { timeout: 20_000, interval: 100 },
  )
  const shown = (performance.now() - began) / 1000 - seconds
  const lines = new Map(board.items.map((line) => [line.pointId, line]))
  for (const [place, { id }] of nation.points.entries())
    expect(lines.get(id)).toMatchObject(figures[place] ?? {})

  const refused = home.engine.refused() - refusedBefore
  const peakMb = await server.stop()
  const log = await wholeLog(nation.conferenceId, new Date())
  const taken = log.filter(({ name }) => name === 'roll-call.taken').map(({ id }) => id)
  expect(taken.sort()).toEqual(told.toSorted())

  const { heapUsed } = process.memoryUsage()
  process.stdout.write(
    `Storm: ${points} roll calls of ${delegates} in ${seconds.toFixed(1)} s, ${Math.round(points / seconds)} a second, ` +
      `slowest ${Math.round(seen.slowest)} ms; ${refused} times the store said no and was asked again, ${seen.retries} times the server; board ${shown.toFixed(1)} s later; ` +
      `server at most ${peakMb} MB, clients' heap ${Math.round(heapUsed / 2 ** 20)} MB\n`,
  )
}, 300_000)
