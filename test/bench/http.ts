// Bench `http`: a validated, authorised request without storage, against bare node:http that checks the same token
// and parses the same body with the same schema. Both servers run in processes of their own, in alternating rounds.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'
import { now } from '#functions/shared/clock.ts'
import { startApi } from '#test/support/api.ts'
import { afternoonInput } from './afternoon-input.ts'
import { type Bench, median, round } from './measure.ts'

const rounds = 5
const secondsPerRound = 2

const startServer = async (kind: 'house' | 'bare'): Promise<{ url: string; child: ChildProcess }> => {
  const child = fork(new URL(`./http-${kind}.ts`, import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [port] = await once(child, 'message')
  return { url: `http://127.0.0.1:${port}/api/checked`, child }
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
  const servers = [await startServer('house'), await startServer('bare')] as const
  const seen: [number[], number[]] = [[], []]
  try {
    for (const { url } of servers) await load(url, token)
    for (let turn = 0; turn < rounds; turn++) {
      seen[0].push(await load(servers[0].url, token))
      seen[1].push(await load(servers[1].url, token))
    }
  } finally {
    for (const { child } of servers) child.kill()
    await home.stop()
  }
  const [house, bare] = [median(seen[0]), median(seen[1])]
  const ratio = round(house / bare)
  return {
    ratio,
    pass: ratio >= http.goal,
    housePerSecond: Math.round(house),
    barePerSecond: Math.round(bare),
    rounds,
  }
}

export const http: Bench = { name: 'http', goal: 0.6, goalText: '≥ 0.6', run }
