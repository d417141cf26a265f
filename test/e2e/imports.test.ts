// The archivist and a past conference in a real browser: what is open is read, what sources give differently is kept, it is sealed.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWeb } from '#infra/build-web.ts'
import { takeSeat } from '#infra/local/afternoon/desk.ts'
import type { Home } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
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
  expect(await page.getByRole('button', { name: 'Niêm phong' }).isDisabled()).toBe(true)
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
