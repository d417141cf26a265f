// The wall screens in a real browser: every province on one screen, names that are read from afar, clocks of the server.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { provincialPoliceOn } from '#functions/directory/units.data.ts'
import { buildWeb } from '#infra/build-web.ts'
import type { Home } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { afternoon, enterHall, type Hall } from './hall.ts'
import { arrive, audit, type Person } from './person.ts'

let home: Home
let browser: Browser
let hall: Hall
let person: Person
const complaints: string[] = []

beforeAll(async () => {
  home = await startLoadedHome(afternoon('13:40:00'))
  await buildWeb()
  browser = await startBrowser()
  hall = await enterHall(home.origin)
  person = await arrive(browser, home.origin, 'thuky', complaints)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

const screens = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
]
const least = 0.025

/** Size of the letters and whether all of it is on the screen, of every name. */
const namesOn = (page: Page) =>
  page.locator('[data-name]').evaluateAll((names) =>
    names.map((name) => {
      const { top, bottom, left, right } = name.getBoundingClientRect()
      const inside = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth
      const whole = name.scrollWidth <= name.clientWidth + 1
      const size = Number.parseFloat(getComputedStyle(name).fontSize) / innerHeight
      return { text: name.textContent ?? '', size, seen: inside && whole }
    }),
  )

const expectReadable = async (page: Page) => {
  const expected = provincialPoliceOn('2022-11-23').length + 1
  // A wall of another size is laid out anew, which takes it a moment.
  await expect
    .poll(async () => {
      const names = await namesOn(page)
      const unread = names.filter(({ size, seen }) => size < least || !seen)
      return { shown: new Set(names.map(({ text }) => text)).size, unread }
    })
    .toEqual({ shown: expected, unread: [] })
  const scrolled = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight)
  expect(scrolled, 'a wall is never scrolled').toBe(false)
}

test('the secretariat finds the screens; before the start they count down to it', async () => {
  const { page } = person
  await page.getByRole('link', { name: /Ngày hội Toàn dân/ }).click()
  await page.getByRole('link', { name: 'Màn hình hội trường' }).click()
  await page.getByRole('heading', { name: 'Màn hình hội trường' }).waitFor()
  await audit(page, 'wall screens, chooser')
  await page.getByRole('link', { name: /^Phát biểu/ }).click()
  await page
    .getByRole('timer', { name: 'Hội nghị bắt đầu sau' })
    .getByText(/^19:\d\d$/)
    .waitFor()
  expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark')
  await audit(page, 'wall, before the start')
})

test('every province is on one screen, its name at least 2.5 % of the height', async () => {
  const { page } = person
  await hall.secretary.post(`${hall.path}/open`, { confirmed: true })
  const seat = await hall.point('ninh-binh')
  await seat.post(`${hall.path}/bridge-points/bpt_ca-ninh-binh/join`)
  await page.goto(`${home.origin}/board/${hall.id}/points`)
  for (const screen of screens) {
    await page.setViewportSize(screen)
    await expectReadable(page)
  }
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.getByRole('listitem').filter({ hasText: 'Ninh Bình' }).getByText('đã kết nối').waitFor()
  await audit(page, 'wall of points')
  await page.goto(`${home.origin}/board/${hall.id}/points?scheme=light`)
  await expectReadable(page)
  await audit(page, 'wall of points, light')
})

test('a small screen shows them in pages that turn', async () => {
  const { page } = person
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.getByText('Trang 1/').waitFor()
  const first = await namesOn(page)
  await page.keyboard.press('ArrowRight')
  await page.getByText('Trang 2/').waitFor()
  const second = await namesOn(page)
  expect([...first, ...second].filter(({ size, seen }) => size < least || !seen)).toEqual([])
  expect(second.filter(({ text }) => first.some((one) => one.text === text))).toEqual([])
  await page.setViewportSize({ width: 1920, height: 1080 })
})

test('the floor counts down by the server’s clock, warns, and is over', async () => {
  const { page } = person
  home.setClock?.(afternoon('14:00:00'))
  await hall.chair.post(`${hall.path}/start`)
  await page.goto(`${home.origin}/board/${hall.id}/floor`)
  await page.getByText('Chưa có nội dung đang diễn ra').waitFor()
  await audit(page, 'wall of the floor, idle')
  await hall.chair.post(`${hall.path}/floor/open`, { budgetSeconds: 300 })
  const requestId = await hall.ask('ninh-binh')
  await hall.chair.post(`${hall.path}/floor/call`, { requestId })
  const clock = page.getByRole('timer', { name: 'Thời gian còn lại' })
  await page.getByText('Đinh Trọng Soạn').waitFor()
  await clock.getByText(/^04:5\d$/).waitFor()
  await audit(page, 'wall of the floor, speaking')
  home.setClock?.(afternoon('14:04:50'))
  await page.reload()
  await clock.getByText(/^00:\d\d$/).waitFor()
  await page.getByText('sắp hết giờ').waitFor()
  await audit(page, 'wall of the floor, warning')
  home.setClock?.(afternoon('14:06:00'))
  await page.reload()
  await clock.getByText(/^\+00:\d\d$|^\+01:\d\d$/).waitFor()
  await page.getByText('quá giờ').waitFor()
  await audit(page, 'wall of the floor, over')
})

test('attendance is a line over the session, and a table for who cannot see it', async () => {
  const { page } = person
  const seat = await hall.point('ninh-binh')
  const point = `${hall.path}/bridge-points/bpt_ca-ninh-binh`
  const { items } = await seat.get<{ items: { id: string }[] }>(`${point}/delegates`)
  const marks = items.map(({ id }) => ({ delegateId: id, state: 'present' }))
  await seat.post(`${point}/roll-call`, { headCount: 3, marks })
  home.setClock?.(afternoon('14:10:00'))
  await page.goto(`${home.origin}/board/${hall.id}/attendance`)
  const table = page.getByRole('table', { name: 'Số có mặt theo thời gian' })
  await table.getByRole('row', { name: /^14:00 0 / }).waitFor()
  await table.getByRole('row', { name: /^14:10 3 / }).waitFor()
  await audit(page, 'wall of attendance')
  await page.goto(`${home.origin}/board/${hall.id}?every=5`)
  await page.locator('[data-screen=points]').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.locator('[data-screen=floor]').waitFor()
  await hall.chair.post(`${hall.path}/close`)
  await page.getByText('Hội nghị đã kết thúc lúc 14:10').waitFor()
  await audit(page, 'wall, closed')
  expect(complaints, 'violations of the content security policy, errors').toEqual([])
})
