// The archivist finds what is sealed as they type: highlights, filters in the address, the keyboard alone, both languages.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWeb } from '#infra/build-web.ts'
import type { Home } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { arrive } from './person.ts'

let home: Home
let browser: Browser
const complaints: string[] = []

beforeAll(async () => {
  home = await startLoadedHome(new Date('2022-11-23T08:30:00+07:00'))
  await home.settled()
  await buildWeb()
  browser = await startBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

const pictures = process.env.PICTURES

test('a record is found by words, narrowed and opened without a mouse', { timeout: 60_000 }, async () => {
  const { page, check, leave } = await arrive(browser, home.origin, 'luutru', complaints)
  const results = page.locator('[data-rows] > li')
  const shoot = async (name: string) => {
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
  }
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await page.getByRole('heading', { name: 'Lưu trữ' }).waitFor()
  await expect.poll(() => results.count()).toBe(3)
  await check('archive')
  await shoot('all')

  await page.keyboard.press('/')
  await page.keyboard.type('nguyen van son', { delay: 20 })
  await expect.poll(() => results.count()).toBe(2)
  expect(new URL(page.url()).searchParams.get('q')).toBe('nguyen van son')
  expect(await results.first().locator('mark').first().textContent()).toBe('Nguyễn Văn Sơn')
  await check('archive, found')
  await shoot('found')

  await page.getByRole('searchbox').fill('khen thưởng Hà Giang')
  await page.getByText('Cùng với Hà Giang cũng tìm Tuyên Quang').waitFor()
  await shoot('also')
  await page.getByRole('searchbox').fill('không đâu có câu này')
  await page.getByText('Không tìm thấy kết quả nào').waitFor()
  await check('archive, nothing found')
  await shoot('none')

  await page.getByRole('searchbox').fill('')
  await page.getByRole('button', { name: '2020 (1)' }).click()
  await expect.poll(() => results.count()).toBe(1)
  expect(new URL(page.url()).searchParams.get('from')).toBe('2020-01-01')
  await page.reload()
  await expect.poll(() => results.count()).toBe(1)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Xuất danh mục hồ sơ (CSV)' }).click()
  await page.getByRole('button', { name: 'Tải về' }).click()
  expect((await download).suggestedFilename()).toBe('ho-so-2020-01-01-2020-12-31.csv')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Drop the filters' }).waitFor()
  await check('archive in English')
  await shoot('english')
  await page.getByRole('button', { name: 'Drop the filters' }).click()
  await expect.poll(() => results.count()).toBe(3)
  await page.getByRole('button', { name: 'Tiếng Việt' }).click()

  await page.keyboard.press('/')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const second = await results.nth(1).getByRole('link').textContent()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(second)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Kiểm chứng ngay' }).waitFor()
  expect(complaints).toEqual([])
  await leave()
})
