// Bench `join`: from the click on “Vào phòng họp” until another point's picture moves in the very same page, that is until
// three pictures of it were drawn; the whole house, its Chime and two real tabs on one machine. A page loaded anew each time.

import type { Page } from 'playwright-core'
import { buildWeb } from '#infra/build-web.ts'
import { takeSeat } from '#infra/local/afternoon/desk.ts'
import { type Home, startHome } from '#infra/local/home.ts'
import { ownDevices, startBrowser } from '#test/support/browser.ts'
import { comeToRoom } from '#test/support/room-people.ts'
import { type Bench, median, round } from './measure.ts'

const joins = 20
const warmUp = 1
const goalMs = 2_000

/** Runs in the page. @returns what tells the milliseconds, once it is known */
const watchJoin = (label: string) => {
  const drawn = 3
  globalThis.joined = new Promise((resolve) => {
    let clickedAt = 0
    addEventListener('click', () => (clickedAt = performance.now()), { capture: true, once: true })
    const known = new WeakSet<HTMLVideoElement>()
    const count = (video: HTMLVideoElement, left: number) =>
      video.requestVideoFrameCallback((now) => (left > 1 ? count(video, left - 1) : resolve(now - clickedAt)))
    const look = () => {
      for (const video of document.querySelectorAll('video'))
        if (video.ariaLabel?.includes(label) && !known.has(video)) {
          known.add(video)
          count(video, drawn)
        }
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true })
  })
}

declare global {
  var joined: Promise<number> | undefined
}

const joinOnce = async (page: Page): Promise<number> => {
  await page.reload()
  // Whoever looks at the lobby sees the own picture first.
  await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) > 2)
  await page.evaluate(watchJoin, 'Thanh Hóa')
  await page.getByRole('button', { name: 'Vào phòng họp', exact: true }).click()
  const ms = await page.evaluate(() => globalThis.joined)
  await page.getByRole('button', { name: 'Rời phòng' }).click()
  await page.getByText('Đã rời phòng họp').waitFor()
  return ms ?? Number.NaN
}

const openRoom = async ({ origin }: Home): Promise<string> => {
  const secretary = await takeSeat(origin, 'thuky')
  const { items } = await secretary.get<{ items: { id: string }[] }>('/conferences')
  const conference = items[0]?.id ?? ''
  await secretary.post(`/conferences/${conference}/open`, { confirmed: true })
  return conference
}

/** A camera of twenty pictures a second, as people's are. */
const camera = [...ownDevices, '--use-fake-device-for-media-stream']

const run = async () => {
  await buildWeb()
  const home = await startHome({ memory: true, port: 0, clock: new Date('2022-11-23T13:05:00+07:00') })
  const browser = await startBrowser(camera)
  try {
    const room = { origin: home.origin, conference: await openRoom(home) }
    const there = await comeToRoom(browser, room, { username: 'thanh-hoa', seat: 'point=bpt_ca-thanh-hoa' })
    await there.enter()
    const { page } = await comeToRoom(browser, room, { username: 'ninhbinh', seat: 'point=bpt_ca-ninh-binh' })
    const waits: number[] = []
    for (let turn = 0; turn < warmUp + joins; turn++) waits.push(await joinOnce(page))
    const counted = waits.slice(warmUp).sort((a, b) => a - b)
    const p95 = counted[Math.ceil(joins * 0.95) - 1] ?? Number.NaN
    return {
      ratio: round(p95 / goalMs),
      pass: p95 <= goalMs,
      p50Ms: round(median(counted), 0),
      p95Ms: round(p95, 0),
      joins,
    }
  } finally {
    await browser.close()
    await home.stop()
  }
}

export const join: Bench = { name: 'join', goal: 1, goalText: '≤ 2 s for 19 of 20', run }
