// Prints every bench as a ratio measured side by side in one run: `npm run bench [-- --json] [-- --only http,roll-call]`.
import { parseArgs } from 'node:util'
import { board } from './board.ts'
import { boardUpdate } from './board-update.ts'
import { coldStart } from './cold-start.ts'
import { fanOut } from './fan-out.ts'
import { firstPage } from './first-page.ts'
import { http } from './http.ts'
import type { Bench } from './measure.ts'
import { rollCall } from './roll-call.ts'
import { storm } from './storm.ts'

const benches: Bench[] = [http, rollCall, board, boardUpdate, storm, fanOut, coldStart, firstPage]

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

const rows: Record<string, string>[] = []
let missed = false
for (const bench of benches.filter(({ name }) => wanted.includes(name))) {
  const { ratio, pass, ...raw } = await bench.run()
  missed ||= !pass
  const line = { bench: bench.name, ratio, goal: bench.goal, pass, ...raw }
  if (values.json) console.log(JSON.stringify(line))
  else {
    const facts = Object.entries(raw).map(([name, value]) => `${name} ${value}`)
    rows.push({
      bench: bench.name,
      ratio: String(ratio),
      goal: bench.goalText,
      pass: pass ? 'yes' : 'NO',
      figures: facts.join(', '),
    })
  }
}
if (!values.json) console.table(rows)
process.exit(missed ? 1 : 0)
