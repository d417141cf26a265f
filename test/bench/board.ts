// Bench `board`: the whole board of 3,353 points as operators ask for it, each with a token of its own, against bare
// node:http that answers the same gzip bytes to anybody. Servers run in processes of their own, in alternating rounds;
// the ratio is of the 99th percentiles of waiting for the last byte, eight viewers asking without rest.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { api } from '#functions/api.ts'
import { rowItem } from '#functions/bridge-points/entity.ts'
import type { Point } from '#functions/bridge-points/stored.schema.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { now } from '#functions/shared/clock.ts'
import type { Item } from '#functions/shared/table.ts'
import { startApi, type TestApi } from '#test/support/api.ts'
import {
  bringIntoSession,
  itemsOf,
  type Nationwide,
  nationwide,
  operatorOf,
  rollCallOf,
  rowOf,
} from '#test/support/nationwide.ts'
import { type Bench, median, round } from './measure.ts'

const rounds = 7
const viewers = 8
const asksPerRound = 1_200

/** A row as it is at noon: checked, connected and with its roll taken. */
const busyRow = (point: Point, at: number): Item => {
  const moment = (minutes: number) =>
    new Date(Date.parse(point.startsAt) + minutes * 60_000 + at * 997).toISOString()
  const { figures } = rollCallOf(point, at)
  const link = { linkState: 'up' as const, since: moment(-20), checkedAt: moment(-45) }
  return rowItem({ ...rowOf(point, at), ...figures, ...link, rolledAt: moment(5) })
}

function* busyItems(nation: Nationwide): Generator<Item> {
  const rows = nation.points.map(busyRow)
  for (const item of itemsOf(nation)) {
    if (item.type === 'delegate') continue
    yield item.type === 'board' ? (rows.shift() ?? item) : item
  }
}

type Side = { url: string; child: ChildProcess; waits: number[]; middles: number[] }

const startSide = async (file: string, path: string, ...args: string[]): Promise<Side> => {
  const child = fork(new URL(file, import.meta.url), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [port] = await once(child, 'message')
  return { url: `http://127.0.0.1:${port}${path}`, child, waits: [], middles: [] }
}

const agent = new Agent({ keepAlive: true, maxSockets: viewers })

/** @returns how long the last byte took, in ms, and the bytes */
const ask = (url: string, token: string) =>
  new Promise<{ ms: number; bytes: Buffer }>((resolve, reject) => {
    const began = performance.now()
    const headers = { Authorization: `Bearer ${token}`, 'Accept-Encoding': 'gzip' }
    get(url, { agent, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('end', () => {
        if (answer.statusCode !== 200) reject(new Error(`${url}: ${answer.statusCode}`))
        resolve({ ms: performance.now() - began, bytes: Buffer.concat(chunks) })
      })
    }).once('error', reject)
  })

const percentile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN

const load = async ({ url, waits, middles }: Side, tokens: string[]) => {
  const seen: number[] = []
  const view = async (token: string) => {
    for (let at = 0; at < asksPerRound / viewers; at++) seen.push((await ask(url, token)).ms)
  }
  await Promise.all(tokens.map(view))
  waits.push(percentile(seen, 0.99))
  middles.push(percentile(seen, 0.5))
}

const tokensOf = (home: TestApi, nation: Nationwide) =>
  Promise.all(
    nation.points
      .slice(0, viewers)
      .map((point) => home.token(operatorOf(point), Math.floor(now().getTime() / 1000))),
  )

const compare = async (house: Side, tokens: string[], dir: string) => {
  const { bytes } = await ask(house.url, tokens[0] ?? '')
  const file = join(dir, 'board.json.gz')
  writeFileSync(file, bytes)
  const bare = await startSide('./board-bare.ts', '/', file)
  try {
    for (const side of [bare, house]) await load(side, tokens)
    for (const side of [bare, house]) {
      side.waits.length = 0
      side.middles.length = 0
    }
    for (let turn = 0; turn < rounds; turn++) for (const side of [bare, house]) await load(side, tokens)
  } finally {
    bare.child.kill()
  }
  return { bare, kb: bytes.length / 1024 }
}

const run = async () => {
  const nation = nationwide(now().toISOString())
  const dir = mkdtempSync(join(tmpdir(), 'diemcau-bench-'))
  const home = await startApi(() => api, busyItems(nation))
  await seedUnits()
  await bringIntoSession(nation, await home.somebody(['secretariat', 'unit:unt_bo-cong-an']))
  process.env.DYNAMODB_ENDPOINT = home.engine.bare
  const house = await startSide('./board-house.ts', `/api/conferences/${nation.conferenceId}/board`)
  try {
    const { bare, kb } = await compare(house, await tokensOf(home, nation), dir)
    const [bareMs, houseMs] = [median(bare.waits), median(house.waits)]
    const ratio = round(houseMs / bareMs)
    const middle = { bareMedianMs: round(median(bare.middles)), houseMedianMs: round(median(house.middles)) }
    return {
      ratio,
      pass: ratio <= board.goal,
      bareMs: round(bareMs),
      houseMs: round(houseMs),
      ...middle,
      kb: round(kb),
      points: nation.points.length,
      viewers,
      rounds,
    }
  } finally {
    house.child.kill()
    agent.destroy()
    await home.stop()
    rmSync(dir, { recursive: true })
  }
}

export const board: Bench = { name: 'board', goal: 2, goalText: '≤ 2', run }
