// Bench `http`: a validated, authorised request without storage, against bare node:http that checks the same token
// and parses the same body with the same schema. Servers run in processes of their own, in alternating rounds. The
// ratio counts the house verifying every token anew, like for like; `rememberingRatio` is the house as it runs.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'
import { now } from '#functions/shared/clock.ts'
import { startApi } from '#test/support/api.ts'
import { afternoonInput } from './afternoon-input.ts'
import { type Bench, median, round } from './measure.ts'

const rounds = 5
const secondsPerRound = 2

type Side = 'bare' | 'house' | 'forgetful'
type Server = { side: Side; url: string; child: ChildProcess; seen: number[] }

const startServer = async (side: Side): Promise<Server> => {
  const file = new URL(side === 'bare' ? './http-bare.ts' : './http-house.ts', import.meta.url)
  const child = fork(file, [side], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [port] = await once(child, 'message')
  return { side, url: `http://127.0.0.1:${port}/api/checked`, child, seen: [] }
}

const load = async (url: string, token: string): Promise<number> => {
  const result = await autocannon({
    url,
    method: 'POST',
    connections: 8,
    duration: secondsPerRound,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(afternoonInput),
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`)
  return result.requests.average
}

const run = async () => {
  const home = await startApi(() => {
    throw new Error('This bench talks to servers of its own.')
  })
  const secretary = await home.somebody(['secretariat', 'unit:unt_bo-cong-an'])
  const token = await home.token(secretary.sub, Math.floor(now().getTime() / 1000))
  const servers = await Promise.all((['bare', 'house', 'forgetful'] as const).map(startServer))
  try {
    for (const { url } of servers) await load(url, token)
    for (let turn = 0; turn < rounds; turn++) {
      for (const { url, seen } of servers) seen.push(await load(url, token))
    }
  } finally {
    for (const { child } of servers) child.kill()
    await home.stop()
  }
  const [bare = 0, house = 0, forgetful = 0] = servers.map(({ seen }) => Math.round(median(seen)))
  const ratio = round(forgetful / bare)
  const rememberingRatio = round(house / bare)
  return { ratio, pass: ratio >= http.goal, rememberingRatio, bare, forgetful, house, rounds }
}

export const http: Bench = { name: 'http', goal: 0.6, goalText: '≥ 0.6', run }
