// A delegate with an account, on a phone: answers, hands in, asks to speak, checks in by the QR code of the point.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkInAddress } from '#functions/attendance/check-in-address.rules.ts'
import { buildWeb } from '#infra/build-web.ts'
import { type Desk, takeSeat } from '#infra/local/afternoon/desk.ts'
import type { Home } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { pdf } from '#test/support/documents.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { arrive, audit, isOfCutLine, listen, type Person, signIn } from './person.ts'

const afternoon = (time: string) => new Date(`2022-11-23T${time}+07:00`)
const me = 'Đại tá Đinh Trọng Soạn, Phó Giám đốc Công an tỉnh Ninh Bình'
const paper = 'Tham luận về xây dựng phong trào tại cơ sở'
const ninhBinh = 'bpt_ca-ninh-binh'

let home: Home
let browser: Browser
let secretary: Desk
let operator: Desk
let path: string
let person: Person
const complaints: string[] = []

beforeAll(async () => {
  home = await startLoadedHome(afternoon('10:00:00'))
  await buildWeb()
  browser = await startBrowser()
  secretary = await takeSeat(home.origin, 'thuky')
  operator = await takeSeat(home.origin, 'ninhbinh')
  const { items } = await secretary.get<{ items: { id: string }[] }>('/conferences')
  path = `/conferences/${items[0]?.id}`
  person = await arrive(browser, home.origin, 'daibieu', complaints)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

/** Does one part of the day; a failure leaves a picture. */
const part = (name: string, walk: (page: Page) => Promise<void>) =>
  test(name, async () => {
    await walk(person.page).catch(async (error) => {
      await person.page.screenshot({ path: '.build/e2e-failure.png', fullPage: true })
      throw error
    })
  })

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** What the QR code of a point holds now. */
const scanned = async (pointId = ninhBinh) => {
  const { code } = await operator.get<{ code: string }>(`${path}/bridge-points/${ninhBinh}/check-ins/code`)
  const conferenceId = path.slice('/conferences/'.length)
  return { code, address: checkInAddress(home.origin, { conferenceId, pointId, code }) }
}

part('comes to their own work, and answers', async (page) => {
  await page.getByRole('link', { name: /Ngày hội Toàn dân/ }).click()
  await page.getByText('Đồng chí có dự hội nghị không?').waitFor()
  expect(page.url()).toBe(`${home.origin}${path}/mine`)
  await page.getByText('Từ 14 giờ 00 đến 16 giờ 30, ngày 23 tháng 11 năm 2022').waitFor()
  await person.check('my tasks, unanswered')
  await button(page, 'Không dự được').click()
  await button(page, 'Thôi').click()
  await button(page, 'Nhận lời dự').click()
  await page.getByText('Đồng chí đã nhận lời dự hội nghị.').waitFor()
})

part('writes a contribution that outlives a reload and a lost line, and keeps its receipt', async (page) => {
  await button(page, 'Gửi tham luận').click()
  await page.getByLabel('Tiêu đề').fill(paper)
  await page.getByLabel('Nội dung').fill('Kết quả và bài học từ cơ sở.')
  const choosing = page.waitForEvent('filechooser')
  await button(page, 'Chọn tệp').click()
  await (await choosing).setFiles({ name: 'tham-luan.pdf', mimeType: 'application/pdf', buffer: pdf() })
  await page.getByText('đã kiểm tra').waitFor()
  await page.reload()
  await page.getByText('tham-luan.pdf').waitFor()
  await expect.poll(() => page.getByLabel('Nội dung').inputValue()).toContain('bài học')
  await person.check('contribution form')
  await page.context().setOffline(true)
  await button(page, 'Gửi').click()
  await page.getByText('Không kết nối được với máy chủ.').first().waitFor()
  await page.context().setOffline(false)
  await button(page, 'Gửi').click()
  await page.getByText('Đã nhận tham luận.').waitFor()
  await button(page, 'Kiểm tra ngay').click()
  await page.getByText('Khớp: hệ thống đang giữ đúng bản').waitFor()
  await person.check('receipt')
  await button(page, 'Đóng biên nhận').click()
})

part('hands in a new version of what came back, from the text as it stands', async (page) => {
  const { items } = await secretary.get<{ items: { id: string }[] }>(`${path}/contributions`)
  const one = `${path}/contributions/${items[0]?.id}`
  await secretary.post(`${one}/return`, { note: 'Đề nghị bổ sung số liệu năm 2022' })
  await page.reload()
  await page.getByText('Đề nghị bổ sung số liệu năm 2022').waitFor()
  await person.check('a contribution that came back')
  await button(page, 'Gửi bản sửa').click()
  const text = page.getByLabel('Nội dung')
  await expect.poll(() => text.inputValue()).toBe('Kết quả và bài học từ cơ sở.')
  await text.fill('Kết quả, số liệu và bài học từ cơ sở.')
  await button(page, 'Gửi').click()
  await page.getByText('Đã nhận tham luận.').waitFor()
  await button(page, 'Đóng biên nhận').click()
  await page.getByText(/Bản số 2/).waitFor()
  const { files, receipt } = await secretary.get<{ files: unknown[]; receipt: { number: number } }>(one)
  expect([files.length, receipt.number]).toEqual([1, 2])
})

part('is told in plain words why a code is not taken', async (page) => {
  await page.goto((await scanned()).address)
  await page.getByRole('heading', { name: 'Hội nghị chưa mở phòng' }).waitFor()
  await audit(page, 'not open')
  home.setClock?.(afternoon('13:30:00'))
  await secretary.post(`${path}/open`, { confirmed: true })
  await page.goto((await scanned('bpt_ca-ha-nam')).address)
  await page.getByRole('heading', { name: 'Đây là mã của điểm cầu khác' }).waitFor()
  await audit(page, 'another point')
  await page.goto(`${home.origin}/diem-danh#khong-phai-ma`)
  await page.getByRole('heading', { name: 'Mã QR này không phải mã điểm danh' }).waitFor()
  const late = await scanned()
  home.setClock?.(afternoon('13:35:00'))
  await page.goto(late.address)
  await page.getByText('Mã đã hết hạn. Đồng chí quét lại mã đang hiện trên màn hình.').waitFor()
  expect(page.url()).toBe(`${home.origin}/diem-danh`)
  await audit(page, 'an old code')
})

part('checks in by the code shown now, once', async (page) => {
  const { address } = await scanned()
  await page.goto(address)
  await page.getByRole('heading', { name: 'Đồng chí đã báo có mặt' }).waitFor()
  await page.getByText(me).waitFor()
  await audit(page, 'checked in')
  await page.reload()
  await page.getByRole('heading', { name: 'Đồng chí đã báo có mặt' }).waitFor()
  const claims = await operator.get<{ claimed: number }>(`${path}/bridge-points/${ninhBinh}/check-ins`)
  expect(claims.claimed).toBe(1)
})

part('asks for the floor, sees their place, and takes it back', async (page) => {
  home.setClock?.(afternoon('14:00:00'))
  await secretary.post(`${path}/start`)
  await page.getByRole('link', { name: 'Về việc của tôi' }).click()
  await page.getByText('Đăng ký được khi chủ trì mở danh sách phát biểu.').waitFor()
  await secretary.post(`${path}/floor/open`, {})
  await button(page, 'Đăng ký phát biểu').click()
  await page.getByText('Tiếp theo là lượt của đồng chí.').waitFor()
  await person.check('in the list of speakers')
  await button(page, 'Rút đăng ký').click()
  await page.getByText('Đồng chí chưa đăng ký phát biểu.').waitFor()
})

/** A phone of its own that has nothing but what it is shown. */
const withPhone = async (work: (page: Page, context: BrowserContext) => Promise<void>) => {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  listen(page, complaints)
  await work(page, context).catch(async (error) => {
    await page.screenshot({ path: '.build/e2e-failure.png', fullPage: true })
    throw error
  })
  await context.close()
}

test('whoever is not signed in where the code is scanned signs in, and is then taken', async () => {
  await person.leave()
  await withPhone(async (page) => {
    await page.goto((await scanned()).address)
    await page.getByRole('heading', { name: 'Đồng chí là ai?' }).waitFor()
    await audit(page, 'who are you')
    await signIn(page, 'daibieu', 'Đăng nhập để báo có mặt')
    await page.getByRole('heading', { name: 'Đồng chí đã báo có mặt' }).waitFor()
  })
})

test('the holder of a personal link is known where their phone remembers it', async () => {
  const room = `${path}/bridge-points/${ninhBinh}/delegates`
  const { items } = await operator.get<{ items: { id: string; display: string }[] }>(room)
  const { url } = await operator.post<{ url: string }>(`${room}/${items[1]?.id}/personal-link`)
  await withPhone(async (page, context) => {
    await page.goto(url)
    await page.getByRole('switch', { name: 'Ghi nhớ giấy mời trên điện thoại này' }).check()
    await audit(page, 'invitation, remembered')
    await page.close()
    const scan = await context.newPage()
    await scan.goto((await scanned()).address)
    await scan.getByRole('heading', { name: 'Đồng chí đã báo có mặt' }).waitFor()
    await scan.getByText(items[1]?.display ?? '').waitFor()
  })
  const unasked = complaints.filter((what) => !isOfCutLine(what))
  expect(unasked, 'violations of the content security policy, errors').toEqual([])
})
