// Bench `minutes`: the PDFs from the frozen text on, against typst on the bare template with the same data in memory.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afternoonText, nationText } from '#test/support/minutes-text.ts'
import { type Bench, round } from './measure.ts'

const goal = 1.5
const mostMb = 512
const run = promisify(execFile)
const child = fileURLToPath(new URL('minutes-child.ts', import.meta.url))

type Told = { ms: number; peakMb: number }

const told = async (what: 'house' | 'bare', file: string): Promise<Told> =>
  JSON.parse((await run(process.execPath, [child, what, file])).stdout)

const pair = async (file: string) => {
  const [house, bare] = [await told('house', file), await told('bare', file)]
  return { ratio: house.ms / bare.ms, seconds: house.ms / 1000, peakMb: house.peakMb }
}

export const minutes: Bench = {
  name: 'minutes',
  goal,
  goalText: `≤ ${goal}, peak ≤ ${mostMb} MB`,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diemcau-minutes-'))
    try {
      const [small, large] = [join(folder, '63.json'), join(folder, '3353.json')]
      writeFileSync(small, JSON.stringify(afternoonText(50)))
      writeFileSync(large, JSON.stringify(nationText(3353, 50)))
      const [points63, points3353] = [await pair(small), await pair(large)]
      const ratio = round(Math.max(points63.ratio, points3353.ratio))
      const peakMb = Math.max(points63.peakMb, points3353.peakMb)
      return {
        ratio,
        pass: ratio <= goal && peakMb <= mostMb,
        points63Seconds: round(points63.seconds),
        points63Mb: round(points63.peakMb, 0),
        nationThreePlacesSeconds: round(points3353.seconds),
        nationMb: round(points3353.peakMb, 0),
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
