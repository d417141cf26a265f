// The door of the meeting room in a real browser: lobby, sitting down, another page in the seat, a killed tab, a room that
// is lost and made again.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, takeSeat } from '#infra/local/afternoon/desk.ts'
import type { Home } from '#infra/local/home.ts'
import { ownDevices, startBrowser } from '#test/support/browser.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { audit, isOfCutLine, listen, signIn } from './person.ts'

const point = 'bpt_ca-ninh-binh'

let home: Home
let secretary: Desk
let conference: string
const browsers: Browser[] = []
const pages: Page[] = []
const complaints: string[] = []

beforeAll(async () => {
  home = await startLoadedHome(new Date('2022-11-23T13:05:00+07:00'))
  await home.loaded
  secretary = await takeSeat(home.origin, 'thuky')
  const { items } = await secretary.get<{ items: { id: string }[] }>('/conferences')
  conference = items[0]?.id ?? ''
}, 120_000)

afterAll(async () => {
  for (const browser of browsers) await browser.close()
  await home?.stop()
})

const open = async (flags: string[]) => {
  const browser = await startBrowser(flags)
  browsers.push(browser)
  return browser
}

/** Signs in on a device of its own and comes to the door. */
const come = async (browser: Browser, username: string, seat: string): Promise<Page> => {
  const device = await browser.newContext({ locale: 'vi-VN', viewport: { width: 820, height: 1180 } })
  const page = await device.newPage()
  pages.push(page)
  listen(page, complaints)
  await page.goto(`${home.origin}/room/${conference}?${seat}`)
  await signIn(page, username)
  return page
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

const seated = (page: Page) => page.getByRole('button', { name: 'Rời phòng' }).waitFor()

type Detail = {
  row: { state: string }
  link: { linkState: string; sessions: { state: string }[] }
  readiness: { items: { key: string; verdict: string }[] }
}

const detail = () => secretary.get<Detail>(`/conferences/${conference}/bridge-points/${point}`)

const linkState = async () => (await detail()).link.linkState

/** The desk has no devices at all: it sees why, enters all the same, and leaves. */
const withoutDevices = async () => {
  const browser = await open([])
  const page = await come(browser, 'thuky', 'seat=desk')
  await page.getByText('Phòng họp chưa mở').waitFor()
  await audit(page, 'room, not open')
  await secretary.post(`/conferences/${conference}/open`, { confirmed: true })
  await page.getByText('Không thấy camera nào').waitFor()
  await page.getByText('Không thấy micrô nào').waitFor()
  await audit(page, 'lobby without devices')
  await press(page, 'Vào phòng họp')
  await seated(page)
  await page.getByText('Chưa mở được micrô').waitFor()
  await audit(page, 'in the room without devices')
  await press(page, 'Rời phòng')
  await page.getByText('Đã rời phòng họp').waitFor()
  await audit(page, 'left')
  await browser.close()
}

/** What was looked at is written into the checklist of the point. */
const lobby = async (page: Page) => {
  await press(page, 'Phát thử')
  await press(page, 'Nghe rõ')
  for (const looked of ['Hình ảnh', 'Tiếng nói vào micrô', 'Tiếng ra loa'])
    await page.getByRole('listitem').filter({ hasText: looked }).getByText('Đạt', { exact: true }).waitFor()
  // How long the line takes is this machine's own: that it was measured is enough.
  await page.getByText(/Đi và về \d+ mili giây/).waitFor()
  await audit(page, 'lobby, all checked')
  await press(page, 'Ghi vào danh mục kiểm tra')
  await page.getByText('Đã ghi vào danh mục kiểm tra').waitFor()
  const { items } = (await detail()).readiness
  const passed = items.filter(({ verdict }) => verdict === 'pass').map(({ key }) => key)
  expect(passed).toEqual(expect.arrayContaining(['microphone', 'picture', 'sound']))
}

const enter = async (page: Page) => {
  await press(page, 'Vào phòng họp')
  await seated(page)
  await expect.poll(() => page.locator('video').count()).toBe(1)
  await audit(page, 'in the room')
  expect(await linkState()).toBe('up')
}

/** A second page is told who sits there, and may take the seat: the first knows why it is out. */
const takingOver = async (browser: Browser, first: Page): Promise<Page> => {
  const second = await come(browser, 'ninhbinh', `point=${point}`)
  await press(second, 'Vào phòng họp')
  await second.getByText('Điểm cầu đang ở trong phòng họp trên máy khác').waitFor()
  await audit(second, 'held by another page')
  await press(second, 'Chuyển về máy này')
  await seated(second)
  await first.getByText('Điểm cầu đã được nối từ máy khác', { exact: true }).waitFor()
  await audit(first, 'joined elsewhere')
  await first.context().close()
  return second
}

/** The media service is gone with all its meetings, and comes back with none: both sit down in a room made anew. */
const roomLost = async (page: Page) => {
  // The browser says of itself that nobody answers meanwhile.
  await home.chime?.stop()
  // A client that was about to show its camera waits for an answer to that first: fifteen seconds.
  await page.getByText('Mất kết nối hình tiếng, đang nối lại').waitFor({ timeout: 30_000 })
  await audit(page, 'connecting again')
  await home.chime?.start()
  await page.getByText('Mất kết nối hình tiếng, đang nối lại').waitFor({ state: 'hidden', timeout: 45_000 })
  await seated(page)
}

/** A page that is killed says nothing more: the media service and the silence tell. */
const killed = async (page: Page) => {
  const session = await page.context().newCDPSession(page)
  void session.send('Page.crash').catch(() => undefined)
  await expect.poll(async () => (await detail()).row.state, { timeout: 15_000 }).not.toBe('connected')
}

/** The seat of a page that was killed is free; the conference's end closes the room for whoever is in it. */
const ended = async (browser: Browser) => {
  const page = await come(browser, 'ninhbinh', `point=${point}`)
  await press(page, 'Vào phòng họp')
  await seated(page)
  await secretary.post(`/conferences/${conference}/start`)
  await secretary.post(`/conferences/${conference}/close`)
  await page.getByText('Phòng họp đã đóng').waitFor()
  await audit(page, 'closed')
}

test('the door of the room', { timeout: 180_000 }, async () => {
  try {
    await withoutDevices()
    const browser = await open(ownDevices)
    const first = await come(browser, 'ninhbinh', `point=${point}`)
    await lobby(first)
    await enter(first)
    const second = await takingOver(browser, first)
    await roomLost(second)
    await killed(second)
    await ended(browser)
  } catch (error) {
    await pages
      .at(-1)
      ?.screenshot({ path: '.build/room-door-failure.png', fullPage: true })
      .catch(() => undefined)
    throw error
  }
  const unasked = complaints.filter((what) => !isOfCutLine(what))
  expect(unasked, 'violations of the content security policy, errors').toEqual([])
})
