// The chair runs the floor by the keyboard alone, with nobody from the secretariat at a machine.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWeb } from '#infra/build-web.ts'
import { accounts } from '#infra/local/accounts.data.ts'
import type { Home } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { meddle } from '#test/support/meddle.ts'
import { afternoon, enterHall, type Hall } from './hall.ts'
import { arrive, audit, type Person } from './person.ts'

let home: Home
let browser: Browser
let hall: Hall
let person: Person
const complaints: string[] = []

beforeAll(async () => {
  home = await startLoadedHome(afternoon('13:58:00'))
  await buildWeb()
  browser = await startBrowser()
  hall = await enterHall(home.origin)
  person = await arrive(browser, home.origin, 'chutri', complaints)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

const speaker = 'Đại tá Đinh Trọng Soạn'
const others = {
  'thanh-hoa': 'Phó Giám đốc Công an tỉnh Thanh Hóa',
  'da-nang': 'Phó Giám đốc Công an thành phố Đà Nẵng',
}

const press = (page: Page, key: string) => page.keyboard.press(key)
const clock = (page: Page) => page.getByRole('timer', { name: 'Thời gian còn lại' })
const says = (page: Page, words: string) => page.getByText(words).waitFor()

test('the chair finds the desk and starts the conference with one key', async () => {
  const { page } = person
  await page.getByRole('link', { name: /Ngày hội Toàn dân/ }).click()
  await page.getByRole('link', { name: 'Bàn chủ trì' }).click()
  await page.getByRole('timer', { name: 'Hội nghị bắt đầu sau' }).waitFor()
  await audit(page, 'desk, before the room is open')
  await hall.secretary.post(`${hall.path}/open`, { confirmed: true })
  await page.getByRole('button', { name: 'Bắt đầu hội nghị' }).waitFor()
  await press(page, 'Enter')
  await says(page, 'Chưa có ai phát biểu')
  await audit(page, 'desk, nobody speaking')
})

test('opens the list, calls, gives a minute, takes back, ends: three speakers', async () => {
  const { page } = person
  await press(page, 'c')
  await says(page, 'Đã sang nội dung: Khai mạc, giới thiệu đại biểu')
  await press(page, 'l')
  await says(page, 'Đã mở danh sách đăng ký.')
  for (const province of ['ninh-binh', 'thanh-hoa', 'da-nang']) await hall.ask(province)
  await says(page, '3 đang chờ')
  await press(page, 'Enter')
  await clock(page).waitFor()
  await says(page, `Đã mời ${speaker}.`)
  await audit(page, 'desk, somebody speaking')
  await press(page, 'z')
  await says(page, 'Đã hoàn tác.')
  expect((await hall.floor()).queue).toHaveLength(3)
  await press(page, 'Enter')
  await clock(page).waitFor()
  await press(page, 't')
  await says(page, `Đã thêm 1 phút cho ${speaker}.`)
  await says(page, 'trong 06:00')
  await press(page, 'k')
  await says(page, `Kết thúc lượt của ${speaker} sau`)
  await press(page, 'z')
  expect((await hall.floor()).current, 'kept').toBeDefined()
  await press(page, 'k')
  await press(page, 'k')
  await says(page, `Đã kết thúc lượt của ${speaker}.`)
  await press(page, 'Enter')
  await says(page, `Đã mời ${others['thanh-hoa']}.`)
  await press(page, 'k')
  // The next call ends the held turn at once.
  await press(page, 'Enter')
  await says(page, `Đã mời ${others['da-nang']}.`)
  expect((await hall.floor()).queue).toHaveLength(0)
})

test('skips for a reason by its number, restores, hears a point of order at once', async () => {
  const { page } = person
  await press(page, 'b')
  const dialog = page.getByRole('dialog', { name: `Bỏ qua ${others['da-nang']}` })
  await dialog.waitFor()
  await audit(page, 'desk, skipping')
  await press(page, 'Enter')
  await press(page, 'b')
  await dialog.waitFor()
  await press(page, '1')
  await says(page, `Đã bỏ qua ${others['da-nang']}.`)
  await says(page, 'Không trả lời khi được mời')
  await press(page, 'z')
  await says(page, 'Đã hoàn tác.')
  await says(page, '1 đang chờ')
  await press(page, 'Enter')
  await clock(page).waitFor()
  await hall.ask('thanh-hoa', 'point-of-order')
  await page.getByRole('button', { name: 'Nghe ý kiến về trình tự ngay', disabled: false }).waitFor()
  await press(page, 'y')
  await says(page, `Đã tạm dừng lượt đang nói để nghe ${others['thanh-hoa']}.`)
  await press(page, 'd')
  await says(page, `Đã tạm dừng lượt của ${others['thanh-hoa']}`)
})

test('a refusal is said where it happened; letters that are typed do nothing', async () => {
  const { page } = person
  const requestId = (await hall.floor()).queue[0]?.id
  // Somebody else at another desk is faster by a moment.
  const letPass = await meddle(page, '**/floor/call', async (route) => {
    await hall.secretary.post(`${hall.path}/floor/call`, { requestId })
    await route.continue()
  })
  await press(page, 'Enter')
  await page
    .getByRole('alert')
    .getByText(/Đang có đại biểu phát biểu|không còn chờ/)
    .waitFor()
  letPass()
  await clock(page).waitFor()
  await press(page, 'b')
  await page.getByLabel('Lý do khác').pressSequentially('kt')
  await press(page, 'Escape')
  expect((await hall.floor()).current).toBeDefined()
  await press(page, '?')
  await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor()
  await audit(page, 'desk, keys')
  await press(page, 'Escape')
})

test('an end that is held is sent by a page that is left, and taken up after one that was killed', async () => {
  const { page } = person
  await press(page, 'k')
  await says(page, 'Kết thúc lượt của')
  await page.reload()
  await expect.poll(async () => (await hall.floor()).current, { timeout: 10_000 }).toBeUndefined()
  const requestId = await hall.ask('ninh-binh')
  await hall.chair.post(`${hall.path}/floor/call`, { requestId })
  await clock(page).waitFor()
  const { sub } = accounts.find(({ username }) => username === 'chutri') ?? {}
  // As a tab leaves it that was killed while it held the end.
  await page.evaluate(
    ([name, end]) => localStorage.setItem(name, JSON.stringify({ ...end, until: Date.now() - 5_000 })),
    [`diemcau.held-end.${hall.id}`, { sub, requestId, who: speaker }] as const,
  )
  await page.reload()
  await says(page, `Kết thúc lượt của ${speaker} sau`)
  await press(page, 'z')
  expect((await hall.floor()).current, 'kept').toBeDefined()
})

test('closes the conference when asked twice, and is told when the minutes wait', async () => {
  const { page } = person
  await page.getByRole('button', { name: 'Kết thúc hội nghị' }).focus()
  await press(page, 'Enter')
  await page.getByRole('button', { name: 'Xác nhận kết thúc' }).waitFor()
  await audit(page, 'desk, closing')
  await page.getByRole('button', { name: 'Xác nhận kết thúc' }).focus()
  await press(page, 'Enter')
  await says(page, 'Biên bản chưa đến lượt đồng chí ký')
  await audit(page, 'desk, closed')
  await page.getByRole('link', { name: 'Mở biên bản' }).waitFor()
  expect(complaints, 'violations of the content security policy, errors').toEqual([])
})
