// The administrator's day in a real browser: an account from invitation to its end, a role given and ended, units taken in.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unitHeader } from '#functions/directory/unit-table.rules.ts'
import type { Home } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { arrive, type Person } from './person.ts'

let home: Home
let browser: Browser
let admin: Person
const complaints: string[] = []

beforeAll(async () => {
  home = await startLoadedHome(new Date('2022-11-23T13:05:00+07:00'))
  browser = await startBrowser()
  admin = await arrive(browser, home.origin, 'quantri', complaints)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

const place = (name: string) =>
  admin.page.getByRole('navigation', { name: 'Các khu vực' }).getByRole('link', { name }).click()

test('an account is invited, given a role that ends with its reason, and disabled', {
  timeout: 120_000,
}, async () => {
  const { page, check } = admin
  await place('Tài khoản')
  await page.getByRole('link', { name: 'ninhbinh' }).waitFor()
  await page.getByRole('button', { name: 'Mời người sử dụng' }).click()
  await page.getByRole('button', { name: 'Thêm người chưa có trong danh bạ' }).click()
  await page.getByLabel('Họ và tên').fill('Trần Văn Thử')
  await page.getByLabel('Chức vụ').fill('Cán bộ điểm cầu Công an tỉnh Hà Nam')
  await page.getByRole('button', { name: 'Thêm vào danh bạ' }).click()
  await expect
    .poll(() => page.getByRole('combobox', { name: /Người sử dụng/ }).inputValue())
    .toMatch(/Trần Văn Thử/)
  await page.locator('input[name=username]').fill('ninhbinh')
  await page.locator('input[name=email]').fill('thu@diemcau.example')
  await page.getByRole('button', { name: 'Gửi lời mời' }).click()
  await page.getByRole('alert').waitFor()
  await check('invitation refused')
  await page.locator('input[name=username]').fill('tran.van.thu')
  await page.getByRole('button', { name: 'Gửi lời mời' }).click()
  await page.getByRole('searchbox').fill('tran')
  await page.getByRole('link', { name: 'tran.van.thu' }).click()
  await page.getByText('Đã mời, chưa đăng nhập').waitFor()
  await page.getByRole('button', { name: 'Giao quyền' }).click()
  await page.getByLabel('Vai trò').selectOption({ label: 'Cán bộ điểm cầu của đơn vị' })
  await page.getByRole('combobox', { name: /Đơn vị/ }).fill('ha nam')
  await page.getByRole('option', { name: /Công an tỉnh Hà Nam/ }).click()
  await page.getByRole('button', { name: 'Giao quyền' }).click()
  await page.getByText('Đang có hiệu lực').waitFor()
  await check('account with a role')
  await page.getByRole('button', { name: 'Chấm dứt' }).click()
  await page.getByLabel('Lý do chấm dứt').fill('Giao nhầm')
  await page.getByRole('button', { name: 'Chấm dứt' }).click()
  await page.getByText('Đã chấm dứt').waitFor()
  await page.getByRole('button', { name: 'Khóa tài khoản' }).click()
  await page.getByLabel('Lý do khóa').fill('Nghỉ công tác')
  await page.getByRole('button', { name: 'Khóa tài khoản' }).click()
  await page.getByText('Nghỉ công tác').waitFor()
  await check('account disabled')
})

const table = (...rows: string[][]) => ({
  name: 'don-vi.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([unitHeader, ...rows].map((row) => row.join(',')).join('\r\n')),
})

/** A row in the order of the house's own table. */
const row = (name: string, type: string) =>
  unitHeader.map((head) => {
    if (head === 'Tên đơn vị') return name
    if (head === 'Loại đơn vị') return type
    if (head === 'Đơn vị cấp trên') return 'Công an tỉnh Ninh Bình'
    return head === 'Từ ngày' ? '01/08/2008' : ''
  })

test('a table of units is tried out, its wrong row told, and recorded once it is right', {
  timeout: 120_000,
}, async () => {
  const { page, check } = admin
  await place('Đơn vị')
  await page.getByRole('heading', { name: 'Nhập từ bảng tính' }).waitFor()
  const file = page.locator('input[type=file]')
  await file.setInputFiles(table(row('Công an xã Thử Một', 'Cấp gì đó')))
  await page.getByText('Có 1 dòng chưa đúng').waitFor()
  await check('units, wrong row')
  await file.setInputFiles(table(row('Công an xã Thử Một', 'Công an cấp xã')))
  await page.getByText('Nếu ghi: thêm 1').waitFor()
  await page.getByRole('button', { name: 'Ghi vào danh sách' }).click()
  await page.getByText('Đã ghi: thêm 1').waitFor()
  await page.getByRole('searchbox').fill('thu mot')
  await page.getByRole('link', { name: 'Công an xã Thử Một' }).click()
  await page.getByRole('heading', { name: 'Tên gọi theo thời gian' }).waitFor()
  await page.getByRole('button', { name: 'Đổi tên' }).click()
  await page.getByLabel('Tên đơn vị').fill('Công an phường Thử Một')
  await page.getByLabel('Mang tên mới từ ngày').fill('1/11/2022')
  await page.getByRole('button', { name: 'Ghi nhận' }).click()
  await page.getByRole('cell', { name: /Công an phường Thử Một/ }).waitFor()
  await check('unit, renamed')
  await place('Công việc')
  await page.getByRole('link', { name: 'Nhập danh sách đơn vị' }).first().click()
  await page.getByRole('heading', { name: 'Tiến độ' }).waitFor()
  await check('job')
  expect(complaints).toEqual([])
})
