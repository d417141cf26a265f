// What changes elsewhere is on the screen within a second; a broker that goes, repeats and shuffles changes nothing in
// the end; and a screen that hears nothing says so.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, takeSeat } from '#infra/local/afternoon/desk.ts'
import { type Home, startHome } from '#infra/local/home.ts'
import { strictManners } from '#infra/local/manners.ts'
import { startBrowser } from '#test/support/browser.ts'
import { arrive, type Person } from './person.ts'

const point = 'bpt_ca-ninh-binh'

let home: Home
let browser: Browser
let secretary: Desk
let operator: Desk
let person: Person
let path: string
let delegates: string[]
const complaints: string[] = []

const mark = (place: number, state: 'present' | 'unmarked' = 'present') =>
  operator.post(`${path}/bridge-points/${point}/roll-call`, {
    marks: [{ delegateId: delegates[place], state }],
  })

const row = () => person.page.getByRole('row', { name: /Công an tỉnh Ninh Bình/ })
const present = async () => Number(/(\d+)\/\d+/.exec(await row().innerText())?.[1] ?? 0)
const stale = () => person.page.getByText('Màn hình chưa cập nhật từ')

const shows = (many: number, timeout: number) => expect.poll(present, { interval: 20, timeout }).toBe(many)

/** Until the page hears the channel and has asked once more for what it shows. */
const connected = () =>
  person.page.locator('[data-live="true"]').waitFor({ state: 'attached', timeout: 20_000 })

beforeAll(async () => {
  const clock = new Date('2022-11-23T14:05:00+07:00')
  const { repeat, delayMs } = { ...strictManners, repeat: 0.5, delayMs: 60 }
  home = await startHome({ memory: true, port: 0, clock, manners: { repeat, delayMs } })
  secretary = await takeSeat(home.origin, 'thuky')
  operator = await takeSeat(home.origin, 'ninhbinh')
  const { items } = await secretary.get<{ items: { id: string }[] }>('/conferences')
  path = `/conferences/${items[0]?.id}`
  await secretary.post(`${path}/open`, { confirmed: true })
  await secretary.post(`${path}/start`)
  const delegation = await operator.get<{ items: { id: string }[] }>(
    `${path}/bridge-points/${point}/delegates`,
  )
  delegates = delegation.items.map(({ id }) => id)
  browser = await startBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

test('a mark at Ninh Bình is on the secretariat’s screen within a second', async () => {
  person = await arrive(browser, home.origin, 'thuky', complaints)
  const { page, check, open } = person
  await page.getByRole('link', { name: /Ngày hội Toàn dân/ }).click()
  await open('Điểm cầu')
  await row().waitFor()
  await connected()
  await home.settled()
  await shows(0, 5_000)
  for (const place of [0, 1]) {
    const began = performance.now()
    await mark(place)
    await shows(place + 1, 10_000)
    expect(performance.now() - began, 'ms from the mark to the screen').toBeLessThan(1_000)
  }
  await check('points, live')
})

test('a broker that was away, repeats and shuffles changes nothing in the end', async () => {
  await home.broker?.stop()
  await mark(2)
  await mark(0, 'unmarked')
  await home.broker?.start()
  await connected()
  await Promise.all([mark(0), mark(1, 'unmarked')])
  await mark(0, 'unmarked')
  await mark(1)
  await home.settled()
  await shows(2, 10_000)
})

test('a screen that hears neither says since when, and is true again when they are back', async () => {
  const { page, check } = person
  await page.route('**/api/**', (route) => route.abort())
  await home.broker?.stop()
  await stale().waitFor({ timeout: 12_000 })
  expect(await stale().innerText()).toMatch(/14:0\d:\d\d/)
  await check('points, stale')
  await mark(2, 'unmarked')
  await page.unroute('**/api/**')
  await home.broker?.start()
  await stale().waitFor({ state: 'detached', timeout: 15_000 })
  await shows(1, 15_000)
  expect(complaints.filter((said) => !said.includes('WebSocket'))).toEqual([])
})
