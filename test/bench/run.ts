// Prints every bench as a ratio measured side by side in one run: `npm run bench [-- --json] [-- --only http,roll-call]`.
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { board } from './board.ts'
import { boardUpdate } from './board-update.ts'
import { coldStart } from './cold-start.ts'
import { fanOut } from './fan-out.ts'
import { firstPage } from './first-page.ts'
import { forwarding } from './forwarding.ts'
import { http } from './http.ts'
import { join } from './join.ts'
import type { Bench } from './measure.ts'
import { minutes } from './minutes.ts'
import { packageBench } from './package.ts'
import { provisioning } from './provisioning.ts'
import { rollCall } from './roll-call.ts'
import { search } from './search.ts'
import { storm } from './storm.ts'

const benches: Bench[] = [
  provisioning,
  http,
  rollCall,
  board,
  boardUpdate,
  storm,
  fanOut,
  coldStart,
  firstPage,
  forwarding,
  join,
  packageBench,
  minutes,
  search,
]

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' } },
})

const wanted = values.only?.split(',') ?? benches.map(({ name }) => name)
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name))
if (unknown.length > 0) {
  console.error(
    `No such bench: ${unknown.join(', ')}. There are: ${benches.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(1)
}

type Line = Record<string, unknown> & { bench: string; ratio: number; pass: boolean }

/** A process of its own: what one bench leaves behind (addresses, trust in an issuer) is nothing to the next. */
const inChild = async ({ name }: Bench): Promise<Line> => {
  const args = [fileURLToPath(import.meta.url), '--json', '--only', name]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const told = (await text(child.stdout)).trim().split('\n').at(-1)
  if (!told) throw new Error(`The bench ${name} has told nothing.`)
  return JSON.parse(told)
}

const here = async (bench: Bench): Promise<Line> => {
  const { ratio, pass, ...raw } = await bench.run()
  return { bench: bench.name, ratio, goal: bench.goal, pass, ...raw }
}

const rows: Record<string, string>[] = []
let missed = false
for (const bench of benches.filter(({ name }) => wanted.includes(name))) {
  const line = await (wanted.length === 1 ? here : inChild)(bench)
  missed ||= !line.pass
  if (values.json) console.log(JSON.stringify(line))
  else {
    const { bench: name, ratio, goal: _goal, pass, ...raw } = line
    const facts = Object.entries(raw).map(([fact, value]) => `${fact} ${value}`)
    rows.push({
      bench: name,
      ratio: String(ratio),
      goal: bench.goalText,
      pass: pass ? 'yes' : 'NO',
      figures: facts.join(', '),
    })
  }
}
if (!values.json) console.table(rows)
process.exit(missed ? 1 : 0)
