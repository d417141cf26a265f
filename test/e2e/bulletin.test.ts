// A bulletin in real browsers: the desk composes it, the chair approves, and somebody without an account reads it, past the API.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { conferenceItem, loadConference } from '#functions/conferences/entity.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { buildWeb } from '#infra/build-web.ts'
import { takeSeat } from '#infra/local/afternoon/desk.ts'
import { loadedConference } from '#infra/local/afternoon/loaded.ts'
import type { Home } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { twoColours, withPlace } from '#test/support/pictures.ts'
import { arrive, audit, listen } from './person.ts'

let home: Home
let browser: Browser
let id: string
const complaints: string[] = []

beforeAll(async () => {
  home = await startLoadedHome(new Date('2022-11-23T13:40:00+07:00'))
  id = loadedConference(home.data) ?? ''
  const desk = await takeSeat(home.origin, 'thuky')
  const at = (rest: string) => `/conferences/${id}/${rest}`
  // The demonstration's own conference is internal.
  const before = await loadConference(id)
  const known = { ...before, classification: 'public' as const, version: before.version + 1 }
  await write(systemActor('test', 'req_test'), id, putNext(conferenceItem(known)))
  await desk.post(at('open'))
  home.setClock?.(new Date('2022-11-23T14:00:00+07:00'))
  await desk.post(at('start'))
  await desk.post(at('figures'), { said: '5.813 điểm', subject: 'Tổng số điểm tổ chức Ngày hội' })
  await desk.post(at('close'))
  await buildWeb()
  browser = await startBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

test('the desk composes, the chair approves, and the public reads, without a word to the API', async () => {
  const desk = await arrive(browser, home.origin, 'thuky', complaints)
  await desk.page.goto(`${home.origin}/conferences/${id}/bulletin`)
  await desk.act('Soạn bản tin')
  await desk.page.getByLabel('Lời dẫn').fill('Hội nghị kết nối 64 điểm cầu trong cả nước.')
  await desk.page.getByLabel(/5\.813 điểm/).check()
  const buffer = withPlace(await twoColours(600, 900))
  await desk.page.getByLabel('Thêm ảnh').setInputFiles({ name: 'DSC_1.jpeg', mimeType: 'image/jpeg', buffer })
  await desk.page.getByLabel('Chú thích').fill('Toàn cảnh hội nghị')
  await desk.page.getByRole('button', { name: 'Thêm ảnh' }).click()
  await desk.page.locator('article figcaption', { hasText: 'Toàn cảnh hội nghị' }).waitFor()
  await desk.page.locator('article img[src^="data:"]').waitFor()
  await expect
    .poll(() => desk.page.getByLabel('Lời dẫn').inputValue(), { message: 'kept over the new picture' })
    .toContain('64 điểm cầu')
  await desk.page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await desk.page.locator('article', { hasText: 'Số liệu nổi bật' }).waitFor()
  await desk.check('the bulletin’s desk')
  await desk.act('Trình duyệt')
  await desk.page.getByText('Chờ duyệt', { exact: true }).waitFor()

  const chair = await arrive(browser, home.origin, 'chutri', complaints)
  await chair.page.goto(`${home.origin}/conferences/${id}/bulletin`)
  await chair.page.getByRole('button', { name: 'Trả lại để sửa' }).click()
  await chair.page.getByLabel('Nội dung cần sửa').fill('Bổ sung tên điểm cầu vào chú thích.')
  await chair.page.getByRole('button', { name: 'Trả lại để sửa' }).click()
  await desk.page.getByText('Bổ sung tên điểm cầu vào chú thích.').waitFor()
  await desk.check('a bulletin returned')
  await desk.act('Trình duyệt')
  await desk.page.getByText('Chờ duyệt', { exact: true }).waitFor()
  await desk.leave()
  await chair.act('Duyệt và đăng')
  await chair.page.getByText('Đã đăng', { exact: true }).waitFor()
  await chair.check('a published bulletin, dark')
  const address = (await chair.page.getByRole('link', { name: /\/ban-tin\// }).getAttribute('href')) ?? ''
  await chair.leave()

  const context = await browser.newContext({ locale: 'vi-VN' })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  listen(page, complaints)
  await page.goto(address)
  await page.getByRole('heading', { level: 1, name: /Ngày hội/ }).waitFor()
  await page.locator('figure img').first().waitFor()
  await audit(page, 'the public page')
  await page.emulateMedia({ colorScheme: 'dark' })
  await audit(page, 'the public page, dark')
  await page.getByRole('link', { name: 'Tất cả bản tin' }).click()
  await page.getByRole('heading', { level: 1, name: 'Bản tin hội nghị' }).waitFor()
  await audit(page, 'the public list')
  expect(asked.filter((path) => !path.startsWith('/ban-tin/'))).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
}, 120_000)
