// `npm run demo`: the afternoon of 23/11/2022 from schedule to verified record, on a fresh home, through HTTP only; its package is kept.
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { at } from './afternoon/facts.data.ts'
import { keepPackage } from './afternoon/package.ts'
import { playAfternoon } from './afternoon/play.ts'
import { startHome } from './home.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })

const began = performance.now()
const home = await startHome({ memory: true, port: 0, clock: new Date(at('12:00')), seed: false })

/** The house's own clock, as the last move left it. */
let clock = '12:00'

const goTo = async (instant: string) => {
  const body = JSON.stringify({ now: instant })
  const answer = await fetch(`${home.origin}/local/clock`, {
    method: 'PUT',
    body,
    headers: { 'Content-Type': 'application/json' },
  })
  if (!answer.ok) throw new Error(`The clock did not move (${answer.status}).`)
  clock = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(11, 16)
}

const kept = fileURLToPath(new URL('../../.data/demo/', import.meta.url))

/** @returns how anybody checks it */
const packageKept = async (record: string): Promise<string> => {
  const { path, size, commands } = await keepPackage(home.origin, record, kept)
  const typed = commands.map((command) => `  ${command}`).join('\n')
  return `Gói lưu trữ: ${relative('.', path)} (${size} byte). Kiểm chứng (mỗi lệnh phải in ra gì: xem VERIFY.txt trong gói):\n  cd ${relative('.', kept) || '.'}\n${typed}`
}

try {
  const result = await playAfternoon({
    origin: home.origin,
    goTo,
    tell: (done) => console.log(`${clock}  ${done}`),
  })
  const check = await packageKept(result.record)
  const ms = Math.round(performance.now() - began)
  if (values.json) console.log(JSON.stringify({ ...result, ms }))
  else
    console.log(
      `\n${result.points} điểm cầu, ${result.present}/${result.delegates} đại biểu có mặt, ${result.events} sự kiện. Hồ sơ ${result.record} (${ms} ms).\n\n${check}`,
    )
  process.exitCode = result.verified ? 0 : 1
} finally {
  await home.stop()
}
