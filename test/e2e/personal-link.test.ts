// A delegate without an account: the point hands out a personal link; its holder answers, hands in a text, checks in.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWeb } from '#infra/build-web.ts'
import { takeSeat } from '#infra/local/afternoon/desk.ts'
import type { Home } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { arrive, audit, isOfCutLine, listen } from './person.ts'

const afternoon = (time: string) => new Date(`2022-11-23T${time}+07:00`)
const delegate = 'Đại tá Đinh Trọng Soạn, Phó Giám đốc Công an tỉnh Ninh Bình'
const paper = 'Tham luận về xây dựng phong trào tại cơ sở'

let home: Home
let browser: Browser
const complaints: string[] = []
/** Everything the browser asked for, to see where the credential went. */
const asked: { url: string; authorization: string | undefined; body: string }[] = []

beforeAll(async () => {
  home = await startLoadedHome(afternoon('10:00:00'))
  await buildWeb()
  browser = await startBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

/** Does something as somebody with an account at the conference's points, then leaves. */
const as = async (
  username: string,
  work: (page: Page, check: (what: string) => Promise<void>) => Promise<void>,
) => {
  const person = await arrive(browser, home.origin, username, complaints)
  person.page.setDefaultTimeout(60_000)
  await person.page.getByRole('link', { name: /Ngày hội Toàn dân/ }).click()
  await person.page.getByRole('heading', { level: 1, name: /Ngày hội Toàn dân/ }).waitFor()
  await work(person.page, person.check)
  await person.leave()
}

const openPoint = async (page: Page) => {
  await page
    .getByRole('navigation', { name: 'Các mục của hội nghị' })
    .getByText('Điểm cầu', { exact: true })
    .click()
  await page.getByRole('link', { name: 'Công an tỉnh Ninh Bình' }).click()
  await page.getByRole('heading', { name: 'Đoàn đại biểu' }).waitFor()
}

const issue = async (page: Page) => {
  await openPoint(page)
  await page.getByRole('button', { name: `Liên kết cá nhân của ${delegate}` }).click()
  return page.getByLabel('Địa chỉ liên kết').inputValue()
}

const withPhone = async (work: (page: Page, context: BrowserContext) => Promise<void>) => {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  listen(page, complaints)
  page.on('request', (request) => {
    asked.push({
      url: request.url(),
      authorization: request.headers().authorization,
      body: request.postData() ?? '',
    })
  })
  await work(page, context).catch(async (error) => {
    await page.screenshot({ path: '.build/e2e-failure.png', fullPage: true })
    throw error
  })
  await context.close()
}

const answers = async (page: Page) => {
  await page.getByRole('heading', { level: 1, name: /Ngày hội Toàn dân/ }).waitFor()
  await page.getByText('Từ 14 giờ 00 đến 16 giờ 30, ngày 23 tháng 11 năm 2022').waitFor()
  await page.getByText('Đồng chí có dự hội nghị không?').waitFor()
  await audit(page, 'invitation')
  await page.getByRole('button', { name: 'Nhận lời dự' }).click()
  await page.getByText('Đồng chí đã nhận lời dự hội nghị.').waitFor()
}

const handsIn = async (page: Page, context: BrowserContext) => {
  await page.getByRole('button', { name: 'Gửi tham luận' }).click()
  await page.getByLabel('Tiêu đề').fill(paper)
  await page.getByLabel('Nội dung').fill('Kết quả và bài học từ cơ sở.')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Gửi tham luận' }).click()
  await page.getByRole('alert').getByText('Không kết nối được với máy chủ.').first().waitFor()
  await context.setOffline(false)
  await page.reload()
  await expect
    .poll(() => page.getByLabel('Nội dung').inputValue(), { message: 'typed before the line was lost' })
    .toContain('bài học')
  await audit(page, 'paper form')
  await page.getByRole('button', { name: 'Gửi tham luận' }).click()
  await page.getByText('Đã nhận lúc 10 giờ 00, ngày 23 tháng 11 năm 2022, bản số 1').waitFor()
  await page.getByText(/^[0-9a-f]{64}$/).waitFor()
  await audit(page, 'receipt')
}

const checksIn = async (page: Page, code: string) => {
  await page.getByLabel('Mã điểm danh').fill(code === '000000' ? '111111' : '000000')
  await page.getByRole('button', { name: 'Báo có mặt' }).click()
  await page.getByText('Mã điểm danh không đúng hoặc đã đổi.').waitFor()
  await page.getByLabel('Mã điểm danh').fill(code)
  await page.getByRole('button', { name: 'Báo có mặt' }).click()
  await page.getByText('Đồng chí đã báo có mặt lúc 10:00.').waitFor()
  await page.getByText('Đồng chí chưa có tên trong danh sách phát biểu.').waitFor()
  await audit(page, 'checked in')
}

/** Another's link in the same tab shows the other, and nothing of the first. */
const namesSubstitute = async (page: Page, url: string) => {
  await page.goto(url)
  await page.getByText('Đại diện lãnh đạo các đơn vị Công an tỉnh Ninh Bình').waitFor()
  expect(page.url()).toBe(`${home.origin}/giay-moi`)
  expect(await page.getByText(delegate).count()).toBe(0)
  await page.getByRole('button', { name: 'Cử người dự thay' }).click()
  await page.getByLabel('Họ và tên').fill('Trần Thị Bình')
  await page.getByLabel('Cấp bậc').fill('Thượng tá')
  await page.getByLabel('Chức vụ, đơn vị').fill('Trưởng phòng Tham mưu')
  await page.getByLabel('Lý do cử người dự thay').fill('Đi công tác')
  await audit(page, 'substitute form')
  await page.getByRole('button', { name: 'Gửi tên người dự thay' }).click()
  await page.getByText(/đã cử người dự thay: Thượng tá Trần Thị Bình, Trưởng phòng Tham mưu/).waitFor()
  await audit(page, 'substituted')
}

const checkGone = async (page: Page, url: string, title: string) => {
  await page.goto(url)
  await page.reload()
  await page.getByRole('heading', { name: title }).waitFor()
  await audit(page, title)
}

const seats = async () => {
  const [desk, point] = [await takeSeat(home.origin, 'thuky'), await takeSeat(home.origin, 'ninhbinh')]
  const { items } = await desk.get<{ items: { id: string }[] }>('/conferences')
  const path = `/conferences/${items[0]?.id}`
  const room = `${path}/bridge-points/bpt_ca-ninh-binh`
  const delegates = await point.get<{ items: { id: string }[] }>(`${room}/delegates`)
  const linkOf = async (at: number) => {
    const link = `${room}/delegates/${delegates.items[at]?.id}/personal-link`
    return (await point.post<{ url: string }>(link)).url
  }
  const code = async () => (await point.get<{ code: string }>(`${room}/check-ins/code`)).code
  return { desk, path, linkOf, code }
}

/** What opens the link stood in no address and no body; only the routes of its holder were shown it. */
const expectKept = (sealed: string) => {
  const bearing = asked.filter(({ url, body }) => `${url} ${body}`.includes(sealed))
  expect(bearing, 'the credential in an address or a body').toEqual([])
  const shown = asked.filter(({ authorization }) => authorization?.includes(sealed))
  expect(shown.length).toBeGreaterThan(3)
  for (const { url } of shown) expect(url).toMatch(new RegExp(`^${home.origin}/api/personal(/|$)`))
}

test('the holder of a personal link answers, hands in a text, checks in, until it is revoked or over', async () => {
  const { desk, path, linkOf, code } = await seats()
  const urls = { first: '', second: await linkOf(1), third: await linkOf(2) }
  await as('ninhbinh', async (page, check) => {
    urls.first = await issue(page)
    await check('personal link, shown')
  })
  const sealed = urls.first.split('#')[1] ?? ''
  expect(sealed).toMatch(/^[\w-]+\.[\w-]+$/)
  await withPhone(async (page, context) => {
    await page.goto(urls.first)
    await answers(page)
    expect(page.url()).toBe(`${home.origin}/giay-moi`)
    await handsIn(page, context)
    await namesSubstitute(page, urls.second)
    await desk.post(`${path}/open`, { confirmed: true })
    await page.goto(urls.first)
    await checksIn(page, await code())
    await page.getByRole('button', { name: 'Rút tham luận' }).click()
    await page.getByRole('button', { name: 'Xác nhận rút' }).click()
    await page.getByText('Đã rút').waitFor()
    await as('ninhbinh', async (point) => {
      await issue(point)
      await point.getByRole('button', { name: 'Thu hồi liên kết' }).click()
      await point.getByRole('button', { name: 'Xác nhận thu hồi' }).click()
      await point.getByText('Đã thu hồi liên kết.').waitFor()
    })
    await checkGone(page, urls.first, 'Liên kết không đúng hoặc đã bị thu hồi')
    await desk.post(`${path}/start`)
    await desk.post(`${path}/close`)
    await checkGone(page, urls.third, 'Liên kết đã hết hiệu lực')
  })
  const unasked = complaints.filter((what) => !isOfCutLine(what))
  expect(unasked, 'violations of the content security policy, errors').toEqual([])
  expectKept(sealed)
})
