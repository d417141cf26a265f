// Bench `board-update`: what a browser spends on one second's changes of a board of 3,353 points, as the channel tells
// them (five rows in five provinces, then the totals), on the page of points; and the longest task while one scrolls
// through all of it. The page, its channel and its broker are the real ones; only the board's first answer is made up.
import type { Browser, CDPSession, Page } from 'playwright-core'
import { boardOf } from '#functions/bridge-points/board.rules.ts'
import type { Board } from '#functions/bridge-points/board.schema.ts'
import type { BoardRow } from '#functions/bridge-points/stored.schema.ts'
import { topicsOf } from '#functions/live/messages.schema.ts'
import { publish } from '#functions/live/publish.ts'
import { takeSeat } from '#infra/local/afternoon/desk.ts'
import { type Home, startHome } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { nationwide, rollCallOf, rowOf } from '#test/support/nationwide.ts'
import { welcome } from '#test/support/seats.ts'
import { type Bench, median, round } from './measure.ts'

const updates = 40
const rowsPerUpdate = 5
const settleMs = 250
const goalMs = 16

const startsAt = '2022-11-23T07:00:00.000Z'

const rowsAtNoon = (): BoardRow[] =>
  nationwide(startsAt).points.map((point, at) => ({
    ...rowOf(point, at),
    ...rollCallOf(point, at).figures,
    linkState: at % 97 === 0 ? 'dropped' : 'up',
    since: startsAt,
    rolledAt: startsAt,
  }))

const boardAt = (number: number, rows: readonly BoardRow[]): Board => {
  const builtAt = new Date(Date.parse(startsAt) + number * 1_000).toISOString()
  return { number, builtAt, ...boardOf(rows, builtAt) }
}

/** The next second: a few points among all, and one that is in sight. */
const nextSecond = (rows: readonly BoardRow[], number: number, inSight: string) => {
  const step = Math.floor(rows.length / rowsPerUpdate)
  const chosen = new Set([
    inSight,
    ...rows.filter((_, at) => at % step === number % step).map(({ pointId }) => pointId),
  ])
  return rows.map((row) =>
    chosen.has(row.pointId) ? { ...row, present: row.present + (number % 2 ? 1 : -1) } : row,
  )
}

const tell = async (conferenceId: string, before: Board, { items, ...head }: Board) => {
  const topics = topicsOf(conferenceId)
  const known = new Map(before.items.map((line) => [line.pointId, line.present]))
  const changed = items.filter((line) => known.get(line.pointId) !== line.present)
  const byProvince = Map.groupBy(changed, ({ province }) => province?.id ?? '')
  const { number, builtAt } = head
  const rows = [...byProvince].map(([province, lines]) => ({
    topic: topics.rows(province),
    message: { number, builtAt, part: 1, parts: 1, items: lines },
  }))
  await publish(rows)
  await publish([{ topic: topics.board, message: { ...head, provinces: [...byProvince.keys()] } }])
}

const metric = async (session: CDPSession, name: string): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find((one) => one.name === name)?.value ?? Number.NaN) * 1_000
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

type Task = {
  name: string
  ph: string
  dur?: number
  tdur?: number
  tid: number
  pid: number
  args?: { name?: string }
}

/** The longest task of the page's own thread in a trace, in milliseconds of its own time. */
const longestTask = (trace: Buffer): number => {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: Task[] }
  const mains = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  )
  const isMain = ({ tid, pid }: Task) => mains.some((main) => main.tid === tid && main.pid === pid)
  const tasks = traceEvents.filter((event) => event.name.endsWith('RunTask') && isMain(event))
  return Math.max(0, ...tasks.map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1_000))
}

const scrollThrough = async (browser: Browser, page: Page): Promise<number> => {
  await browser.startTracing(page, {
    categories: ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline'],
  })
  await page.mouse.move(700, 500)
  for (let turn = 0; turn < 120; turn++) await page.mouse.wheel(0, 400)
  await page.keyboard.press('End')
  await pause(500)
  await page.keyboard.press('Home')
  await pause(500)
  return longestTask(await browser.stopTracing())
}

const openPoints = async (home: Home, browser: Browser, first: Board) => {
  const desk = await takeSeat(home.origin, 'thuky')
  const { items } = await desk.get<{ items: { id: string }[] }>('/conferences')
  const conferenceId = items[0]?.id ?? ''
  const { page } = await (await welcome(browser, home.origin, 'thuky', [])).sit()
  const held = { board: first }
  await page.route('**/board', (route) =>
    route.fulfill({ json: held.board, headers: { etag: `W/"${held.board.number}"` } }),
  )
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${home.origin}/conferences/${conferenceId}/points`)
  await page.locator('[data-live="true"]').waitFor({ state: 'attached', timeout: 30_000 })
  await page.locator('[data-rows] tr').first().waitFor()
  return { page, conferenceId, held }
}

const run = async () => {
  const home = await startHome({ memory: true, port: 0, clock: new Date(startsAt) })
  const browser = await startBrowser()
  try {
    let rows = rowsAtNoon()
    let board = boardAt(1_000, rows)
    const { page, conferenceId, held } = await openPoints(home, browser, board)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const inSight = board.items[3]?.pointId ?? ''
    const spent: { script: number; task: number }[] = []
    for (let turn = 1; turn <= updates; turn++) {
      rows = nextSecond(rows, turn, inSight)
      const next = boardAt(1_000 + turn, rows)
      held.board = next
      const before = [await metric(session, 'ScriptDuration'), await metric(session, 'TaskDuration')]
      await tell(conferenceId, board, next)
      await pause(settleMs)
      const [script = 0, task = 0] = [
        await metric(session, 'ScriptDuration'),
        await metric(session, 'TaskDuration'),
      ]
      spent.push({ script: script - (before[0] ?? 0), task: task - (before[1] ?? 0) })
      board = next
    }
    const shown = await page.locator('[data-rows] tr').nth(3).innerText()
    const told = board.items.find(({ pointId }) => pointId === inSight)
    const arrived = shown.includes(`${told?.present}/${told?.expected}`)
    const scrollMs = await scrollThrough(browser, page)
    const drawn = await page.locator('[data-rows] tr').count()
    const ratio = round(median(spent.map(({ script }) => script)))
    return {
      ratio,
      pass: arrived && ratio <= goalMs && scrollMs <= goalMs,
      arrived,
      scriptMs: ratio,
      taskMs: round(median(spent.map(({ task }) => task))),
      longestScrollTaskMs: round(scrollMs),
      rowsDrawn: drawn,
      points: board.items.length,
      updates,
    }
  } finally {
    await browser.close()
    await home.stop()
  }
}

export const boardUpdate: Bench = { name: 'board-update', goal: goalMs, goalText: '≤ 16 ms of script', run }
