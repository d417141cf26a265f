// Bench `fan-out`: one change, published as functions publish it, until the last of 3,400 pages has it by MQTT through the
// broker, against bare `ws` that sends the very same bytes to as many sockets. Servers and clients run in processes of
// their own, in alternating rounds; the ratio is of the medians.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { newId } from '#functions/shared/new-id.ts'
import { type Bench, median, round } from './measure.ts'

const subscribers = 3_400
const rounds = 25
const warmUp = 5

type Side = { server: ChildProcess; clients: ChildProcess; waits: number[]; lost: number }

const start = (file: string, ...args: string[]): ChildProcess =>
  fork(new URL(file, import.meta.url), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })

const said = async (child: ChildProcess) => (await once(child, 'message'))[0]

const startSide = async (file: string, kind: 'mqtt' | 'bare', conferenceId: string): Promise<Side> => {
  const server = start(file, conferenceId)
  const { port, publish } = await said(server)
  const clients = start(
    './fan-out-clients.ts',
    kind,
    String(port),
    publish,
    conferenceId,
    String(subscribers),
  )
  await said(clients)
  return { server, clients, waits: [], lost: 0 }
}

const sound = async (side: Side) => {
  side.clients.send('round')
  const { ms, lost } = await said(side.clients)
  side.waits.push(ms)
  side.lost += lost
}

const run = async () => {
  const conferenceId = newId('cnf')
  const bare = await startSide('./fan-out-bare.ts', 'bare', conferenceId)
  const house = await startSide('./fan-out-house.ts', 'mqtt', conferenceId)
  const sides = [bare, house]
  try {
    for (let turn = 0; turn < warmUp; turn++) for (const side of sides) await sound(side)
    for (const side of sides) side.waits.length = 0
    for (let turn = 0; turn < rounds; turn++) for (const side of sides) await sound(side)
    const [bareMs, houseMs] = [median(bare.waits), median(house.waits)]
    const ratio = round(houseMs / bareMs)
    const lost = house.lost
    return {
      ratio,
      pass: ratio <= fanOut.goal && lost === 0,
      bareMs: round(bareMs),
      houseMs: round(houseMs),
      lost,
      subscribers,
      rounds,
    }
  } finally {
    for (const { server, clients } of sides) {
      clients.kill()
      server.kill()
    }
  }
}

export const fanOut: Bench = { name: 'fan-out', goal: 2.5, goalText: '≤ 2.5, none lost', run }
