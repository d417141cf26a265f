// Bench `minutes`: the PDFs from the frozen text on, against typst on the bare template with the same data in memory.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afternoonText, nationText } from '#test/support/minutes-text.ts'
import { type Bench, median, round } from './measure.ts'

const goal = 1.5
const mostMb = 512

const run = promisify(execFile)
const child = fileURLToPath(new URL('minutes-child.ts', import.meta.url))

type Told = { ms: number; peakMb: number }
type ToldOfAll = Told & { allMs: number; files: number }

const told = async <T extends Told>(what: 'house' | 'bare', file: string): Promise<T> =>
  JSON.parse((await run(process.execPath, [child, what, file])).stdout)

/** Side by side, so often: what disturbs one may not disturb the other. */
const pair = async (file: string, times: number) => {
  const ratios: number[] = []
  let house: ToldOfAll | undefined
  for (let time = 0; time < times; time++) {
    const one = await told<ToldOfAll>('house', file)
    ratios.push(one.ms / (await told('bare', file)).ms)
    if (!house || one.peakMb > house.peakMb) house = one
  }
  return { ratio: median(ratios), ...(house ?? { allMs: 0, files: 0, peakMb: 0 }) }
}

const measured = async (folder: string) => {
  const [small, large] = [join(folder, '63.json'), join(folder, '3353.json')]
  writeFileSync(small, JSON.stringify(afternoonText(50)))
  writeFileSync(large, JSON.stringify(nationText(3353, 50)))
  return [await pair(small, 3), await pair(large, 1)] as const
}

export const minutes: Bench = {
  name: 'minutes',
  goal,
  goalText: `≤ ${goal}, peak ≤ ${mostMb} MB`,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diemcau-minutes-'))
    try {
      const [points63, nation] = await measured(folder)
      const ratio = round(Math.max(points63.ratio, nation.ratio))
      return {
        ratio,
        pass: ratio <= goal && Math.max(points63.peakMb, nation.peakMb) <= mostMb,
        points63Ratio: round(points63.ratio),
        points63Seconds: round(points63.allMs / 1000),
        points63Mb: round(points63.peakMb, 0),
        nationRatio: round(nation.ratio),
        nationFiles: nation.files,
        nationSeconds: round(nation.allMs / 1000),
        nationMb: round(nation.peakMb, 0),
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
