// The operator's one page in a real browser, on a tablet: check, connect, roll call, paste, self check-in, floor, fault.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, takeSeat } from '#infra/local/afternoon/desk.ts'
import type { Home } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { arrive, type Person } from './person.ts'

const afternoon = (time: string) => new Date(`2022-11-23T${time}+07:00`)
const point = 'bpt_ca-ninh-binh'
const leader = 'Đại tá Đinh Trọng Soạn, Phó Giám đốc Công an tỉnh Ninh Bình'

let home: Home
let browser: Browser
let secretary: Desk
let conference: string
let operator: Person
const complaints: string[] = []

beforeAll(async () => {
  home = await startLoadedHome(afternoon('13:05:00'))
  await home.loaded
  secretary = await takeSeat(home.origin, 'thuky')
  const { items } = await secretary.get<{ items: { id: string }[] }>('/conferences')
  conference = items[0]?.id ?? ''
  browser = await startBrowser()
  operator = await arrive(browser, home.origin, 'ninhbinh', complaints)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

type Sheet = {
  counts: { present: number; absent: number; heads?: number }
  items: { id: string; display: string; mark?: { state: string; reason?: string; substitute?: string } }[]
}

const sheet = () => secretary.get<Sheet>(`/conferences/${conference}/bridge-points/${point}/roll-call`)

const beforeSession = async ({ page, check, open }: Person) => {
  await page.getByRole('link', { name: /Ngày hội Toàn dân/ }).click()
  await open('Điểm cầu của tôi')
  await page.getByRole('heading', { name: 'Trung tâm đang thấy' }).waitFor()
  await check('my point, scheduled')
  expect(await page.getByRole('link', { name: 'Gọi trung tâm: 024 3942 0000' }).getAttribute('href')).toBe(
    'tel:02439420000,12',
  )
  await secretary.post(`/conferences/${conference}/open`, { confirmed: true })
  await page.getByText('chỉ là chạy thử').waitFor()
  for (const passed of await page.getByRole('radio', { name: 'Đạt', exact: true }).all()) await passed.check()
  await page.getByRole('button', { name: 'Gửi kết quả kiểm tra' }).click()
  await page.getByText(/Sẵn sàng · Lần cuối/).waitFor()
  await page.getByRole('button', { name: 'Báo đã kết nối bằng thiết bị khác' }).click()
  await page.getByText('Máy này đang giữ kết nối').waitFor()
  await check('my point, open')
}

/** The link falls silent as no heartbeat comes; the next one, sent when the line is back, makes it connected again. */
const heartbeat = async ({ page }: Person) => {
  const state = async () => {
    const path = `/conferences/${conference}/bridge-points/${point}`
    return (await secretary.get<{ row: { state: string } }>(path)).row.state
  }
  expect(await state()).toBe('connected')
  home.setClock?.(afternoon('13:58:00'))
  expect(await state()).not.toBe('connected')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(state, { interval: 50, timeout: 10_000 }).toBe('connected')
}

/** A delegate tells of coming; the operator looks into the room and confirms. */
const checkIns = async ({ page, check }: Person) => {
  await secretary.post(`/conferences/${conference}/start`)
  await page.getByText('chỉ là chạy thử').waitFor({ state: 'hidden' })
  await page.getByText('Chưa có đại biểu nào chờ xác nhận').waitFor()
  await page.getByRole('img', { name: 'Mã điểm danh' }).waitFor()
  const path = `/conferences/${conference}/bridge-points/${point}/check-ins`
  const { code } = await secretary.get<{ code: string }>(`${path}/code`)
  const shown = page.getByText(`${code.slice(0, 3)} ${code.slice(3)}`)
  await shown.first().waitFor()
  const delegate = await takeSeat(home.origin, 'daibieu')
  await delegate.post(path, { code, delegateId: (await sheet()).items[0]?.id })
  await page.getByRole('button', { name: `Xác nhận có mặt: ${leader}` }).waitFor()
  await check('my point, a check-in to confirm')
  await page.getByRole('button', { name: `Xác nhận có mặt: ${leader}` }).click()
  await page.getByText('Chưa có đại biểu nào chờ xác nhận').waitFor()
  await expect.poll(async () => (await sheet()).items[0]?.mark?.state).toBe('present')
}

const rollCall = async ({ page, check }: Person) => {
  const first = page.getByRole('listitem').filter({ hasText: leader })
  await first.getByText('Có mặt', { exact: true }).waitFor()
  await first.getByRole('button', { name: leader }).first().click()
  await check('my point, choices of a delegate')
  await first.getByLabel('Chức vụ').fill('Trưởng phòng')
  await first.getByRole('button', { name: 'Ghi dự thay' }).click()
  await first.getByText('Dự thay', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Tất cả có mặt' }).click()
  await page.getByLabel('Số người trong phòng').fill('14')
  await page.getByRole('button', { name: 'Ghi số người' }).click()
  await expect.poll(async () => (await sheet()).counts.heads, { timeout: 15_000 }).toBe(14)
  const { items } = await sheet()
  expect(items[0]?.mark).toMatchObject({ state: 'substituted', substitute: 'Trưởng phòng' })
  expect(items.slice(1).every(({ mark }) => mark?.state === 'present')).toBe(true)
}

const pasting = async ({ page, check }: Person) => {
  const before = (await sheet()).items.length
  await page.getByRole('button', { name: 'Dán danh sách từ Excel' }).click()
  await page
    .getByLabel('Bảng danh sách')
    .fill('Họ và tên\tCấp bậc\tChức vụ\nNguyễn Văn An\tThượng tá\tTrưởng phòng\n\t\t\n')
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.getByText('1 dòng nhập được').waitFor()
  await check('my point, a pasted delegation')
  await page.getByRole('button', { name: 'Nhập 1 đại biểu' }).click()
  await page.getByText('Đã nhập 1 đại biểu.').waitFor()
  expect((await sheet()).items.length).toBe(before + 1)
}

const floorAndFault = async ({ page, check, act }: Person) => {
  await secretary.post(`/conferences/${conference}/floor/open`)
  await page.getByText('Đang nhận đăng ký').waitFor()
  await act('Đăng ký phát biểu')
  await page.getByLabel('Người phát biểu').selectOption({ label: leader })
  await page.getByRole('button', { name: 'Gửi đăng ký' }).click()
  await page.getByText('Thứ 1 trong 1 đăng ký đang chờ').waitFor()
  await page.getByLabel('Ghi chú cho kỹ thuật (không bắt buộc)').fill('Màn hình bên trái')
  await page.getByRole('button', { name: 'Báo mất hình' }).click()
  await page.getByText('Màn hình bên trái').waitFor()
  await check('my point, in session, with a fault')
  await page.getByRole('button', { name: 'Đã khắc phục' }).click()
  await page.getByText('Không có sự cố.').waitFor()
  await secretary.post(`/conferences/${conference}/floor/call`)
  await page.getByRole('timer', { name: 'Thời gian phát biểu' }).waitFor()
  await act('Kết thúc phát biểu')
  await page.getByText('Điểm cầu chưa có đăng ký đang chờ.').waitFor()
}

test('an operator does the whole work on one page', { timeout: 120_000 }, async () => {
  try {
    for (const part of [beforeSession, heartbeat, checkIns, rollCall, pasting, floorAndFault])
      await part(operator)
  } catch (error) {
    await operator.page.screenshot({ path: '.build/operator-failure.png', fullPage: true })
    throw error
  }
  expect(complaints, 'violations of the content security policy, errors').toEqual([])
})
