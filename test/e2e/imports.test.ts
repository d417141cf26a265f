// The archivist and a past conference in a real browser: what is open is read, what sources give differently is kept, it is sealed.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWeb } from '#infra/build-web.ts'
import { localPassword } from '#infra/local/accounts.data.ts'
import { takeSeat } from '#infra/local/afternoon/desk.ts'
import type { Home } from '#infra/local/home.ts'
import { signIn } from '#infra/local/sign-in.ts'
import { startBrowser } from '#test/support/browser.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { meddle } from '#test/support/meddle.ts'
import { importInput } from '#test/support/samples-imports.ts'
import { arrive, type Person } from './person.ts'

let home: Home
let browser: Browser
let archivist: Person
const complaints: string[] = []

beforeAll(async () => {
  home = await startLoadedHome(new Date('2022-11-23T13:05:00+07:00'))
  const desk = await takeSeat(home.origin, 'luutru')
  await desk.post('/archive/imports', { ...importInput, title: [], heldOn: { precision: 'unknown' } })
  await buildWeb()
  browser = await startBrowser()
  archivist = await arrive(browser, home.origin, 'luutru', complaints)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

test('what sources give differently is kept side by side, and sealed as the archivist’s word', async () => {
  const { page, check } = archivist
  await page.locator('[data-place=l]').click()
  await page.getByRole('link', { name: 'Nhập hội nghị đã qua' }).click()
  await page.getByText('nguồn ghi khác nhau: 1').waitFor()
  await check('list of imports')
  await page
    .getByRole('row')
    .filter({ hasText: 'Đang nhập' })
    .getByRole('link', { name: 'Không có tên' })
    .click()
  await page.getByRole('heading', { name: 'Các nguồn ghi khác nhau' }).waitFor()
  await check('an import with a contradiction')
  await expect.poll(() => page.getByRole('button', { name: 'Niêm phong' }).isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: /^Lý do(?! rút)/ }).fill('Chưa có tài liệu gốc để đối chiếu')
  await page.getByRole('button', { name: 'Thống nhất' }).click()
  await page.getByText('Hồ sơ giữ nguyên các cách ghi. Lý do: Chưa có tài liệu gốc').waitFor()
  await page.getByRole('button', { name: 'Niêm phong' }).click()
  await page.getByRole('link', { name: 'Mở hồ sơ đã niêm phong' }).click()
  await page.getByText('không rõ ngày', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Kiểm chứng ngay' }).click()
  await page.getByText('Hồ sơ nguyên vẹn').waitFor()
  await check('record of a past conference')
  await page.locator('[data-place=l]').click()
  await page
    .getByRole('link', { name: /Tổng kết phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2016/ })
    .waitFor()
  await check('archive with records from documents')
  expect(complaints).toEqual([])
})

const contents = (part: string) =>
  archivist.page.getByRole('navigation', { name: 'Các phần' }).getByRole('button', { name: part })

const choose = async (field: string, typed: string, option: RegExp) => {
  const { page } = archivist
  await page.getByRole('combobox', { name: field }).fill(typed)
  await page.getByRole('option', { name: option }).first().click()
}

const enterSources = async () => {
  const { page } = archivist
  await page.getByLabel('Tên tài liệu').fill('Tin về Hội nghị tổng kết hai đề án của tỉnh Hà Giang')
  await page.getByLabel('Ngày đăng').fill('11/2020')
  await page.getByRole('button', { name: 'Thêm nguồn' }).click()
  await page.getByLabel('Tên tài liệu').fill('Ảnh chụp tại Hội nghị')
  await page.getByRole('button', { name: 'Tiếp theo: Ngày họp' }).click()
  await page.getByLabel('Ngày như tài liệu ghi').fill('Chiều 6.11')
  await page.getByText('chiều ngày 06 tháng 11 năm 2020').waitFor()
}

const enterConference = async () => {
  const { page, check } = archivist
  await page.getByRole('button', { name: 'Tiếp theo: Hội nghị' }).click()
  await page.getByLabel('Tên hội nghị').fill('Tổng kết hai đề án của tỉnh\nTriển khai nhiệm vụ năm 2021')
  await choose('Đơn vị tổ chức', 'ubnd ha giang', /Ủy ban nhân dân tỉnh Hà Giang/)
  await contents('Người dự').click()
  await page.getByRole('button', { name: 'Thêm người dự' }).click()
  await choose('Cán bộ', 'tran duc quy', /Trần Đức Quý/)
  await page.getByLabel('chủ trì').check()
  await contents('Báo cáo, phát biểu').click()
  await page.getByRole('button', { name: 'Thêm đoạn' }).click()
  await page.getByRole('textbox', { name: 'Nội dung', exact: true }).fill('Đánh giá hai đề án hoàn thành.')
  await page.getByLabel('Của ai').selectOption({ label: await nameOfPerson() })
  await contents('Khen thưởng').click()
  await page.getByRole('button', { name: 'Thêm khen thưởng' }).click()
  await page.getByLabel('Câu trong báo cáo').fill('12 tập thể được tặng Bằng khen của Chủ tịch UBND tỉnh')
  await page.getByRole('button', { name: 'Điền các mục từ câu này' }).click()
  await check('the form of a past conference')
}

const nameOfPerson = async () =>
  (await archivist.page.getByLabel('Của ai').locator('option').allTextContents()).find((name) =>
    name.startsWith('Trần Đức Quý'),
  ) ?? ''

/** The same archivist at another desk: one more entry in what was read. */
const correctElsewhere = async (id: string) => {
  const { accessToken } = await signIn(home.origin, 'luutru', localPassword)
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' }
  const path = `${home.origin}/api/archive/imports/${id}`
  const { facts, version } = await (await fetch(path, { headers })).json()
  const from = { source: facts.sources[0].key }
  const body = JSON.stringify({
    ...facts,
    groups: [{ key: 'so-nganh', text: 'lãnh đạo các sở, ngành', from }],
  })
  const answer = await fetch(path, {
    method: 'PUT',
    headers: { ...headers, 'if-match': `"${version}"` },
    body,
  })
  expect(answer.status, await answer.clone().text()).toBe(200)
}

/** What is typed while the rest is on its way stays, and is saved next. */
const typeWhileSaving = async (venue: string) => {
  const { page, act } = archivist
  const letPass = await meddle(page, '**/api/archive/imports/imp_*', async (route) => {
    if (route.request().method() === 'PUT') await page.getByLabel('Địa điểm').fill(venue)
    await route.continue()
  })
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT')
  await act('Lưu')
  expect((await saved).status()).toBe(200)
  letPass()
}

test('a past conference is entered through the form, kept through a reload, corrected beside another, sealed', async () => {
  const { page, check, act } = archivist
  await page.goto(`${home.origin}/archive/imports`)
  await act('Nhập hội nghị')
  await act('Lưu')
  await page.getByText('Đồng chí chưa nhập mục này.').first().waitFor()
  await check('the form of a past conference, refused')
  await enterSources()
  await enterConference()
  await page.reload()
  await page.getByText('chiều ngày 06 tháng 11 năm 2020').waitFor()
  await act('Lưu')
  await page.getByText('12 tập thể được nhận Bằng khen của Chủ tịch UBND tỉnh').waitFor()
  await page.getByText(/trình bày báo cáo.*Đánh giá hai đề án hoàn thành/).waitFor()
  await page.getByRole('link', { name: 'Sửa nội dung đã nhập' }).click()
  await contents('Hội nghị').click()
  await page.getByLabel('Địa điểm').fill('Hội trường tỉnh Hà Giang')
  await correctElsewhere(page.url().split('/').at(-2) ?? '')
  await act('Lưu')
  await page.getByRole('alert').getByText('Thành phần khác: lãnh đạo các sở, ngành').waitFor()
  await check('a past conference that another corrected')
  await page.getByRole('button', { name: 'Lấy vào bản đang nhập' }).click()
  await expect.poll(() => page.getByLabel('Địa điểm').inputValue()).toBe('Hội trường tỉnh Hà Giang')
  await typeWhileSaving('Hội trường tỉnh Hà Giang, tầng hai')
  await act('Lưu')
  await page.getByText('Địa điểm: Hội trường tỉnh Hà Giang, tầng hai.').waitFor()
  await page.getByText('Cùng dự có: lãnh đạo các sở, ngành').waitFor()
  await act('Niêm phong')
  await page.getByRole('link', { name: 'Mở hồ sơ đã niêm phong' }).waitFor()
  expect(complaints).toEqual([])
})
