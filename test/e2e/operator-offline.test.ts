// The operator's roll call through a broken network, in a real browser: nothing lost, nothing doubled, nobody else's.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localPassword } from '#infra/local/accounts.data.ts'
import { type Desk, takeSeat } from '#infra/local/afternoon/desk.ts'
import type { Home } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { meddle } from '#test/support/meddle.ts'
import { audit, isOfCutLine, listen } from './person.ts'

const afternoon = (time: string) => new Date(`2022-11-23T${time}+07:00`)
const point = 'bpt_ca-ninh-binh'

let home: Home
let browser: Browser
let context: BrowserContext
let secretary: Desk
let conference: string
const complaints: string[] = []

const ours = (rest: string) => `/conferences/${conference}/bridge-points/${point}${rest}`

beforeAll(async () => {
  home = await startLoadedHome(afternoon('14:00:00'))
  await home.loaded
  secretary = await takeSeat(home.origin, 'thuky')
  const { items } = await secretary.get<{ items: { id: string }[] }>('/conferences')
  conference = items[0]?.id ?? ''
  await secretary.post(ours('/delegates'), {
    delegates: Array.from({ length: 10 }, (_, n) => ({ name: `Đại biểu Số ${n + 1}`, order: n + 1 })),
  })
  await secretary.post(`/conferences/${conference}/open`, { confirmed: true })
  await secretary.post(`/conferences/${conference}/start`)
  browser = await startBrowser()
  context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 820, height: 1180 } })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

/** The tablet's clock and the server's, both moved to one moment. */
const moveTo = async (page: Page, time: string) => {
  home.setClock?.(afternoon(time))
  await page.clock.setSystemTime(afternoon(time))
}

/** A new tab, after the sign-in of before has ended at the issuer; what the browser keeps itself stays. */
const signInAs = async (username: string, time: string): Promise<Page> => {
  await context.clearCookies()
  const page = await context.newPage()
  page.setDefaultTimeout(40_000)
  listen(page, complaints)
  home.setClock?.(afternoon(time))
  await page.clock.install({ time: afternoon(time) })
  await page.goto(`${home.origin}/conferences/${conference}${username === 'ninhbinh' ? '/my-point' : ''}`)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu').fill(localPassword)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('heading', { level: 1, name: /Ngày hội Toàn dân/ }).waitFor()
  return page
}

const row = (page: Page, n: number) =>
  page.getByRole('button', { name: new RegExp(`^Đại biểu Số ${n}(?!\\d)`) })

type Event = {
  name: string
  claimedAt?: string
  effectiveAt: string
  data: { marks?: { delegateId: string; state: string }[] }
}

/** Every roll call the log has; it stops five seconds before now, so the clock goes on first. */
const rollCalls = async (): Promise<Event[]> => {
  const found: Event[] = []
  let cursor: string | undefined
  do {
    const page = await secretary.get<{ items: Event[]; cursor?: string }>(
      `/conferences/${conference}/events?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    )
    found.push(...page.items.filter(({ name }) => name === 'roll-call.taken'))
    cursor = page.cursor
  } while (cursor)
  return found
}

/** In the middle of a minute: what a page knows of the server's clock is off by what an answer took. */
const minuteOf = (n: number) => `14:${String(10 + n)}:30`

/** Ten marks without a line, a minute apart; the page shows each at once, and as unsent. */
const markTenOffline = async (page: Page) => {
  await row(page, 1).waitFor()
  await page.getByText(/Chạm một lần/).waitFor()
  await context.setOffline(true)
  for (let n = 1; n <= 10; n++) {
    await moveTo(page, minuteOf(n))
    await row(page, n).click()
    await page.getByText(`${n} việc chưa gửi, từ 14:11`).waitFor()
  }
  await expect.poll(() => page.getByRole('listitem').getByText('chưa gửi').count()).toBe(10)
  await audit(page, 'my point without a line')
}

const anotherPerson = async () => {
  const page = await signInAs('thuky', '14:25:00')
  await page.getByText('Máy này còn 10 việc chưa gửi của người khác').waitFor()
  expect(await page.getByRole('button', { name: 'Gửi ngay' }).count()).toBe(0)
  expect(await page.getByText('Đại biểu Số').count()).toBe(0)
  await audit(page, 'acts of another person')
  home.setClock?.(afternoon('14:25:10'))
  expect(await rollCalls()).toEqual([])
  await page.close()
}

/** The answer to the first send is lost after the server took it; the page asks again under the same key. */
const sendsAfterSignIn = async () => {
  const sends: string[] = []
  const letPass = await meddle(context, '**/roll-call', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    sends.push(route.request().headers()['idempotency-key'] ?? '')
    if (sends.length > 1) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  const page = await signInAs('ninhbinh', '14:30:00')
  await expect.poll(() => new Set(sends).size, { timeout: 20_000 }).toBe(10)
  expect(sends.length, 'ten, and the one whose answer was lost').toBe(11)
  await page.getByText(/việc chưa gửi, từ/).waitFor({ state: 'hidden' })
  letPass()
  return page
}

const exactlyTen = async () => {
  home.setClock?.(afternoon('14:31:00'))
  const taken = await rollCalls()
  expect(taken.length).toBe(10)
  const claims = taken.map(({ claimedAt = '' }) => claimedAt.slice(0, 17)).sort()
  expect(claims).toEqual(Array.from({ length: 10 }, (_, n) => `2022-11-23T07:${11 + n}:`))
  expect(taken.map(({ effectiveAt }) => effectiveAt.slice(0, 17)).sort()).toEqual(claims)
  expect(new Set(taken.flatMap(({ data }) => data.marks?.map(({ delegateId }) => delegateId))).size).toBe(10)
}

/** A refusal is kept and said, and given up only after asking. */
const refused = async (page: Page) => {
  await secretary.post(`/conferences/${conference}/floor/open`)
  await page.getByText('Đang nhận đăng ký').waitFor()
  await page.getByRole('button', { name: 'Đăng ký phát biểu' }).click()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Gửi đăng ký' }).click()
  await page.getByText('1 việc chưa gửi, từ').waitFor()
  await secretary.post(`/conferences/${conference}/floor/close`)
  await context.setOffline(false)
  await page.getByText('1 việc không được nhận').waitFor()
  await page.getByText('Danh sách đăng ký phát biểu đang đóng').waitFor()
  await audit(page, 'a refused act')
  await page.getByRole('button', { name: 'Bỏ', exact: true }).click()
  await page.getByRole('button', { name: 'Giữ lại' }).click()
  await page.getByRole('button', { name: 'Bỏ', exact: true }).click()
  await page.getByRole('button', { name: 'Bỏ hẳn' }).click()
  await page.getByText('1 việc không được nhận').waitFor({ state: 'hidden' })
}

const failing = async (page: Page | undefined, error: unknown): Promise<never> => {
  await page
    ?.screenshot({ path: '.build/operator-offline-failure.png', fullPage: true })
    .catch(() => undefined)
  throw error
}

test('ten marks without a line are ten stored with their times, once', { timeout: 120_000 }, async () => {
  let page: Page | undefined
  try {
    page = await signInAs('ninhbinh', '14:05:00')
    await markTenOffline(page)
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.getByRole('heading', { name: 'Còn việc chưa gửi' }).waitFor()
    await page.getByRole('button', { name: 'Ở lại' }).click()
    await page.close()
    await context.setOffline(false)
    await anotherPerson()
    page = await sendsAfterSignIn()
    await exactlyTen()
    await refused(page)
  } catch (error) {
    await failing(page, error)
  }
  // The live channel's own word on the cut that was made here.
  const unasked = complaints.filter((text) => !isOfCutLine(text))
  expect(unasked, 'violations of the content security policy, errors').toEqual([])
})
