// The door of the meeting room in a real browser: lobby, sitting down, another page in the seat, a killed tab, a room that
// is lost and made again.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, takeSeat } from '#infra/local/afternoon/desk.ts'
import type { Home } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { audit, listen, signIn } from './person.ts'

const point = 'bpt_ca-ninh-binh'
const flags = ['--use-fake-device-for-media-stream', '--allow-loopback-in-peer-connection']

let home: Home
let browser: Browser
let secretary: Desk
let conference: string
const complaints: string[] = []
const context = { locale: 'vi-VN', viewport: { width: 820, height: 1180 } } as const

beforeAll(async () => {
  home = await startLoadedHome(new Date('2022-11-23T13:05:00+07:00'))
  await home.loaded
  secretary = await takeSeat(home.origin, 'thuky')
  const { items } = await secretary.get<{ items: { id: string }[] }>('/conferences')
  conference = items[0]?.id ?? ''
  browser = await startBrowser(flags)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

const devices = ['camera', 'microphone']

/** Signs in on a device of its own and comes to the door. */
const come = async (username: string, seat: string, permissions = devices) => {
  const device = await browser.newContext(context)
  await device.grantPermissions(permissions, { origin: home.origin })
  const page = await device.newPage()
  page.setDefaultTimeout(15_000)
  listen(page, complaints)
  await page.goto(`${home.origin}/room/${conference}?${seat}`)
  await signIn(page, username)
  return { device, page }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

const seated = (page: Page) => page.getByRole('button', { name: 'Rời phòng' }).waitFor()

const detail = () =>
  secretary.get<{
    row: { state: string }
    link: { sessions: { state: string }[] }
    readiness: { items: { key: string; verdict: string }[] }
  }>(`/conferences/${conference}/bridge-points/${point}`)

/** Before the room is open, without permission, and with it. */
const lobby = async ({ device, page }: { device: BrowserContext; page: Page }) => {
  await page.getByText('Phòng họp chưa mở').waitFor()
  await audit(page, 'room, not open')
  await secretary.post(`/conferences/${conference}/open`, { confirmed: true })
  await page.getByText('Trình duyệt chưa được phép dùng camera').waitFor()
  await page.getByText('Trình duyệt chưa được phép dùng micrô').waitFor()
  await audit(page, 'lobby without permission')
  await device.grantPermissions(devices, { origin: home.origin })
  for (const again of (await page.getByRole('button', { name: 'Thử lại' }).all()).reverse())
    await again.click()
  await page.getByText('Đạt', { exact: true }).nth(1).waitFor()
}

/** What was looked at is written into the checklist of the point. */
const checks = async (page: Page) => {
  await press(page, 'Phát thử')
  await press(page, 'Nghe rõ')
  await expect.poll(() => page.getByText('Đạt', { exact: true }).count(), { timeout: 10_000 }).toBe(4)
  await audit(page, 'lobby, all checked')
  await press(page, 'Ghi vào danh mục kiểm tra')
  await page.getByText('Đã ghi vào danh mục kiểm tra').waitFor()
  const { items } = (await detail()).readiness
  const passed = items.filter(({ verdict }) => verdict === 'pass').map(({ key }) => key)
  expect(passed.sort()).toEqual(['microphone', 'network', 'picture', 'sound'])
}

test('the door of the room', { timeout: 120_000 }, async () => {
  const first = await come('ninhbinh', `point=${point}`, [])
  try {
    await lobby(first)
    await checks(first.page)
    await press(first.page, 'Vào phòng họp')
    await seated(first.page)
    await audit(first.page, 'in the room')
    expect((await detail()).row.state).toBe('connected')
  } catch (error) {
    await first.page.screenshot({ path: '.build/room-door-failure.png', fullPage: true })
    throw error
  }
  expect(complaints, 'violations of the content security policy, errors').toEqual([])
})
